package org.personalize.ledger;

/** What keeps a whole campaign back. */
public enum Brake {
    OFF,
    /** Somebody said pause; resume takes it off. */
    PAUSED,
    /** A rule of {@code stop_when} struck; resume takes it off. */
    STOPPED,
    /** Somebody said cancel: nothing takes it off. */
    CANCELLED
}
