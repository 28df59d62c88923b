package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;

/** A ledger that cannot be written, read, or trusted. */
@Tag("soak")
class LedgerFaultsTest extends AtARelay {

    private static final int DISK = 74;
    private static final int WRONG_INPUT = 2;
    private static final int CONNECTIONS = 4;
    private static final int PEOPLE = 300;

    private Shop shop;
    private Path ledger;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE).with("ledger: kept/ledger.db");
        ledger = Files.createDirectories(folder.resolve("kept")).resolve("ledger.db");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1300, 1450, 1700, 2100, 2700})
    void aFullDiskStopsTheRunAndRoomLetsItGoOn(int kibibytes) throws IOException, Occupied, InterruptedException {
        try (SmallDisk disk = SmallDisk.at(ledger.getParent(), kibibytes)) {
            Child child = Child.startIn(shop, disk.limits(), "send", shop.campaign, "--yes", "--json");
            int code = child.end();
            if (code != 0) {
                assertThat(code).as(child.err()).isEqualTo(DISK);
                assertThat(child.err()).contains("ledger.db").doesNotContain("Exception", ".. ");
                if (!relay.accepted().isEmpty()) {
                    assertThat(child.err()).contains(" accepted by the relay in this run before that; ");
                    assertThat(child.out()).contains("\"exit_code\": " + DISK);
                }
            }
            disk.makeRoom();
            shop.finish();
            Verdict.on(shop, relay, kibibytes + " KiB, exit " + code + ' ' + child.err())
                    .afterCrashes(disk.isReal() ? 0 : 1, CONNECTIONS)
                    .isComplete();
        }
    }

    @Test
    void aKeyThatFindsNoRoomIsNamed() throws IOException, InterruptedException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        shop.with("secret: keys/personalize.key");
        try (SmallDisk disk = SmallDisk.at(keys, 4)) {
            assumeTrue(disk.isReal());
            Files.write(keys.resolve("fill"), new byte[4096]);
            Child child = Child.send(shop);
            assertThat(child.end()).as(child.err()).isEqualTo(DISK);
            assertThat(child.err()).contains("keys/personalize.key: cannot be read or written (no key can be made: ");
        }
        assertThat(relay.accepted()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAndNothingIsSent() throws IOException, Occupied, InterruptedException {
        putEverybodyOff();
        try (ReadOnly kept = ReadOnly.folder(ledger.getParent())) {
            Child child = Child.send(shop);
            assertThat(child.end()).as(child.err()).isEqualTo(DISK);
            assertThat(child.err()).contains(kept.folder().toString()).doesNotContain("Exception");
        }
        assertThat(relay.accepted()).isEmpty();
        shop.finish();
        Verdict.on(shop, relay, "read-only").isFlawless();
    }

    @Test
    void aLedgerThatAStrangerKeepsLockedIsNotWaitedForLong()
            throws IOException, Occupied, InterruptedException, SQLException {
        putEverybodyOff();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            long start = System.nanoTime();
            Child child = Child.send(shop);
            assertThat(child.end()).as(child.err()).isEqualTo(DISK);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                    .isLessThan(20);
            assertThat(child.err())
                    .contains(
                            "ledger.db: process " + ProcessHandle.current().pid() + " (java) keeps the ledger locked");
            statement.execute("ROLLBACK");
        }
        assertThat(relay.accepted()).isEmpty();
        shop.finish();
        Verdict.on(shop, relay, "locked").isFlawless();
    }

    @Test
    void aLedgerThatIsLockedForAMomentWhileItSendsIsWaitedFor() throws IOException, InterruptedException, SQLException {
        relay.answeringAfter(2);
        Child child = Child.send(shop);
        relay.listenAt(Stage.RCPT, 20).await(child);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger + "?busy_timeout=5000");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 3; i++) {
                statement.execute("BEGIN IMMEDIATE");
                child.await(500);
                statement.execute("ROLLBACK");
            }
        }
        assertThat(child.end()).as(child.err()).isZero();
        Verdict.on(shop, relay, "locked for moments")
                .afterCrashes(0, CONNECTIONS)
                .isFlawless();
    }

    enum Damage {
        GARBAGE_IN_THE_MIDDLE,
        GARBAGE_AT_THE_START,
        CUT_IN_HALF,
        EMPTY,
        GONE
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aDamagedLedgerIsLeftAloneAndNothingIsSent(Damage damage) throws IOException, Occupied, InterruptedException {
        putEverybodyOff();
        relay.misbehaving(Mischief.NONE);
        doDamage(damage);

        Child child = Child.start(
                shop,
                "send",
                shop.campaign,
                "--yes",
                "--now",
                Instant.now().plusSeconds(3600).toString());
        assertThat(child.end()).as(child.err() + child.out()).isIn(DISK, WRONG_INPUT);
        assertThat(child.err()).contains("ledger").doesNotContain("Exception");
        assertThat(relay.accepted()).isEmpty();
        assertThat(Files.exists(ledger)).isEqualTo(damage != Damage.GONE);
    }

    private void doDamage(Damage damage) throws IOException {
        long size = Files.size(ledger);
        byte[] garbage = new byte[(int) (size / 2)];
        new Random(7).nextBytes(garbage);
        try (var file = new RandomAccessFile(ledger.toFile(), "rw")) {
            switch (damage) {
                case GARBAGE_IN_THE_MIDDLE -> {
                    file.seek(size / 4);
                    file.write(garbage);
                }
                case GARBAGE_AT_THE_START -> file.write(garbage);
                case CUT_IN_HALF -> file.setLength(size / 2);
                case EMPTY -> file.setLength(0);
                case GONE -> Files.delete(ledger);
            }
        }
    }

    /** A first run that leaves a ledger in which everybody is deferred. */
    private void putEverybodyOff() throws IOException, Occupied {
        shop.with("retry: [1s]", "retry: [10m]");
        relay.misbehaving(
                (stage, visit) -> stage == Stage.RCPT && visit.attempt() == 1 ? Fault.answer("451 4.7.1 later") : null);
        assertThat(shop.sendAt(Instant.now()).counts().deferred()).isEqualTo(PEOPLE);
    }
}
