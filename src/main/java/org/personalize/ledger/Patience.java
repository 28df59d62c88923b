package org.personalize.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.BusyHandler;

/**
 * Waits while somebody else writes. SQLite's own waiting looks ten times a second at last, and would hardly ever meet the
 * short gaps of a sender at work; this looks about every millisecond.
 */
final class Patience extends BusyHandler {

    private static final long LOOK_AGAIN = TimeUnit.MICROSECONDS.toNanos(800);

    private final long longest;
    private long since;

    private Patience(Duration longest) {
        this.longest = longest.toNanos();
    }

    static Patience of(Duration longest) {
        return new Patience(longest);
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
        }
        LockSupport.parkNanos(LOOK_AGAIN);
        return now - since < longest ? 1 : 0;
    }
}
