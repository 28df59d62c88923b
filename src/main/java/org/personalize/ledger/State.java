package org.personalize.ledger;

import org.personalize.plan.Fate;

/** Where a promised mail is. Everyone in an edition is in exactly one. */
public enum State {
    /** Promised; due when its moment comes. */
    PLANNED,
    /** A sender holds it and has handed over nothing; after a crash it is due again. */
    CLAIMED,
    /** Its final dot may be on its way; after a crash nobody knows whether it arrived. */
    FINISHING,
    /** The relay said later, or the line was cut before the dot. */
    DEFERRED,
    /** The relay took it: final. */
    ACCEPTED,
    /** The relay will never take it: final. */
    REFUSED,
    /** It may have arrived: final unless somebody asks to send it again. */
    DOUBTFUL,
    /** Its window, its lateness or the patience with its relay ran out: final. */
    EXPIRED,
    /** An error of its own keeps it back; it is tried again when something has changed. */
    HELD,
    /** Promised once and then taken back, with a reason. */
    SKIPPED,
    /** In the group that gets no mail, to see what mail earns. */
    NO_MAIL;

    /** Whatever happens later, this stands. */
    public boolean isFinal() {
        return switch (this) {
            case ACCEPTED, REFUSED, DOUBTFUL, EXPIRED -> true;
            case PLANNED, CLAIMED, FINISHING, DEFERRED, HELD, SKIPPED, NO_MAIL -> false;
        };
    }

    /** What became of the mail, as a plan sees it. */
    public Fate fate() {
        return switch (this) {
            case PLANNED, CLAIMED, FINISHING, SKIPPED, NO_MAIL -> Fate.OPEN;
            case DEFERRED -> Fate.DEFERRED;
            case HELD -> Fate.HELD;
            case ACCEPTED -> Fate.ACCEPTED;
            case REFUSED -> Fate.REFUSED;
            case DOUBTFUL -> Fate.DOUBTFUL;
            case EXPIRED -> Fate.EXPIRED;
        };
    }
}
