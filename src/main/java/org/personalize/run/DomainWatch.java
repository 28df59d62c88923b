package org.personalize.run;

import java.time.Duration;
import org.personalize.ledger.Heard;

/**
 * Sees when a domain suddenly says of many that they do not exist: that is a broken server, not a hundred closed
 * mailboxes.
 */
final class DomainWatch {

    static final Duration SPAN = Duration.ofHours(1);

    /** Fewer than these may well be gone. */
    private static final int LEAST_MISSING = 20;

    private static final double LARGEST_SHARE = 0.03;

    private DomainWatch() {}

    /** Whether the domain must be held from now on, by what it answered within the span. */
    static boolean isAlarmedBy(Heard heard) {
        return heard.domainMissing() >= LEAST_MISSING && heard.domainMissing() > LARGEST_SHARE * heard.domainAnswers();
    }
}
