package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.personalize.ledger.Sample.*;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Shift.Recovery;

/** What networks and servers do to senders, and who then knows what. */
class PostgresFaultsTest {

    private PostgresPlace place;
    private Ledger ledger;
    private CuttingProxy proxy;
    private Ledger remote;

    @BeforeEach
    void open() throws IOException {
        place = PostgresPlace.make();
        ledger = place.open();
        proxy = new CuttingProxy(PostgresPlace.port());
        remote = Ledger.open(place.address(proxy.port()));
    }

    @AfterEach
    void close() throws IOException {
        remote.close();
        proxy.close();
        ledger.close();
        place.close();
    }

    /** The next sender, once the server has seen that the other is gone. */
    private Shift next() throws Exception {
        for (long start = System.nanoTime(); ; Thread.onSpinWait()) {
            try {
                return begin(ledger);
            } catch (Occupied e) {
                if (System.nanoTime() - start > 10_000_000_000L) {
                    throw e;
                }
            }
        }
    }

    @Test
    void anUncertainClaimCountsAsNotClaimed() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(remote)) {
            shift.claim(0, NINE, Caps.NONE);
            proxy.loseNextCommit();
            assertThatThrownBy(() -> claimTwice(shift)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> shift.claim(1, NINE, Caps.NONE)).isInstanceOf(IOException.class);
        }
        try (Shift next = next()) {
            assertThat(claimOne(next).promise().customerId()).isEqualTo("ann");
        }
    }

    private static void claimTwice(Shift shift) throws IOException {
        shift.claimOverdue(1, NINE);
        shift.claim(1, NINE, Caps.NONE);
    }

    @Test
    void anUncertainMarkPermitsNoDotAndTheMailIsGivenBack() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(remote)) {
            Claim claim = claimOne(shift);
            proxy.loseNextCommit();
            assertThatThrownBy(() -> commit(shift, new Entry.Finish(claim))).isInstanceOf(IOException.class);
            assertThat(states(ledger)).as("the server did commit").containsEntry("ann", State.FINISHING);
            assertThatThrownBy(() -> commit(shift, new Entry.Finish(claim))).isInstanceOf(IOException.class);
            assertThat(commit(shift, new Entry.Released(claim))).isEqualTo(Mark.GRANTED);
            assertThat(states(ledger)).containsEntry("ann", State.PLANNED);
        }
        try (Shift next = next()) {
            assertThat(next.recovery()).isEqualTo(Recovery.NOTHING);
            assertThat(claimOne(next).promise().customerId()).isEqualTo("ann");
        }
    }

    @Test
    void anAcceptedMailIsWrittenDownOverANewLineHoweverOftenItIsSaid() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(remote)) {
            Claim ann = finishOne(shift);
            Claim bob = claimOne(shift);
            proxy.loseNextCommit();
            Entry accepted = new Entry.Accepted(ann, "250", "q1");
            assertThatThrownBy(() -> shift.commit(List.of(accepted, new Entry.Finish(bob)), NINE, Caps.NONE))
                    .isInstanceOf(IOException.class);
            assertThat(commit(shift, accepted)).isEqualTo(Mark.GRANTED);
            assertThat(commit(shift, accepted)).isEqualTo(Mark.GRANTED);
            assertThat(commit(shift, new Entry.Released(bob))).isEqualTo(Mark.GRANTED);
        }
        assertThat(states(ledger)).isEqualTo(Map.of("ann", State.ACCEPTED, "bob", State.PLANNED));
    }

    @Test
    void whatTheNextSenderHeldDoubtfulIsAcceptedWhenTheOldOneKnowsIt() throws Exception {
        plan(ledger, "ann", "bob", "cy");
        try (Shift shift = begin(remote)) {
            List<Claim> claims = shift.claim(3, NINE, Caps.NONE);
            shift.commit(List.of(new Entry.Finish(claims.get(0)), new Entry.Finish(claims.get(1))), NINE, Caps.NONE);
            cut();
            try (Shift next = next()) {
                assertThat(next.recovery()).satisfies(left -> {
                    assertThat(left.dueAgain()).isEqualTo(1);
                    assertThat(left.doubtful()).hasSize(2);
                });
                Claim cy = claimOne(next);
                List<Entry> said = List.of(
                        new Entry.Accepted(claims.get(0), "250", null),
                        new Entry.Deferred(claims.get(1), "451", TEN, TEN.plusSeconds(60)),
                        new Entry.Held(claims.get(2), "of no interest any more"));
                assertThat(shift.commit(said, NINE, Caps.NONE)).containsOnly(Mark.GRANTED);
                assertThat(states(ledger))
                        .isEqualTo(Map.of("ann", State.ACCEPTED, "bob", State.DEFERRED, "cy", State.CLAIMED));
                assertThat(commit(next, new Entry.Finish(cy))).isEqualTo(Mark.GRANTED);
            }
        }
    }

    @Test
    void anAcceptedMailIsNotSentAgainIfSomebodyAskedButNobodyBegan() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(remote)) {
            Claim ann = finishOne(shift);
            cut();
            next().close();
            assertThat(ledger.resendDoubtful(SPRING, List.of(), 9)).containsExactly("ann");
            commit(shift, new Entry.Accepted(ann, "250", null));
        }
        assertThat(states(ledger)).containsEntry("ann", State.ACCEPTED);
    }

    @Test
    void anAcceptedMailThatSomebodyAlreadySendsAgainStopsTheRun() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(remote)) {
            Claim ann = finishOne(shift);
            Claim bob = finishOne(shift);
            cut();
            try (Shift next = next()) {
                ledger.resendDoubtful(SPRING, List.of(), 9);
                claimOne(next);
                List<Entry> said = List.of(new Entry.Accepted(ann, "250", null), new Entry.Accepted(bob, "250", null));
                assertThatThrownBy(() -> shift.commit(said, NINE, Caps.NONE)).isInstanceOf(IllegalStateException.class);
                assertThat(states(ledger))
                        .as("the other one counts")
                        .isEqualTo(Map.of("ann", State.CLAIMED, "bob", State.ACCEPTED));
            }
        }
    }

    /** The server ends the sender's connection, as an operator would. */
    private void cut() throws Exception {
        PostgresPlace.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'personalize'"
                        + " AND client_port IS NOT NULL AND query LIKE '%' AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')");
    }

    @Test
    void aServerThatIsGoneIsTheWorldsFault() throws Exception {
        plan(ledger, "ann");
        Shift shift = begin(remote);
        Claim claim = claimOne(shift);
        proxy.shut();
        assertThatThrownBy(() -> commit(shift, new Entry.Finish(claim)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lost");
        shift.close();
        assertThatThrownBy(() -> plan(remote, "bob"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be reached");
        try (Shift next = next()) {
            assertThat(next.recovery()).satisfies(left -> {
                assertThat(left.dueAgain()).isEqualTo(1);
                assertThat(left.doubtful()).hasSize(0);
            });
        }
    }

    @Test
    void anotherHostTakesOverWhileItIsAtWork() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift other = ledger.begin(SPRING, WHO, "mail2", NINE)) {
            Shift shift = begin(remote);
            finishOne(shift);
            claimOne(shift);
            assertThat(other.claim(9, NINE, Caps.NONE)).isEmpty();
            proxy.shut();
            List<Claim> taken = new ArrayList<>();
            for (long start = System.nanoTime(); taken.isEmpty(); Thread.onSpinWait()) {
                taken.addAll(other.claim(9, NINE, Caps.NONE));
                assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
            }
            assertThat(taken).extracting(c -> c.promise().customerId()).containsExactly("bob");
            assertThat(other.recovery()).satisfies(left -> {
                assertThat(left.dueAgain()).isEqualTo(1);
                assertThat(left.doubtful()).hasSize(1);
            });
            shift.close();
        }
    }

    @Test
    void aCommitIsOnTheDiskWhateverTheServersDefault() throws Exception {
        // The server that tests share is set to answer before that.
        try (Line line = Line.open(new PostgresServer(PostgresAddress.read(place.address())), Database.Use.WRITING)) {
            String setting = line.transact(session -> session.find("SHOW synchronous_commit", row -> row.getString(1))
                    .orElseThrow());
            assertThat(setting).isEqualTo("on");
        }
    }

    @Test
    @Tag("soak")
    void aServerThatStartsAgainDuringARunLosesNobody(@TempDir Path folder) throws Exception {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false);
        EmbeddedPostgres server = builder.start();
        String address = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
        try (Ledger there = Ledger.open(address)) {
            plan(there, "ann", "bob", "cy");
            try (Shift shift = begin(there)) {
                Claim ann = finishOne(shift);
                Claim bob = claimOne(shift);
                server.close();
                server = EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("data"))
                        .setCleanDataDirectory(false)
                        .setPort(server.getPort())
                        .start();
                assertThat(commit(shift, new Entry.Accepted(ann, "250", null))).isEqualTo(Mark.GRANTED);
                assertThatThrownBy(() -> commit(shift, new Entry.Finish(bob))).isInstanceOf(IOException.class);
            }
            try (Shift next = begin(there)) {
                assertThat(next.recovery()).satisfies(left -> {
                    assertThat(left.dueAgain()).isEqualTo(1);
                    assertThat(left.doubtful()).hasSize(0);
                });
                assertThat(next.claim(9, NINE, Caps.NONE)).hasSize(2);
            }
            assertThat(states(there)).containsEntry("ann", State.ACCEPTED);
        } finally {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://nobody7:s3cret-pw@127.0.0.1:1/db",
                "jdbc:postgresql://127.0.0.1:1/db?user=nobody7&password=s3cret-pw",
                "jdbc:postgresql://127.0.0.1:%PORT%/postgres?user=nobody7&password=s3cret-pw",
                "jdbc:postgresql://nobody7:s3cret-pw@127.0.0.1:%PORT%/nowhere",
                "jdbc:postgresql://nobody7:s3cret-pw@127.0.0.1:%PORT%",
                "jdbc:postgresql://nobody7:s3cret-pw%zz@127.0.0.1/db",
                "jdbc:postgresql:nobody7:s3cret-pw@x",
                "jdbc:mysql://nobody7:s3cret-pw@x/y",
                "jdbc:postgresql://127.0.0.1:99999999/db?user=nobody7&password=s3cret-pw",
                "jdbc:postgresql://nobody7:s3cret-pw@no.such.host.invalid/db"
            })
    void namesAndPasswordsAreInNoMessage(String address) {
        String real = address.replace("%PORT%", String.valueOf(PostgresPlace.port()));
        assertThatThrownBy(() -> Ledger.open(real)).satisfies(e -> {
            var text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            assertThat(text.toString()).doesNotContain("s3cret-pw").doesNotContain("nobody7");
        });
        assertThatThrownBy(() -> Ledger.openExisting(real)).satisfies(e -> {
            var text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            assertThat(text.toString()).doesNotContain("s3cret-pw").doesNotContain("nobody7");
        });
    }

    @Test
    void withoutASchemaOfItsOwnNothingIsRead() throws Exception {
        String address = place.address().replace(place.schema(), "empty_" + place.schema());
        assertThat(Ledger.openExisting(address)).isEmpty();
        assertThatThrownBy(() -> Ledger.open(address))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("schema");
    }

    @Test
    void anAddressWithoutASchemaHasOneOfItsOwn() throws Exception {
        String address = place.address().replaceAll("&currentSchema=.*", "");
        try (Ledger own = Ledger.open(address)) {
            plan(own, "ann");
            assertThat(states(own)).containsOnlyKeys("ann");
            assertThat(states(ledger)).isEmpty();
            try (Shift here = begin(own);
                    Shift there = begin(ledger)) {
                assertThat(here).as("another ledger, other locks").isNotSameAs(there);
            }
        } finally {
            PostgresPlace.run("DROP SCHEMA personalize CASCADE");
        }
    }
}
