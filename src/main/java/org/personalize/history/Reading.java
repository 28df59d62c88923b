package org.personalize.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;

/**
 * What must be known to understand event files.
 *
 * @param zone of timestamps that carry no offset
 * @param now events more than a day later than this are not believed
 * @param rules what counts as wanting an item
 * @param optOuts is told who must not be written to any more
 */
public record Reading(
        ZoneId zone, Instant now, List<SignalRule> rules, Audience audience, Catalog catalog, OptOuts optOuts) {
    public Reading {
        rules = List.copyOf(rules);
    }
}
