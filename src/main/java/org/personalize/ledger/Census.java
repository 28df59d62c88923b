package org.personalize.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.personalize.plan.Reason;

/**
 * Where the rows of the customer file went, as far as the ledger's own rows do not say it.
 *
 * @param gone people with a row in the ledger who left the file
 * @param skipped people without a row in the ledger, by reason
 */
public record Census(long read, long gone, long duplicates, long putAside, Map<Reason, Long> skipped) {

    public Census {
        Map<Reason, Long> ordered = new EnumMap<>(Reason.class);
        ordered.putAll(skipped);
        skipped = Collections.unmodifiableMap(ordered);
    }
}
