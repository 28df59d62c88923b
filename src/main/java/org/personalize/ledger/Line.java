package org.personalize.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A connection, and the transactions on it, one at a time. Whoever works without a pause leaves a gap now and then: SQLite
 * has no queue, and somebody who wants to pause a campaign must get in between.
 */
final class Line implements Closeable {

    private static final int MOST_TRIES = 5;
    private static final long WORK_WITHOUT_GAP = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(3);

    private final Database database;
    private final Connection connection;
    private final Session session;
    private final Database.Use use;
    private final ReentrantLock turn = new ReentrantLock(true);
    private boolean isLost;
    private long worked;

    private Line(Database database, Database.Use use, Connection connection) {
        this.database = database;
        this.use = use;
        this.connection = connection;
        session = new Session(database, connection);
    }

    static Line open(Database database, Database.Use use) throws IOException {
        try {
            return new Line(database, use, database.connect(use));
        } catch (SQLException e) {
            throw database.fault(e);
        }
    }

    /** What is done within one transaction; it may be done again when the database gave it up for another. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T in(Session session) throws SQLException, IOException, X;
    }

    /** The same for what has no result. */
    @FunctionalInterface
    interface Task {
        void in(Session session) throws SQLException, IOException;

        default Work<Boolean, RuntimeException> done() {
            return session -> {
                in(session);
                return true;
            };
        }
    }

    /** Whether the connection is gone. */
    boolean isLost() {
        turn.lock();
        try {
            return isLost;
        } finally {
            turn.unlock();
        }
    }

    /** One transaction, durable when this returns. After an exception nothing of it counts. */
    <T, X extends Exception> T transact(Work<T, X> work) throws IOException, X {
        turn.lock();
        try {
            if (turn.getHoldCount() > 1) {
                return nested(work);
            }
            for (int tries = 1; ; tries++) {
                try {
                    return attempt(work);
                } catch (SQLException e) {
                    isLost |= database.isLost(e) || isClosed();
                    if (tries == MOST_TRIES || !database.isVictim(e)) {
                        throw database.fault(e);
                    }
                }
            }
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        turn.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            if (!isLost) {
                throw database.fault(e);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Somebody who takes the rows of a long answer asks for more: it belongs to the same reading. */
    private <T, X extends Exception> T nested(Work<T, X> work) throws IOException, X {
        if (use != Database.Use.READING) {
            throw new IllegalStateException("a transaction within a transaction");
        }
        try {
            return work.in(session);
        } catch (SQLException e) {
            throw database.fault(e);
        }
    }

    private <T, X extends Exception> T attempt(Work<T, X> work) throws SQLException, IOException, X {
        long start = System.nanoTime();
        boolean isDone = false;
        try {
            database.begin(connection);
            T result = work.in(session);
            database.commit(connection);
            isDone = true;
            if (use == Database.Use.READING) {
                database.confirmReading();
            }
            return result;
        } finally {
            if (isDone) {
                leaveGap(System.nanoTime() - start);
            } else {
                undo();
            }
        }
    }

    private void undo() {
        session.words().forget();
        try {
            database.rollback(connection);
        } catch (SQLException e) {
            // What made it necessary is being thrown; and a connection that cannot take back has nothing to take back.
            isLost |= database.isLost(e);
        }
    }

    private boolean isClosed() {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private void leaveGap(long nanos) {
        worked += nanos;
        if (use != Database.Use.READING && !database.isShared() && worked > WORK_WITHOUT_GAP) {
            worked = 0;
            LockSupport.parkNanos(GAP);
        }
    }
}
