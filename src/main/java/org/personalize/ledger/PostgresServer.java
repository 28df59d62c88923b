package org.personalize.ledger;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.postgresql.Driver;

/**
 * A ledger on a server, for several machines. A worker lives as long as its connection holds an advisory lock; names and
 * passwords stay in here.
 */
final class PostgresServer implements Database {

    private static final String PREFIX = "jdbc:postgresql://";
    private static final String SCHEMA = "personalize";
    private static final String SCHEMA_OPTION = "currentSchema";

    /** "pers": the first half of the locks of workers, so that nobody else's locks are meant. */
    private static final int WORKERS = 0x70657273;

    private static final long MIGRATION = 0x706572736f6e616cL;

    /** What a user may say otherwise in the address. Details of the server's errors would name people. */
    private static final List<String> DEFAULTS =
            List.of("connectTimeout=10", "socketTimeout=60", "tcpKeepAlive=true", "ApplicationName=personalize");

    /** A sender whose machine has vanished is noticed within a minute, and a commit is on the disk when it returns. */
    private static final List<String> SETTINGS = List.of(
            "SET tcp_keepalives_idle = 20", "SET tcp_keepalives_interval = 10", "SET tcp_keepalives_count = 4", """
            SELECT set_config('synchronous_commit', 'on', false)
             WHERE current_setting('synchronous_commit') IN ('off', 'local')
            """);

    private final String place;
    private final Properties properties;

    private PostgresServer(String place, Properties properties) {
        this.place = place;
        this.properties = properties;
    }

    static PostgresServer at(String address) {
        if (!address.startsWith(PREFIX)) {
            throw problem("", "expected a file or jdbc:postgresql://host/database");
        }
        String rest = address.substring(PREFIX.length());
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        Properties properties = new Properties();
        int slash = place.indexOf('/');
        int at = place.lastIndexOf('@', slash < 0 ? place.length() : slash);
        if (at >= 0) {
            readUser(place.substring(0, at), properties);
            place = place.substring(at + 1);
        }
        if (question >= 0) {
            readOptions(rest.substring(question + 1), properties);
        }
        if (!place.matches("[A-Za-z0-9._:,\\[\\]-]+/[^/?@]+")) {
            throw problem("", "expected jdbc:postgresql://host/database");
        }
        DEFAULTS.forEach(option -> properties.putIfAbsent(option.split("=")[0], option.split("=")[1]));
        properties.setProperty("logServerErrorDetail", "false");
        return new PostgresServer(place, properties);
    }

    private static void readUser(String text, Properties properties) {
        int colon = text.indexOf(':');
        properties.setProperty("user", decoded(colon < 0 ? text : text.substring(0, colon)));
        if (colon >= 0) {
            properties.setProperty("password", decoded(text.substring(colon + 1)));
        }
    }

