package org.personalize.ledger;

/** The answer to an {@link Entry}. */
public enum Mark {
    /** Durable. */
    GRANTED,
    /** The campaign was paused, cancelled or stopped meanwhile. */
    BRAKED,
    /** The mailbox was suppressed meanwhile. */
    SUPPRESSED,
    /** The permitted stretch has ended meanwhile. */
    LATE,
    /** The hour or the day takes no more. */
    FULL,
    /** Mail to the mailbox's domain is held. */
    DOMAIN_HELD
}
