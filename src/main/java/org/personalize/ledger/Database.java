package org.personalize.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** What SQLite and PostgreSQL do differently. */
interface Database {

    static Database at(String address) {
        return address.startsWith("jdbc:")
                ? new PostgresServer(PostgresAddress.read(address))
                : new SqliteFile(Path.of(address));
    }

    /** The address as it may be shown: without a name or a password. */
    String name();

    /** Makes an empty database where there is none. */
    void prepare() throws IOException;

    /** Whether there is something to read. */
    boolean exists() throws IOException;

    Connection connect(Use use) throws SQLException, IOException;

    void begin(Connection connection) throws SQLException;

    /** Durable when it returns. */
    void commit(Connection connection) throws SQLException;

    void rollback(Connection connection) throws SQLException;

    /**
     * Puts the words of this database in the place of {@code <identity>}, {@code <text>}, {@code <bytes>}, {@code <skip locked>}, and of
     * {@code <in>} and {@code </in>} around a query for the few rows to be changed.
     */
    String translate(String sql);

    /** Called when a reading ends, for what can only be known then. */
    void confirmReading() throws IOException;

    /** Whether what was opened to be read may be out of date by now. */
    boolean isOutdated();

    /** What went wrong, in words that name the database and hold no secret. */
    IOException fault(SQLException e);

    /** Whether the line to the database is gone, so that nobody knows how its last transaction ended. */
    boolean isLost(SQLException e);

    /** Whether the database gave this transaction up in favour of another, and it may be done again. */
    boolean isVictim(SQLException e);

    /** Whether the tables are there. */
    boolean hasTables(Session session) throws SQLException;

    /** Refuses what belongs to somebody else. */
    void refuseStrangers(Session session) throws SQLException;

    /** Makes what is empty ready for tables, while nobody else does. */
    void makeReady(Session session) throws SQLException;

    /** Keeps other senders of the campaign out, as long as the result is open or the connection lives. */
    Seat takeSeat(Session session, String campaign, String host, String who, Instant now)
            throws SQLException, IOException, Occupied;

    /** Makes it visible to others that this worker lives. */
    void signIn(Session session, long worker) throws SQLException;

    /** Frees at once what {@link #takeSeat} and {@link #signIn} took, where it would else take until the line is seen to be gone. */
    void signOut(Session session) throws SQLException;

    /** A query for the workers of a campaign, other than one, that are certainly dead. */
    String deadWorkers();

    /** Called after many rows were added, for planners that go by how many there are. */
    void noteGrowth(Session session) throws SQLException;

    /** Whether several machines use it at once, so that senders can die while others go on, and files are not everybody's. */
    boolean isShared();

    /** What a connection is for. */
    enum Use {
        /** Now and then. */
        WRITING,
        /** By a sender at work, which has mails in the hands of a relay. */
        SENDING,
        READING
    }

    /** A place that one sender holds. */
    interface Seat extends AutoCloseable {

        /** Gives the disk room that was kept for the last outcomes of a run. */
        void makeRoom() throws IOException;

        @Override
        void close() throws IOException;
    }
}
