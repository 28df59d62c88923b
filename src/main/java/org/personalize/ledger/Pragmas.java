package org.personalize.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** How SQLite is told to work on a connection. */
final class Pragmas {

    private static final int KEPT_WAL_BYTES = 64 << 20;

    private Pragmas() {}

    /** What was committed is on the disk. */
    static void makeDurable(Connection connection) throws SQLException {
        String mode = ask(connection, "PRAGMA journal_mode = WAL");
        if (!mode.equals("wal")) {
            throw new SQLException("no write-ahead log is possible here, only " + mode);
        }
        set(connection, "synchronous = FULL");
        // A disk of a Mac keeps what it was given in a cache of its own unless it is told otherwise.
        set(connection, "fullfsync = ON");
        set(connection, "checkpoint_fullfsync = ON");
        set(connection, "foreign_keys = ON");
        set(connection, "journal_size_limit = " + KEPT_WAL_BYTES);
    }

    static void set(Connection connection, String pragma) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
