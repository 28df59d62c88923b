package org.personalize.report;

import java.util.Arrays;
import org.personalize.ledger.State;
import org.personalize.plan.Decision.Group;

/**
 * How long each edition is watched: from the first moment at which somebody was to be mailed until the last mail has had its
 * time. The same for everybody in it, mailed or not: that is what makes groups comparable.
 */
final class Spans {

    private static final long NEVER = Long.MAX_VALUE;

    private final long now;
    private final long[] starts;
    private final long[] ends;
    private final boolean[] isSent;
    private long firstAccepted = NEVER;
    private long lastAccepted = Long.MIN_VALUE;
    private boolean isAnythingToCome;

    Spans(Mails mails, long now) {
        this.now = now;
        int editions = mails.editions().size();
        starts = new long[editions];
        ends = new long[editions];
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
            lastAccepted = Math.max(lastAccepted, second);
        }
        isAnythingToCome |= isToCome(state);
        if (state != State.SKIPPED && mails.group(mail) != Group.NO_MAIL && second <= now) {
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
        return lastAccepted;
    }

    /** Whether reactions that will count can still come. */
    boolean isOpen() {
        return isAnythingToCome || (isAnythingSent() && now < lastAccepted + Reactions.WINDOW_SECONDS);
    }

    long start(int edition) {
        return starts[edition];
    }

    /** Up to, and not with, this second. */
    long end(int edition) {
        return Math.min(now + 1, ends[edition] + Reactions.WINDOW_SECONDS);
    }
}
