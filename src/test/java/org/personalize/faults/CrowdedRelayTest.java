package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.run.BrokenOff;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;

/** A relay that has fewer lines than the campaign has couriers. */
class CrowdedRelayTest extends AtARelay {

    private static final int PEOPLE = 6;

    /** Much more than a run needs that ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So many times as fast go the clocks of a run that is to wait for minutes. */
    private static final long HASTE = 60;

    private static final Path FULL = Path.of("/dev/full");

    /** Long enough for every courier to knock while the first one is still being served. */
    private static final long LATENCY_MILLIS = 50;

    private SendStory sentBriefly(Stage stage, Path log) throws IOException {
        relay.misbehaving(
                (where, visit) -> where == stage ? Fault.hangUp("421 4.3.2 ann@shop.example, not now\r\n") : null);
        Shop shop = Shop.of(folder, relay, PEOPLE);
        Instant start = Instant.now();
        var orders = new SendOrders(
                Instant::now, System::nanoTime, "a test", "here", Duration.ofSeconds(2), log, false, story -> true);
        return assertTimeoutPreemptively(PATIENCE, () -> Sending.run(shop.request(start), Selection.EVERYBODY, orders));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "MAIL"})
    void whatARelayThatOnlyTurnsAwaySaidIsToldAndLoggedWithoutAddresses(Stage stage) throws IOException {
        Path log = folder.resolve("send.log");
        SendStory story = sentBriefly(stage, log);
        assertThat(story.end()).isEqualTo(SendStory.End.RELAY);
        assertThat(story.why()).endsWith("its last answer was: 421 4.3.2 a***@shop.example, not now");
        assertThat(story.counts().due()).isEqualTo(PEOPLE);
        assertThat(story.notes())
                .singleElement()
                .asString()
                .matches("The relay turned us away (once|\\d+ times); "
                        + "its last answer was: 421 4\\.3\\.2 a\\*{3}@shop\\.example, not now");
        assertThat(Files.readString(log))
                .contains("\"event\":\"turned_away\"")
                .contains("\"answer\":\"421 4.3.2 a***@shop.example, not now\"");
    }

    @Test
    void aRunWithoutALimitGivesUpOnARelayThatOnlyTurnsAway() throws IOException {
        relay.misbehaving((stage, visit) -> stage == Stage.CONNECT ? Fault.hangUp("450 4.3.2 not now\r\n") : null);
        Shop shop = Shop.of(folder, relay, PEOPLE);
        Instant start = Instant.now();
        var hasty = new SendOrders(
                Instant::now, () -> HASTE * System.nanoTime(), "a test", "here", null, null, false, story -> true);
        SendStory story =
                assertTimeoutPreemptively(PATIENCE, () -> Sending.run(shop.request(start), Selection.EVERYBODY, hasty));
        assertThat(story.end()).isEqualTo(SendStory.End.RELAY);
        assertThat(story.why()).contains("turned us away").endsWith("its last answer was: 450 4.3.2 not now");
        assertThat(story.counts().due()).isEqualTo(PEOPLE);
        assertThat(relay.count(Stage.CONNECT)).isGreaterThan(5);
    }

    @Test
    void aRelayThatDealtWithOneMailLetsTheTimeRunOut() throws IOException {
        relay.misbehaving((stage, visit) ->
                stage == Stage.MAIL && relay.count(Stage.ANSWERED) > 0 ? Fault.hangUp("421 4.3.2 not now\r\n") : null);
        Shop shop = Shop.of(folder, relay, PEOPLE).with("connections: 4", "connections: 1");
        Instant start = Instant.now();
        var brief = new SendOrders(
                Instant::now, System::nanoTime, "a test", "here", Duration.ofSeconds(2), null, false, story -> true);
        SendStory story =
                assertTimeoutPreemptively(PATIENCE, () -> Sending.run(shop.request(start), Selection.EVERYBODY, brief));
        assertThat(story.end()).isEqualTo(SendStory.End.RUNTIME);
        assertThat(relay.accepted()).isNotEmpty();
    }

    @Test
    void aLogThatTakesNoMoreIsNamedAndWhatLeftBeforeIsTold() throws IOException, Occupied {
        assumeTrue(Files.exists(FULL));
        Shop shop = Shop.of(folder, relay, PEOPLE);
        var orders = new SendOrders(Instant::now, System::nanoTime, "a test", "here", null, FULL, false, story -> true);
        BrokenOff end = catchThrowableOfType(
                BrokenOff.class, () -> Sending.run(shop.request(Instant.now()), Selection.EVERYBODY, orders));
        assertThat(end.disk()).isInstanceOf(FileSystemException.class).hasMessageContaining("/dev/full");
        assertThat(end.accepted()).isEqualTo(relay.accepted().size()).isPositive();
        assertThat(end.words()).contains("the ledger knows");
        assertThat(shop.counts().accepted()).isEqualTo(end.accepted());
    }

    @Test
    void aRunThatItsLogBreaksOffGivesOneDocumentAllTheSame() throws IOException, InterruptedException {
        assumeTrue(Files.exists(FULL));
        Shop shop = Shop.of(folder, relay, PEOPLE);
        Child child = Child.start(shop, "send", shop.campaign, "--yes", "--json", "--log", FULL.toString());
        assertThat(child.end()).isEqualTo(74);
        assertThat(child.err())
                .contains("personalize: /dev/full: cannot be read or written (")
                .contains(" accepted by the relay in this run before that; the ledger knows ");
        assertThat(child.out())
                .startsWith("{")
                .contains("\"campaign\": \"spring\"", "\"exit_code\": 74", "\"accepted\": ");
    }

    @Test
    void whoLeavesKeepsNobodyElseWaitingForItsLine() throws IOException {
        relay.answeringAfter(LATENCY_MILLIS)
                .misbehaving((stage, visit) -> stage == Stage.CONNECT && visit.open() > 1
                        ? Fault.hangUp("421 4.3.2 too many connections\r\n")
                        : null);
        Shop shop = Shop.of(folder, relay, PEOPLE).with("connections: 4", "connections: 2");
        Instant start = Instant.now();
        // All who may be mailed are claimed at once: the one who sends the last goes home without asking for more.
        var limited = new Selection(PEOPLE, List.of());

        SendStory story = assertTimeoutPreemptively(
                PATIENCE, () -> Sending.run(shop.request(start), limited, Shop.orders(start, "this machine")));

        assertThat(story.counts()).isNotNull();
        assertThat(story.notes())
                .filteredOn(note -> note.startsWith("The relay turned us away "))
                .singleElement()
                .asString()
                .endsWith("; its last answer was: 421 4.3.2 too many connections");
        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(relay.count(Stage.CONNECT)).isGreaterThan(1);
    }
}
