package org.personalize.plan;

/** What became of a mail that was promised. */
public enum Fate {
    /** Nothing yet: it waits for its moment, or is due. */
    OPEN,
    DEFERRED,
    HELD,
    ACCEPTED,
    REFUSED,
    DOUBTFUL,
    EXPIRED;

    /** Whether it could still be taken back. */
    public boolean isOpen() {
        return switch (this) {
            case OPEN, DEFERRED, HELD -> true;
            case ACCEPTED, REFUSED, DOUBTFUL, EXPIRED -> false;
        };
    }
}
