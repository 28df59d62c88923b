package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.run.SendStory;

/** Several machines that send one campaign from one PostgreSQL, a real one. */
@Tag("soak")
class PostgresSendersTest extends AtARelay {

    private static final int CONNECTIONS = 4;
    private static final int OCCUPIED = 75;
    private static final int PEOPLE = 400;

    private static EmbeddedPostgres server;

    private Shop shop;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() throws IOException, SQLException {
        run("DROP SCHEMA IF EXISTS shop CASCADE");
        run("CREATE SCHEMA shop");
        shop = Shop.of(folder, relay, PEOPLE)
                .with("ledger: \"jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&currentSchema=shop\""
                        .formatted(server.getPort()));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "4, 0", "2, 1", "4, 2"})
    void hostsShareACampaignAndMailNobodyTwice(int hosts, long seed)
            throws IOException, Occupied, InterruptedException, ExecutionException {
        relay.misbehaving(seed == 0 ? Mischief.NONE : Mixture.rough(seed)).answeringAfter(2);
        ExecutorService machines = Executors.newFixedThreadPool(hosts);
        List<Future<SendStory>> stories = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            String name = "host" + host;
            stories.add(machines.submit(() -> shop.send(Instant.now(), name)));
        }
        for (Future<SendStory> story : stories) {
            assertThat(story.get().end()).isEqualTo(SendStory.End.DONE);
        }
        machines.shutdown();
        shop.finish();
        Verdict verdict = Verdict.on(shop, relay, hosts + " hosts, seed " + seed)
                .afterCrashes(0, CONNECTIONS)
                .isComplete();
        if (seed == 0) {
            verdict.isFlawless();
        }
    }

    @Test
    void aSecondSenderOnOneMachineIsToldOfTheFirst() throws IOException, InterruptedException {
        Relay.Gate gate = relay.holdAt(Stage.AFTER_DOT, 1);
        Child first = Child.send(shop);
        gate.await(first);
        Child second = Child.send(shop);
        assertThat(second.end()).as(second.err()).isEqualTo(OCCUPIED);
        assertThat(second.err()).contains("process " + first.pid());
        gate.open();
        assertThat(first.end()).as(first.err()).isZero();
        Verdict.on(shop, relay, "one machine").isFlawless();
    }

    @Test
    void aKilledSenderIsTakenOverByAnother() throws IOException, Occupied, InterruptedException {
        for (int kill = 1; kill <= 3; kill++) {
            Child child = Child.send(shop);
            relay.listenAt(Stage.AFTER_DOT, 20 * kill).await(child);
            child.kill();
        }
        shop.finish();
        Verdict.on(shop, relay, "three kills").afterCrashes(3, CONNECTIONS).isComplete();
    }

    /** Every session is ended by the server, as by one that is restarted. */
    @Test
    void aServerThatIsRestartedCostsNobodyASecondMail()
            throws IOException, Occupied, InterruptedException, SQLException {
        relay.answeringAfter(2);
        Child child = Child.send(shop);
        relay.listenAt(Stage.RCPT, 40).await(child);
        run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname IS NOT NULL");
        int code = child.end();
        assertThat(child.err()).as("exit %d", code).doesNotContain("Exception").doesNotContain("itself");
        assertThat(code).as(child.err()).isEqualTo(74);
        shop.finish();
        Verdict.on(shop, relay, "restarted").afterCrashes(1, CONNECTIONS).isComplete();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
