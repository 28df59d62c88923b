package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.run.PlanOrders;
import org.personalize.run.PlanRun;
import org.personalize.run.Progress;
import org.personalize.run.Request;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;

/** From a plan that somebody looked at to the mails that a relay takes. */
class PlannedSendTest extends AtARelay {

    private static final int PEOPLE = 12;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    /** So much faster does the machine's own clock run where a test would have to wait. */
    private static final long HASTE = 4;

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
        shop.with("customers: customers.csv}", "customers: customers.csv, items: items.csv}");
        shop.with("slots: {picks: {pick: 2}}");
        shop.write("items.csv", "item_id,title\nboots,Boots\ntent,Tent\nmap,Map\nrope,Rope\n");
    }

    private void sellOut(String item) {
        try {
            shop.change("items.csv", item, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path plan(Shop of, Instant now, boolean isAgain) throws IOException {
        Path out = folder.resolve("plan.json");
        PlanRun.run(of.request(now), Selection.EVERYBODY, new PlanOrders(out, null, null, isAgain, false), "test");
        return out;
    }

    private SendStory send(Path plan, Path log) throws IOException, Occupied {
        SendOrders usual = Shop.orders(LATER, "this machine");
        var orders = new SendOrders(
                usual.clock(), usual.nanos(), usual.who(), usual.host(), null, log, false, plan, usual.question());
        return Sending.run(shop.request(LATER), Selection.EVERYBODY, orders);
    }

    private Map<String, Promise> promises() throws IOException {
        Map<String, Promise> promises = new TreeMap<>();
        shop.rows(NOW).values().forEach(row -> promises.put(row.promise().customerId(), row.promise()));
        return promises;
    }

    private void assertRefused(Path plan, String... words) {
        assertThatThrownBy(() -> send(plan, null))
                .isInstanceOf(InputProblem.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
        assertThat(relay.accepted()).isEmpty();
    }

    @Test
    void whatWasPlannedIsSentAsItWasPlanned() throws IOException, Occupied {
        plan(shop, NOW, false);
        Map<String, Promise> promised = promises();
        shop.change("items.csv", "boots,Boots\n", "");
        shop.sendAt(LATER);

        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(promises()).isEqualTo(promised);
    }

    @Test
    void aPlanFromAFileIsSentToNobodyElse() throws IOException, Occupied {
        Path plan = plan(shop, NOW, false);
        suppress(Shop.address(3));

        assertThat(send(plan, null).counts().accepted()).isEqualTo(PEOPLE - 1);
        assertThat(relay.accepted()).hasSize(PEOPLE - 1).doesNotContainKey(Shop.address(3));
        send(plan, null);
        assertThat(relay.accepted().values()).containsOnly(1);
    }

    @Test
    void aPlanIsSentFromALedgerThatNeverSawIt() throws IOException, Occupied {
        Path plan = plan(shop, NOW, false);
        Map<String, Promise> promised = promises();
        Files.delete(folder.resolve("personalize.db"));

        send(plan, null);
        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(promises().keySet()).isEqualTo(promised.keySet());
        promises().forEach((id, promise) -> {
            assertThat(promise.slots()).isEqualTo(promised.get(id).slots());
            assertThat(promise.variant()).isEqualTo(promised.get(id).variant());
        });
    }

    @Test
    void aPlanIsRefusedWhenItsFilesHaveChanged() throws IOException {
        Path plan = plan(shop, NOW, false);
        shop.change("items.csv", "boots,Boots", "boots,Good boots");
        assertRefused(plan, "plan.json", "items.csv (data)", "Plan again");
        shop.change("items.csv", "boots,Good boots", "boots,Boots");
        shop.with("groups: {no_mail: 50%}");
        assertRefused(plan, "spring.yaml (settings)");
    }

    @Test
    void aPlanIsRefusedWhenTheLedgerWasPlannedAgain() throws IOException {
        Path plan = plan(shop, NOW, false);
        Path kept = Files.copy(plan, folder.resolve("kept.json"));
        plan(shop, NOW.plus(Duration.ofMinutes(15)), true);
        assertRefused(
                kept, "the ledger says otherwise for 12 people", "2026-03-02T09:15:00Z in the ledger", "Plan again");
    }

    @Test
    void aPlanOfAnotherCampaignOrAnEditedOneIsRefused() throws IOException {
        Path plan = plan(shop, NOW, false);
        String text = Files.readString(plan);
        Files.writeString(plan, text.replace("\"item_id\":\"boots\"", "\"item_id\":\"rope\""));
        assertRefused(plan, "not as it was written");
        Files.writeString(plan, text.replace("\"campaign\":\"spring\"", "\"campaign\":\"summer\""));
        assertRefused(plan, "a plan of summer, and the campaign is spring");
    }

    @Test
    void plannedAgainKeepsWhatWasSent() throws IOException, Occupied {
        plan(shop, NOW, false);
        Map<String, Promise> promised = promises();
        SendOrders orders = Shop.orders(LATER, "this machine");
        Sending.run(shop.request(LATER), new Selection(5, List.of()), orders);
        assertThat(relay.accepted()).hasSize(5);

        shop.with("subject: \"News for ${customer.first_name!'you'}\"", "subject: {first: News, second: More}");
        plan(shop, LATER, true);
        for (Row row : shop.rows(NOW).values()) {
            String id = row.promise().customerId();
            if (row.state() == State.ACCEPTED) {
                assertThat(row.promise()).isEqualTo(promised.get(id));
            } else {
                assertThat(row.promise().variant()).isIn("first", "second");
                assertThat(row.promise().sendAt()).isEqualTo(LATER);
            }
        }
    }

    @Test
    void freshContentReplacesWhatIsGoneAndSaysSo() throws IOException, Occupied {
        shop.with("schedule: {refresh: content}");
        plan(shop, NOW, false);
        assertThat(promises().get("c1").slots().get("picks"))
                .extracting(Shown::item)
                .containsExactly("boots", "map");
        shop.change("items.csv", "boots,Boots\n", "");
        Path log = folder.resolve("send.log");
        send(null, log);

        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(promises().values())
                .allSatisfy(promise -> assertThat(promise.slots().get("picks"))
                        .extracting(Shown::item)
                        .containsExactly("map", "rope"));
        assertThat(Files.readString(log))
                .contains("\"event\":\"refreshed\",\"campaign\":\"spring\",\"customer_id\":\"c1\","
                        + "\"answer\":\"picks: map|rope instead of boots|map\"");
    }

    /** A paced mail is made ready when it may go, any other while the one before it is answered. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itemsThatChangeWhileMailsGoOutAreReadForTheRestOfThem(boolean isPaced) throws IOException, Occupied {
        relay.answeringAfter(isPaced ? 0 : 100);
        shop = Shop.of(folder, relay, 40)
                .with("customers: customers.csv}", "customers: customers.csv, items: items.csv}")
                .with("connections: 4", "connections: 4" + (isPaced ? ", per_second: 3" : ""))
                .with("slots: {picks: {pick: 2}}")
                .with("schedule: {refresh: content}");
        plan(shop, NOW, false);
        var isExported = new AtomicBoolean();
        Progress exporting = (what, done, of) -> {
            if (what.equals("sending") && done > 0 && isExported.compareAndSet(false, true)) {
                sellOut("boots,Boots\n");
            }
        };
        Request usual = shop.request(LATER);
        var request = new Request(
                usual.campaign(), usual.now(), usual.maxRejects(), usual.environment(), exporting, usual.stop());
        SendOrders orders = Shop.orders(LATER, "this machine");
        var hurried = new SendOrders(
                orders.clock(),
                () -> HASTE * System.nanoTime(),
                orders.who(),
                orders.host(),
                null,
                null,
                false,
                orders.question());

        Sending.run(request, Selection.EVERYBODY, hurried);

        assertThat(relay.accepted()).hasSize(40);
        assertThat(relay.accepted().values()).containsOnly(1);
        assertThat(promises().values())
                .extracting(promise ->
                        promise.slots().get("picks").stream().map(Shown::item).toList())
                .contains(List.of("boots", "map"), List.of("map", "rope"));
    }

    @Test
    void theHigherPriorityTakesThePersonFromAPromiseAndKeepsItFromAPlan() throws IOException, Occupied {
        plan(shop, NOW, false);
        Shop launch = Shop.named("launch", folder, relay, PEOPLE)
                .with("priority: 5")
                .with(
                        "audience: {consent: opt_in}",
                        "audience: {consent: opt_in, quiet_days: 3, where: \"customer.customer_id != 'c1'\"}");
        plan(launch, NOW, false);

        shop.sendAt(LATER);
        assertThat(relay.accepted()).containsOnlyKeys(Shop.address(1));
        assertThat(shop.rows(NOW).get(Shop.address(2)).reason()).isEqualTo(Reason.PRIORITY);
        launch.sendAt(LATER);
        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(relay.accepted().values()).containsOnly(1);
        shop.sendAt(LATER.plus(Duration.ofHours(1)));
        assertThat(relay.accepted()).containsEntry(Shop.address(1), 1).containsEntry(Shop.address(2), 2);
    }

    @Test
    void aCampaignThatNeverEndsComesBackAfterRepeatAfterAndNotBefore() throws IOException, Occupied {
        shop.with("audience: {consent: opt_in}", "audience: {consent: opt_in, repeat_after: 30d}");
        shop.sendAt(NOW);
        for (int days = 1; days < 30; days += 4) {
            shop.sendAt(NOW.plus(Duration.ofDays(days)));
        }
        assertThat(relay.accepted().values()).containsOnly(1);
        shop.sendAt(NOW.plus(Duration.ofDays(30)).plus(Duration.ofMinutes(1)));
        assertThat(relay.accepted().values()).containsOnly(2);
    }

    private void suppress(String address) throws IOException {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            ledger.suppress(Mailbox.read(address).orElseThrow(), Reason.COMPLAINED, "a test", NOW);
        }
    }
}
