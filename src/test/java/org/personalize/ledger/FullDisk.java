package org.personalize.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** A ledger's file that may grow to a number of pages, and then the disk is full. */
record FullDisk(SqliteFile file, int pages) implements Database {

    FullDisk(Path file, int pages) {
        this(new SqliteFile(file), pages);
    }

    @Override
    public Connection connect(Use use) throws SQLException, IOException {
        Connection connection = file.connect(use);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
        return connection;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public void prepare() throws IOException {
        file.prepare();
    }

    @Override
    public boolean exists() throws IOException {
        return file.exists();
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        file.begin(connection);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        file.commit(connection);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        file.rollback(connection);
    }

    @Override
    public String translate(String sql) {
        return file.translate(sql);
    }

    @Override
    public void confirmReading() throws IOException {
        file.confirmReading();
    }

    @Override
    public boolean isOutdated() {
        return file.isOutdated();
    }

    @Override
    public IOException fault(SQLException e) {
        return file.fault(e);
    }

    @Override
    public boolean isLost(SQLException e) {
        return file.isLost(e);
    }

    @Override
    public boolean isVictim(SQLException e) {
        return file.isVictim(e);
    }

    @Override
    public boolean hasTables(Session session) throws SQLException {
        return file.hasTables(session);
    }

    @Override
    public void refuseStrangers(Session session) throws SQLException {
        file.refuseStrangers(session);
    }

    @Override
    public void makeReady(Session session) throws SQLException {
        file.makeReady(session);
    }

    @Override
    public Seat takeSeat(Session session, String campaign, String host, String who, Instant now)
            throws IOException, Occupied {
        return file.takeSeat(session, campaign, host, who, now);
    }

    @Override
    public void signOut(Session session) throws SQLException {
        file.signOut(session);
    }

    @Override
    public void signIn(Session session, long worker) {
        file.signIn(session, worker);
    }

    @Override
    public String deadWorkers() {
        return file.deadWorkers();
    }

    @Override
    public void noteGrowth(Session session) {
        file.noteGrowth(session);
    }

    @Override
    public boolean isShared() {
        return file.isShared();
    }
}
