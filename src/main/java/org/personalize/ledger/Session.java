package org.personalize.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements within a transaction. Those that come again and again are prepared once. */
final class Session {

    private static final int ROWS_FETCHED_AT_ONCE = 1_000;

    private final Database database;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Words words = new Words(this);

    Session(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes one row of a long answer. */
    @FunctionalInterface
    interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    Words words() {
        return words;
    }

    Database database() {
        return database;
    }

    /** @return how many rows it changed */
    int update(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, values);
        return statement.executeUpdate();
    }

    /** The same statement for many rows, in few messages. @return how many rows each changed */
    int[] updateAll(String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.size() == 1) {
            return new int[] {update(sql, rows.get(0))};
        }
        PreparedStatement statement = prepared(sql);
        for (@Nullable Object[] row : rows) {
            bind(statement, row);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    /** A statement of the schema. */
    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(database.translate(sql));
        }
    }

    <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, values);
        List<T> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reading.read(rows));
            }
        }
        return found;
    }

    /** The first row, if there is one. */
    <T> Optional<T> find(String sql, Reading<T> reading, @Nullable Object... values) throws SQLException {
        List<T> found = list(sql, reading, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** A number that is always there, such as a count. */
    long number(String sql, @Nullable Object... values) throws SQLException {
        return find(sql, row -> row.getLong(1), values)
                .orElseThrow(() -> new IllegalStateException("no answer to " + sql));
    }

    /** A long answer, row by row; whoever takes the rows may ask for more meanwhile. */
    void each(String sql, Taking taking, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(database.translate(sql))) {
            statement.setFetchSize(ROWS_FETCHED_AT_ONCE);
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taking.take(rows);
                }
            }
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(database.translate(sql));
            prepared.put(sql, known);
        }
        return known;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof String text) {
                statement.setString(i + 1, text);
            } else if (value instanceof Double number) {
                statement.setDouble(i + 1, number);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else if (value == null) {
                statement.setObject(i + 1, null);
            } else {
                throw new IllegalArgumentException("no column holds a " + value.getClass());
            }
        }
    }
}