    private static void readOptions(String text, Properties properties) {
        for (String option : text.split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                properties.setProperty(decoded(option.substring(0, equals)), decoded(option.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw problem("", "a % in the address is not followed by two hexadecimal digits");
        }
    }

    private static InputProblem problem(String place, String message) {
        return new InputProblem(Place.file(place), message, "Correct `ledger` in the workspace file.");
    }

    @Override
    public String name() {
        return "postgresql://" + place;
    }

    @Override
    public void prepare() {
        // The database must be there; its tables are made with the first transaction.
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Connection connect(Use use) throws SQLException {
        @Nullable Connection connection = new Driver().connect(PREFIX + place, properties);
        if (connection == null) {
            throw new IllegalStateException("the driver does not know its own addresses");
        }
        try (var statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            if (!properties.containsKey(SCHEMA_OPTION)) {
                statement.execute("SET search_path = " + SCHEMA);
            }
            boolean isReading = use == Use.READING;
            connection.setReadOnly(isReading);
            connection.setTransactionIsolation(
                    isReading ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void begin(Connection connection) {
        // The first statement begins it.
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
    }

    @Override
    public String translate(String sql) {
        return sql.replace("<identity>", "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY")
                .replace("<text>", "text COLLATE \"C\"")
                .replace("<skip locked>", "FOR UPDATE OF m SKIP LOCKED");
    }

    @Override
    public void confirmReading() {
        // A reading sees one moment, whatever others write.
    }

    @Override
    public boolean isOutdated() {
        return false;
    }

    @Override
    public IOException fault(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String words = words(state);
        boolean isSafe = words.isEmpty() && !namesSecret(e);
        String what = isSafe ? String.valueOf(e.getMessage()) : words.isEmpty() ? "error " + state : words;
        return isSafe ? new IOException(name() + ": " + what, e) : new IOException(name() + ": " + what);
    }

    private static String words(String state) {
        if (state.startsWith("08")) {
            return "the database cannot be reached, or the line to it was lost.";
        } else if (state.startsWith("28")) {
            return "the database refused the user or the password under `ledger`.";
        } else if (state.startsWith("57P")) {
            return "the database is shutting down or starting up.";
        }
        return switch (state) {
            case "3D000" -> "the database does not exist. Create it first.";
            case "3F000" -> "the schema does not exist. Create it first.";
            case "42501" ->
                "the user under `ledger` may not do this. It must be able to create a schema and its tables.";
            case "53100" -> "the disk of the database is full; nothing was half done.";
            case "25006" -> "the database can only be read.";
            default -> "";
        };
    }

    /** No message of the driver should hold one; this is the last guard before a screen or a log. */
    private boolean namesSecret(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            for (String key : List.of("user", "password")) {
                String secret = properties.getProperty(key, "");
                if (!secret.isEmpty() && message.contains(secret)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean isLost(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    @Override
    public boolean isVictim(SQLException e) {
        return "40P01".equals(e.getSQLState()) || "40001".equals(e.getSQLState());
    }

    @Override
    public boolean hasTables(Session session) throws SQLException {
        return session.number("SELECT count(*) FROM (SELECT to_regclass('meta') AS t) x WHERE t IS NOT NULL") > 0;
    }

    @Override
    public void refuseStrangers(Session session) {
        // A schema of our own has no strangers in it.
    }

    @Override
    public void makeReady(Session session) throws SQLException {
        session.execute("SELECT pg_advisory_xact_lock(" + MIGRATION + ")");
        if (!properties.containsKey(SCHEMA_OPTION)) {
            session.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
        }
    }

    @Override
    public Seat takeSeat(Session session, String campaign, String host, String who, Instant now)
            throws SQLException, Occupied {
        boolean isFree = session.find("SELECT pg_try_advisory_lock(?)", row -> row.getBoolean(1), key(campaign, host))
                .orElse(false);
        if (!isFree) {
            throw new Occupied(session.find(
                            """
                            SELECT w.who, w.since FROM worker w JOIN campaign c ON c.id = w.campaign
                             WHERE c.name = ? AND w.host = ? ORDER BY w.id DESC
                            """,
                            row -> row.getString(1) + ", since " + Instant.ofEpochSecond(row.getLong(2)),
                            campaign,
                            host)
                    .orElse("another process on " + host));
        }
        return () -> {
            // The server frees it with the connection.
        };
    }

    private static long key(String campaign, String host) {
        try {
            byte[] text = (campaign + '\0' + host).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void signIn(Session session, long worker) throws SQLException {
        boolean isFree = session.find("SELECT pg_try_advisory_lock(?, ?)", row -> row.getBoolean(1), WORKERS, (int)
                        (worker % Integer.MAX_VALUE))
                .orElse(false);
        if (!isFree) {
            throw new IllegalStateException("a new worker that somebody already is");
        }
    }

    /** The locks last as long as the transaction that asks, so that two who find the same dead one do not both act. */
    @Override
    public String deadWorkers() {
        return """
                WITH others AS MATERIALIZED (SELECT id FROM worker WHERE campaign = ? AND id <> ?)
                SELECT id FROM others
                 WHERE pg_try_advisory_xact_lock(%d, (id %% %d)::integer) ORDER BY id
                """.formatted(WORKERS, Integer.MAX_VALUE);
    }

    @Override
    public boolean hasManySenders() {
        return true;
    }
}
