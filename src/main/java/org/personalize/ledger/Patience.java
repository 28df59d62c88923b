package org.personalize.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.sqlite.BusyHandler;

/**
 * Waits while somebody else writes. SQLite's own waiting looks ten times a second at last, and would hardly ever meet the
 * short gaps of a sender at work; this looks about every millisecond.
 */
final class Patience extends BusyHandler {

    private static final long LOOK_AGAIN = TimeUnit.MICROSECONDS.toNanos(800);

    private final long longest;
    private final long doubtful;
    private final BooleanSupplier isWorthWaiting;
    private long since;
    private boolean isDoubted;

    private Patience(Duration longest, Duration doubtful, BooleanSupplier isWorthWaiting) {
        this.longest = longest.toNanos();
        this.doubtful = doubtful.toNanos();
        this.isWorthWaiting = isWorthWaiting;
    }

    static Patience of(Duration longest) {
        return new Patience(longest, longest, () -> true);
    }

    /** @param isWorthWaiting asked once, when the shorter time is over */
    static Patience of(Duration longest, Duration shorter, BooleanSupplier isWorthWaiting) {
        return new Patience(longest, shorter, isWorthWaiting);
    }

    void on(Connection connection) throws SQLException {
        BusyHandler.setHandler(connection, this);
    }

    /** @return 0 to give up */
    @Override
    protected int callback(int looks) {
        long now = System.nanoTime();
        if (looks == 0) {
            since = now;
            isDoubted = false;
        }
        LockSupport.parkNanos(LOOK_AGAIN);
        if (!isDoubted && now - since >= doubtful) {
            isDoubted = true;
            if (!isWorthWaiting.getAsBoolean()) {
                return 0;
            }
        }
        return now - since < longest ? 1 : 0;
    }
}
