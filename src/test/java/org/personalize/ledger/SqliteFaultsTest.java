package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.personalize.ledger.Sample.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.InputProblem;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What disks, file systems and other programs do to a ledger's file. */
class SqliteFaultsTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("personalize.db");
    }

    private void execute(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.toList()) {
                files.put(
                        path.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return files;
    }

    @Test
    void aDiskThatHasRoomForNothingMoreIsFullWhereverThatShows() {
        for (var code : List.of(SQLiteErrorCode.SQLITE_FULL, SQLiteErrorCode.SQLITE_IOERR_SHMSIZE)) {
            assertThat(SqliteFault.words(new SQLiteException("I/O error within xShmMap", code), ""))
                    .isEqualTo("the disk is full. Make room and run the command again; nothing was half done.");
        }
        assertThat(SqliteFault.words(new SQLiteException("", SQLiteErrorCode.SQLITE_IOERR_READ), ""))
                .startsWith("the disk failed (");
    }

    @Test
    void everyFileIsItsOwnersAlone() throws Exception {
        try (Ledger ledger = Ledger.open(file().toString());
                Shift shift = ledger.begin(new Edition("../a b/ü:*?" + "x".repeat(300), ""), WHO, HOST, NINE)) {
            assertThat(shift.recovery()).isNotNull();
            assertThat(files())
                    .hasSize(4)
                    .allSatisfy((name, rights) -> assertThat(rights).isEqualTo("rw-------"));
            assertThat(files()).containsKeys("personalize.db", "personalize.db-wal", "personalize.db-shm");
        }
    }

    @Test
    void campaignsWithNamesThatLookAlikeHaveLocksOfTheirOwn() throws Exception {
        try (Ledger ledger = Ledger.open(file().toString());
                Shift one = ledger.begin(new Edition("a/b", ""), WHO, HOST, NINE);
                Shift other = ledger.begin(new Edition("a:b", ""), WHO, HOST, NINE)) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void readingMakesNoFile() throws Exception {
        assertThat(Ledger.openExisting(file().toString())).isEmpty();
        assertThat(files()).isEmpty();
        try (Ledger ledger = Ledger.open(file().toString())) {
            plan(ledger, "ann");
        }
        Map<String, String> before = files();
        assertThat(before).containsOnlyKeys("personalize.db");
        try (Ledger reader = Ledger.openExisting(file().toString()).orElseThrow()) {
            assertThat(states(reader)).containsOnlyKeys("ann");
            assertThat(files()).isEqualTo(before);
            try (Ledger writer = Ledger.open(file().toString())) {
                plan(writer, "bob");
                assertThat(states(reader)).containsOnlyKeys("ann", "bob");
            }
        }
        try (Ledger reader = Ledger.openExisting(file().toString()).orElseThrow()) {
            assertThat(states(reader)).containsOnlyKeys("ann", "bob");
        }
    }

    /** On a full disk the memory that connections share could not grow, so that reading must not need it. */
    @Test
    void whatAWriterLeftThatFoundNoRoomKeepsNobodyFromReading() throws Exception {
        try (Ledger ledger = Ledger.open(file().toString())) {
            plan(ledger, "ann");
        }
        Path shared = Files.write(folder.resolve("personalize.db-shm"), new byte[3]);
        Files.createFile(folder.resolve("personalize.db-wal"));

        try (Ledger reader = Ledger.openExisting(file().toString()).orElseThrow()) {
            assertThat(states(reader)).containsOnlyKeys("ann");
            assertThat(shared).hasSize(3);
            try (Ledger writer = Ledger.open(file().toString())) {
                plan(writer, "bob");
                assertThat(states(reader)).containsOnlyKeys("ann", "bob");
            }
        }
    }

    @Test
    void anEmptyFileHoldsNothingYet() throws Exception {
        Files.createFile(file());
        assertThat(Ledger.openExisting(file().toString())).isEmpty();
        try (Ledger ledger = Ledger.open(file().toString())) {
            assertThat(ledger.steps()).isZero();
        }
    }

    @Test
    void strangeNamesOfFilesAreTakenAsTheyAre() throws Exception {
        Path strange = Files.createDirectory(folder.resolve("50%41 & ?mode=memory#ü"));
        Path file = strange.resolve("file:a?immutable=1 b.db");
        try (Ledger ledger = Ledger.open(file.toString())) {
            plan(ledger, "ann");
        }
        assertThat(file).exists();
        try (Ledger reader = Ledger.openExisting(file.toString()).orElseThrow()) {
            assertThat(states(reader)).containsOnlyKeys("ann");
        }
    }

    @Test
    void aMissingFolderIsTheUsersToMake() {
        assertThatThrownBy(() -> Ledger.open(folder.resolve("no/ledger.db").toString()))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> Ledger.open(folder.toString())).isInstanceOf(InputProblem.class);
    }

    @Test
    void aNewerLedgerIsRefused() throws Exception {
        Ledger.open(file().toString()).close();
        execute("UPDATE meta SET value = '99' WHERE name = 'version'");
        assertThatThrownBy(() -> Ledger.open(file().toString()))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("made by a newer version");
        assertThatThrownBy(() -> Ledger.openExisting(file().toString())).isInstanceOf(InputProblem.class);
    }

    @Test
    void anOlderLedgerIsReadAsItIsAndBroughtUpToDateByTheNextWriter() throws Exception {
        Ledger.open(file().toString()).close();
        execute("DROP INDEX suppression_in_force");
        execute("DROP INDEX suppression_of_person");
        execute("ALTER TABLE suppression DROP COLUMN customer");
        execute("CREATE UNIQUE INDEX suppression_in_force ON suppression (mailbox, reason, source, campaign)");
        execute("INSERT INTO suppression VALUES (1, 'ann@example.com', 'example.com', 'bounced', 0, 'a', 0, NULL)");
        execute("DROP TABLE segment");
        execute("DROP TABLE segment_copy");
        execute("DROP TABLE domain_answers");
        execute("DROP TABLE edition_answers");
        for (String rule : List.of("priority", "quiet_days", "max_per_week", "repeat_after")) {
            execute("ALTER TABLE campaign DROP COLUMN " + rule);
        }
        execute("ALTER TABLE edition DROP COLUMN last_out");
        execute("UPDATE meta SET value = '1' WHERE name = 'version'");
        try (Ledger old = Ledger.openExisting(file().toString()).orElseThrow()) {
            assertThat(old.standings(SPRING, NINE).planned()).isZero();
            old.suppressions(one -> assertThat(one.customer()).isEmpty());
        }
        Ledger.open(file().toString()).close();
        execute("INSERT INTO edition_answers VALUES (1, 0, 0, 0)");
    }

    @Test
    void somebodyElsesDatabaseIsRefusedAndLeftAlone() throws Exception {
        execute("CREATE TABLE theirs (x)");
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> Ledger.open(file().toString()))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("no ledger");
        assertThatThrownBy(() -> Ledger.openExisting(file().toString())).isInstanceOf(InputProblem.class);
        assertThat(Files.readAllBytes(file()).length).isEqualTo(before.length);
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws Exception {
        Files.writeString(file(), "customer_id,email\n".repeat(1_000));
        assertThatThrownBy(() -> Ledger.open(file().toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("no ledger");
    }

    @Test
    void aDamagedLedgerIsNamed() throws Exception {
        try (Ledger ledger = Ledger.open(file().toString())) {
            ledger.revise(SPRING, many(2_000), CENSUS, NINE);
        }
        byte[] whole = Files.readAllBytes(file());
        for (int page = 1; page * 4_096 < whole.length; page++) {
            java.util.Arrays.fill(whole, page * 4_096, page * 4_096 + 64, (byte) 0x5A);
        }
        Files.write(file(), whole);
        assertThatThrownBy(() -> {
                    try (Ledger ledger = Ledger.open(file().toString())) {
                        states(ledger);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("damaged");
    }

    @Test
    void aTruncatedLedgerIsNamed() throws Exception {
        try (Ledger ledger = Ledger.open(file().toString())) {
            ledger.revise(SPRING, many(2_000), CENSUS, NINE);
        }
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> {
                    try (Ledger ledger = Ledger.open(file().toString())) {
                        states(ledger);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void somebodyElsesLockIsWaitedForAndThenReported() throws Exception {
        Ledger.open(file().toString()).close();
        var impatient = new SqliteFile(file(), Duration.ofMillis(50), Duration.ofMillis(50));
        try (Ledger ledger = SqlLedger.open(impatient);
                var other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> plan(ledger, "ann"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another program keeps the ledger locked");
            assertThat(states(ledger)).as("reading goes on").isEmpty();
            statement.execute("ROLLBACK");
            plan(ledger, "ann");
            assertThat(states(ledger)).containsOnlyKeys("ann");
        }
    }

    @Test
    void aFullDiskLeavesNothingHalfDone() throws Exception {
        try (Ledger ledger = SqlLedger.open(new FullDisk(file(), 60))) {
            plan(ledger, "ann");
            assertThatThrownBy(() -> ledger.revise(SPRING, many(2_000), CENSUS, NINE))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("disk is full");
            assertThat(states(ledger)).containsOnlyKeys("ann");
            try (Shift shift = begin(ledger)) {
                commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
            }
            assertThat(states(ledger)).containsEntry("ann", State.ACCEPTED);
        }
    }

    @Test
    void aDiskThatFillsUpDuringACommitGrantsNothing() throws Exception {
        try (Ledger ledger = Ledger.open(file().toString())) {
            ledger.revise(SPRING, many(300), CENSUS, NINE);
        }
        long pages = Files.size(file()) / 4_096;
        try (Ledger ledger = SqlLedger.open(new FullDisk(file(), (int) pages));
                Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(300, NINE, Caps.NONE);
            List<Entry> entries = claims.stream()
                    .map(c -> (Entry) new Entry.Deferred(c, "451 ".repeat(200), TEN, TEN.plusSeconds(60)))
                    .toList();
            assertThatThrownBy(() -> shift.commit(entries, NINE, Caps.NONE)).isInstanceOf(IOException.class);
            assertThat(states(ledger).values()).containsOnly(State.CLAIMED);
            assertThat(commit(shift, new Entry.Finish(claims.get(0)))).isEqualTo(Mark.GRANTED);
        }
    }

    @Test
    void pausingComesToItsTurnSoonWhileASenderNeverRests() throws Exception {
        var isOver = new AtomicBoolean();
        try (Ledger ledger = Ledger.open(file().toString());
                Ledger other = Ledger.open(file().toString());
                Shift shift = begin(ledger)) {
            plan(ledger, "ann");
            var sender = new BusySender(shift, isOver);
            sender.start();
            long longest = 0;
            for (int i = 0; i < 20; i++) {
                for (long seen = sender.commits; sender.commits < seen + 5 && sender.isAlive(); ) {
                    Thread.onSpinWait();
                }
                long before = sender.commits;
                other.setBrake("digest", i % 2 == 0 ? Brake.PAUSED : Brake.OFF, "", NINE);
                longest = Math.max(longest, sender.commits - before);
            }
            isOver.set(true);
            sender.join();
            assertThat(sender.commits).isGreaterThan(20);
            assertThat(longest).as("commits of the sender meanwhile").isLessThan(1_000);
        }
    }

    @Test
    void networkFileSystemsAreKnown() {
        assertThat(List.of("nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "ceph", "NFS"))
                .allMatch(NetworkStores::areKnownAs);
        assertThat(List.of("ext4", "xfs", "btrfs", "overlay", "tmpfs", "apfs", "NTFS", "zfs"))
                .noneMatch(NetworkStores::areKnownAs);
    }

    /** Commits as fast as it can. */
    private static final class BusySender extends Thread {
        private final Shift shift;
        private final AtomicBoolean isOver;
        private volatile long commits;

        BusySender(Shift shift, AtomicBoolean isOver) {
            this.shift = shift;
            this.isOver = isOver;
        }

        @Override
        public void run() {
            try {
                for (long done = 0; !isOver.get(); done++) {
                    commit(shift, new Entry.Released(claimOne(shift)));
                    commits = done;
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static List<Change> many(int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> (Change) new Change.Promised(promise("p" + i)))
                .toList();
    }
}
