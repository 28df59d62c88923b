package org.personalize.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * A ledger in one file. The file is never opened but by SQLite: the operating system would drop SQLite's locks as soon as
 * anything else of this process closed it.
 */
final class SqliteFile implements Database {

    /** "pers": tells our files from anybody else's. */
    private static final int APPLICATION = 0x70657273;

    /** A plan for a million people is one transaction of a quarter of a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PATIENCE_WITH_STRANGERS = Duration.ofSeconds(8);

    private static final int CACHE_KIB = 32 * 1024;

    /** SQLite shares memory by pieces of this size. */
    private static final int LEAST_SHARED_BYTES = 32 * 1024;

    private final Path file;
    private final Duration patience;
    private final Duration patienceWithStrangers;
    private @Nullable Snapshot snapshot;

    SqliteFile(Path file) {
        this(file, PATIENCE, PATIENCE_WITH_STRANGERS);
    }

    /**
     * @param patience how long to wait while somebody else writes
     * @param patienceWithStrangers how long, where nothing was begun, while a program writes that is none of ours
     */
    SqliteFile(Path file, Duration patience, Duration patienceWithStrangers) {
        this.file = file.toAbsolutePath();
        this.patience = patience;
        this.patienceWithStrangers = patienceWithStrangers;
    }

    /** How a file looked that is read without locks, because nobody else has it open. */
    private record Snapshot(long bytes, FileTime changed) {
        static Snapshot of(Path file) throws IOException {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Snapshot(attributes.size(), attributes.lastModifiedTime());
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void prepare() throws IOException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw problem("the folder of the ledger does not exist", "Make it, or name another place under `ledger`.");
        }
        refuseNetworks(Files.getFileStore(folder));
        refuseFolder();
        try {
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException e) {
            // Then it is opened as it is.
        }
    }

    @Override
    public boolean exists() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        refuseNetworks(Files.getFileStore(file));
        refuseFolder();
        return Files.size(file) > 0 || Files.exists(side("-wal"));
    }

    private void refuseFolder() {
        if (Files.isDirectory(file)) {
            throw problem("the ledger is a file, and this is a folder", "Name a file under `ledger`.");
        }
    }

    private void refuseNetworks(FileStore store) {
        if (NetworkStores.areKnownAs(store.type())) {
            throw problem(
                    "the ledger lies on a network file system (" + store.type() + "), whose locks cannot be trusted",
                    "Keep it on a disk of this machine, or let several machines share jdbc:postgresql://….");
        }
    }

    @Override
    public Connection connect(Use use) throws SQLException, IOException {
        var config = new SQLiteConfig();
        config.setTransactionMode(
                use == Use.READING ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        // Nobody asks for them, and the driver would look for them with one more statement after every update.
        config.setGetGeneratedKeys(false);
        String options = "";
        if (use == Use.READING) {
            options = readingOptions();
            config.setReadOnly(true);
        }
        Connection connection =
                config.createConnection("jdbc:sqlite:file:" + file.toUri().getRawPath() + options);
        try {
            patience(use).on(connection);
            if (use != Use.READING) {
                Pragmas.makeDurable(connection);
            }
            Pragmas.set(connection, "cache_size = " + -CACHE_KIB);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Where nothing was begun, a stranger who keeps the file locked is soon named; one of us will end its transaction. */
    private Patience patience(Use use) {
        return use == Use.SENDING
                ? Patience.of(patience)
                : Patience.of(
                        patience,
                        patienceWithStrangers,
                        () -> LockHolder.of(file).map(LockHolder::isSender).orElse(true));
    }

    /**
     * While nobody has the file open there is nothing of use beside it, and reading it with locks would make something. It is then
     * read as what cannot change, and looked at once more when the reading ends.
     */
    private String readingOptions() throws IOException {
        if (isInUse()) {
            snapshot = null;
            return "?mode=ro";
        }
        snapshot = Snapshot.of(file);
        return "?mode=ro&immutable=1";
    }

    @Override
    public void confirmReading() throws IOException {
        if (snapshot != null && !snapshot.equals(Snapshot.of(file))) {
            throw new IOException(name() + ": the ledger changed while it was read. Run the command again.");
        }
    }

    @Override
    public boolean isOutdated() {
        return snapshot != null && isInUse();
    }

    /** Whoever has the file open shares memory with others; what a writer left that found no room for it holds nothing. */
    private boolean isInUse() {
        Path log = side("-wal");
        return Files.exists(log)
                && (log.toFile().length() > 0 || side("-shm").toFile().length() >= LEAST_SHARED_BYTES);
    }

    /** The driver begins a transaction by this, in the mode that the connection was made with. */
    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    /** The driver's own rollback would begin the next transaction at once, and hold the lock. */
    @Override
    public void rollback(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public String translate(String sql) {
        return sql.replace("<identity>", "integer PRIMARY KEY")
                .replace("<text>", "text")
                .replace("<bytes>", "blob")
                .replace("<skip locked>", "")
                .replace("<in>", "IN (")
                .replace("</in>", ")");
    }

    @Override
    public IOException fault(SQLException e) {
        String holder = SqliteFault.isLocked(e)
                ? LockHolder.of(file).map(LockHolder::name).orElse("another program")
                : "";
        return new IOException(name() + ": " + SqliteFault.words(e, holder), e);
    }

    @Override
    public boolean isLost(SQLException e) {
        return false;
    }

    @Override
    public boolean isVictim(SQLException e) {
        return false;
    }

    @Override
    public boolean hasTables(Session session) throws SQLException {
        return session.number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'") > 0;
    }

    @Override
    public void refuseStrangers(Session session) throws SQLException {
        long application = session.number("PRAGMA application_id");
        boolean isEmpty = session.number("SELECT count(*) FROM sqlite_master") == 0;
        if (application != APPLICATION && !(application == 0 && isEmpty)) {
            throw problem("this database is no ledger", "Name another file under `ledger`.");
        }
    }

    @Override
    public void makeReady(Session session) throws SQLException {
        if (session.number("PRAGMA application_id") == 0) {
            session.execute("PRAGMA application_id = " + APPLICATION);
        }
    }

    @Override
    public Seat takeSeat(Session session, String campaign, String host, String who, Instant now)
            throws IOException, Occupied {
        return CampaignLock.take(file.toRealPath(), campaign, who, now);
    }

    @Override
    public void signIn(Session session, long worker) {
        // The campaign's lock is held by this process alone.
    }

    @Override
    public void signOut(Session session) {
        // The campaign's lock ends with the seat.
    }

    /** Whoever holds the campaign's lock knows that everybody else is dead. */
    @Override
    public String deadWorkers() {
        return "SELECT id FROM worker WHERE campaign = ? AND id <> ?";
    }

    @Override
    public void noteGrowth(Session session) {
        // Its planner goes by the indexes alone.
    }

    @Override
    public boolean isShared() {
        return false;
    }

    static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Path side(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private InputProblem problem(String message, String remedy) {
        return new InputProblem(Place.file(name()), message, remedy);
    }
}
