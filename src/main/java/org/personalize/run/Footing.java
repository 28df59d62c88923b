package org.personalize.run;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.personalize.deliver.Outcome;

/**
 * Whether a run still has its relay, or nobody has reached it for too long, or it has done nothing for too long but turn
 * us away. Shared by all couriers and all comings of a run.
 */
final class Footing {

    /** A relay that nobody has talked to yet may be a typing mistake: nobody should wait long for it. */
    static final long PATIENCE_AT_FIRST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A relay that was there is given the time of a restart. */
    static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    /** A relay that has not dealt with any mail in this run may be busy for a moment, or not want us at all. */
    static final long PATIENCE_WITH_REBUFFS_AT_FIRST_NANOS = TimeUnit.MINUTES.toNanos(2);

    /** A relay that has dealt with some may count by the hour, and deal with more when the next begins. */
    static final long PATIENCE_WITH_REBUFFS_NANOS = TimeUnit.MINUTES.toNanos(65);

    private final LongSupplier nanos;
    private boolean wasReached;
    private boolean hasServed;
    private boolean isRebuffed;
    private boolean isUnreachable;
    private long silentSince;
    private long rebuffedSince;
    private String answer = "";

    Footing(LongSupplier nanos) {
        this.nanos = nanos;
        silentSince = nanos.getAsLong();
    }

    /** From now on somebody tries to reach the relay. */
    synchronized void begin() {
        silentSince = nanos.getAsLong();
    }

    /** The relay dealt with a mail, whatever it said of it. */
    synchronized void dealtWith() {
        wasReached = true;
        hasServed = true;
        isRebuffed = false;
        silentSince = nanos.getAsLong();
    }

    /** It turned one of us away, or was not reached. */
    synchronized void rebuffed(Outcome.TurnedAway away) {
        long now = nanos.getAsLong();
        rebuffedSince = isRebuffed ? rebuffedSince : now;
        isRebuffed = true;
        isUnreachable = away.isUnreachable();
        answer = Answers.of(away);
        if (!isUnreachable) {
            wasReached = true;
            silentSince = now;
        }
    }

    /** Whether the run must end, as nobody has reached the relay for so long, or as it wants nothing of us. */
    synchronized boolean isLost() {
        long now = nanos.getAsLong();
        boolean isSilent = now - silentSince > (wasReached ? PATIENCE_NANOS : PATIENCE_AT_FIRST_NANOS);
        long patience = hasServed ? PATIENCE_WITH_REBUFFS_NANOS : PATIENCE_WITH_REBUFFS_AT_FIRST_NANOS;
        return isSilent || isRebuffed && now - rebuffedSince > patience;
    }

    /** Whether somebody tried, and the relay has not dealt with a single mail. */
    synchronized boolean isInVain() {
        return isRebuffed && !hasServed;
    }

    /** Why it is lost or in vain. */
    synchronized String words() {
        if (isUnreachable) {
            return answer;
        }
        return (hasServed ? "for more than an hour it has only turned us away" : "it took no mail and turned us away")
                + ", for which its own log may give the reason; its last answer was: " + answer;
    }

    /** What a run does that somebody watches. */
    synchronized String stage() {
        if (!isRebuffed) {
            return "sending";
        }
        return isUnreachable ? "no line to the relay" : "turned away by the relay";
    }
}
