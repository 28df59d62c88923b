package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.State;

/** The program killed as no program can prevent, at every step of a mail and at any moment. */
class KillTest extends AtARelay {

    private static final int CONNECTIONS = 4;

    /** More of them with {@code -Dpersonalize.kills=200}. */
    private static final int KILLS = Integer.getInteger("personalize.kills", 20);

    /** The relay has the dot and nobody knows it: this one mail may have arrived, and no other. */
    @Test
    void whoIsKilledBetweenTheDotAndItsAnswerLeavesOneDoubtfulMail()
            throws IOException, Occupied, InterruptedException {
        Shop shop = oneConnection(40);
        killAt(shop, Stage.AFTER_DOT, 3);
        Path log = folder.resolve("send.log");
        Child.start(shop, "send", shop.campaign, "--yes", "--log", log.toString())
                .end();
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains("\"event\":\"doubtful\""))
                .singleElement(STRING)
                .contains("\"customer_id\":", "the final dot may have been on its way");
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains("\"event\":\"due_again\""))
                .isNotEmpty()
                .allMatch(line -> line.contains("its sender ended before it was handed over"));
        shop.finish();
        Verdict verdict = Verdict.on(shop, relay, "killed after the dot")
                .afterCrashes(1, 1)
                .isComplete();
        assertThat(verdict.counts().doubtful()).isOne();
    }

    /** Nobody may begin a mail under a brake; what the dead sender held is settled by the next run all the same. */
    @ParameterizedTest
    @CsvSource({"cancel, 0", "pause, 39"})
    void whatAKilledSenderHeldIsSettledUnderABrake(String brake, int held)
            throws IOException, Occupied, InterruptedException {
        Shop shop = oneConnection(40);
        killAt(shop, Stage.AFTER_DOT, 1);
        assertThat(Child.start(shop, brake, shop.campaign).end()).isZero();
        assertThat(shop.counts().due()).isPositive();
        Child next = Child.start(shop, "send", shop.campaign, "--yes");
        assertThat(next.end()).as(next.err()).isOne();
        assertThat(shop.counts().due()).isZero();
        assertThat(shop.counts().doubtful()).isOne();
        assertThat(shop.counts().held()).isEqualTo(held);
        assertThat(shop.rows().values())
                .filteredOn(row -> row.state() == (held > 0 ? State.PLANNED : State.SKIPPED))
                .hasSize(39);
        assertThat(relay.accepted()).hasSize(1);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Stage.class)
    void aKillAtAnyStageOnOneConnectionDoublesNobody(Stage stage) throws IOException, Occupied, InterruptedException {
        Shop shop = oneConnection(60);
        for (int kill = 1; kill <= 3; kill++) {
            // The first connection of every run is the only one.
            killAt(shop, stage, stage == Stage.CONNECT || stage == Stage.EHLO ? 1 : 3 * kill);
        }
        shop.finish();
        Verdict.on(shop, relay, "three kills at " + stage).afterCrashes(3, 1).isComplete();
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource(Stage.class)
    void aKillAtAnyStageWhileOthersAreElsewhereDoublesNobody(Stage stage)
            throws IOException, Occupied, InterruptedException {
        Shop shop = Shop.of(folder, relay, 300);
        killAt(shop, stage, stage == Stage.CONNECT || stage == Stage.EHLO ? 2 : 50);
        killAt(shop, stage, stage == Stage.CONNECT || stage == Stage.EHLO ? 4 : 20);
        shop.finish();
        Verdict.on(shop, relay, "two kills at " + stage)
                .afterCrashes(2, CONNECTIONS)
                .isComplete();
    }

    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 2", "3, 0", "4, 5"})
    void killsAtRandomMomentsDoubleNobodyAndLoseNobody(long seed, long latencyMillis)
            throws IOException, Occupied, InterruptedException {
        relay.misbehaving(seed % 2 == 0 ? Mixture.crowded(seed) : Mixture.rough(seed))
                .answeringAfter(latencyMillis);
        var random = new Random(seed);
        int kills = Math.max(1, KILLS / 4);
        Shop shop = Shop.of(folder, relay, 60 * kills);
        int crashes = 0;
        for (int kill = 0; kill < kills; kill++) {
            Child child = Child.send(shop);
            relay.listenAt(Stage.RCPT, 1).await(child);
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(150_000)));
            crashes += child.isAlive() ? 1 : 0;
            child.kill();
        }
        shop.finish();
        String story = "%d kills, seed %d".formatted(crashes, seed);
        Verdict.on(shop, relay, story).afterCrashes(crashes, CONNECTIONS).isComplete();
    }

    private Shop oneConnection(int people) throws IOException {
        return Shop.of(folder, relay, people).with("connections: 4", "connections: 1");
    }

    /** The relay goes on once nobody listens any more: what lies in its socket is read all the same. */
    private void killAt(Shop shop, Stage stage, int number) throws IOException, InterruptedException {
        Relay.Gate gate = relay.holdAt(stage, number);
        Child child = Child.send(shop);
        gate.await(child);
        child.kill();
        gate.open();
        relay.awaitQuiet();
    }
}
