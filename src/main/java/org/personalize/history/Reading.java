package org.personalize.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;

/**
 * What must be known to understand event files.
 *
 * @param zone of timestamps that carry no offset
 * @param now what an opt-out without a readable time is dated
 * @param latest events later than this are left out
 * @param rules what counts as wanting an item
 * @param optOuts is told who must not be written to any more
 */
public record Reading(
        ZoneId zone,
        Instant now,
        Instant latest,
        List<SignalRule> rules,
        Audience audience,
        Catalog catalog,
        OptOuts optOuts) {

    /** How far a clock may be wrong before its events are not believed. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    public Reading {
        rules = List.copyOf(rules);
    }

    /** Reads what had happened by now, and what clocks that are wrong by up to a day have dated later. */
    public Reading(
            ZoneId zone, Instant now, List<SignalRule> rules, Audience audience, Catalog catalog, OptOuts optOuts) {
        this(zone, now, now.plus(CLOCK_TOLERANCE), rules, audience, catalog, optOuts);
    }
}
