package org.personalize.report;

import java.util.Arrays;
import org.personalize.ledger.State;
import org.personalize.plan.Decision.Group;

/**
 * How long each edition is watched: from the first moment at which somebody was to be mailed until the last mail has had its
 * time. The same for everybody in it, mailed or not: that is what makes groups comparable.
 */
final class Spans {

    private static final long DAY_SECONDS = 86_400;
    private static final long NEVER = Long.MAX_VALUE;

    private final long now;
    private final long[] starts;
    private final long[] ends;
    private final long[] lastAccepted;
    private final boolean[] isSent;
    private long firstAccepted = NEVER;
    private long last = Long.MIN_VALUE;
    private boolean isAnythingToCome;

    Spans(Mails mails, long now) {
        this.now = now;
        int editions = mails.editions().size();
        starts = new long[editions];
        ends = new long[editions];
        lastAccepted = new long[editions];
        isSent = new boolean[editions];
        Arrays.fill(starts, NEVER);
        for (int mail = 0; mail < mails.size(); mail++) {
            note(mails, mail);
        }
    }

    private void note(Mails mails, int mail) {
        State state = mails.state(mail);
        long second = mails.second(mail);
        int edition = mails.edition(mail);
        if (state == State.ACCEPTED) {
            isSent[edition] = true;
            firstAccepted = Math.min(firstAccepted, second);
            lastAccepted[edition] = Math.max(lastAccepted[edition], second);
            last = Math.max(last, second);
        }
        isAnythingToCome |= isToCome(state);
        boolean isMail = state != State.SKIPPED && mails.group(mail) != Group.NO_MAIL;
        // The clock of a live send runs on, so that what it was to send then is accepted after its own clock.
        if (isMail && (second <= now || state == State.ACCEPTED)) {
            starts[edition] = Math.min(starts[edition], second);
            ends[edition] = Math.max(ends[edition], second);
        }
    }

    private static boolean isToCome(State state) {
        return switch (state) {
            case PLANNED, CLAIMED, FINISHING, DEFERRED, HELD -> true;
            case ACCEPTED, REFUSED, DOUBTFUL, EXPIRED, SKIPPED, NO_MAIL -> false;
        };
    }

    boolean isSent(int edition) {
        return isSent[edition];
    }

    boolean isAnythingSent() {
        return firstAccepted != NEVER;
    }

    long firstAccepted() {
        return firstAccepted;
    }

    long lastAccepted() {
        return last;
    }

    /** Whether reactions that will count can still come. */
    boolean isOpen() {
        return isAnythingToCome || (isAnythingSent() && now < last + Reactions.WINDOW_SECONDS);
    }

    long start(int edition) {
        return starts[edition];
    }

    /** Up to, and not with, this second. */
    long end(int edition) {
        return Math.min(now + 1, ends[edition] + Reactions.WINDOW_SECONDS);
    }

    /** How many seconds after it every mail of an edition has been watched: as many as the last one. */
    long age(int edition) {
        return Math.max(0, Math.min(now - lastAccepted[edition], Reactions.WINDOW_SECONDS));
    }

    /** Likewise in whole days, since people buy by day and not by night, mail or not. */
    long wholeDays(int edition) {
        return age(edition) / DAY_SECONDS * DAY_SECONDS;
    }
}
