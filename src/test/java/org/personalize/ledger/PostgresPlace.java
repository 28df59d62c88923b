package org.personalize.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema of its own on a real server, which all tests share. */
record PostgresPlace(String schema) implements Place {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The server is started by the first test that needs it, and ends with the tests. */
    private static final class Shared {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static PostgresPlace make() throws IOException {
        String name = "ledger" + NUMBER.incrementAndGet();
        run("CREATE SCHEMA " + name);
        return new PostgresPlace(name);
    }

    static int port() {
        return Shared.SERVER.getPort();
    }

    /** Runs a statement as the server's owner. */
    static void run(String sql) throws IOException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?user=postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public Ledger open() throws IOException {
        return Ledger.open(address());
    }

    @Override
    public String address() {
        return address(port());
    }

    /** The same place, seen through another port. */
    String address(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&currentSchema=" + schema;
    }

    @Override
    public boolean hasManySenders() {
        return true;
    }

    @Override
    public void close() throws IOException {
        run("DROP SCHEMA " + schema + " CASCADE");
    }
}
