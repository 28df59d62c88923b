package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.run.PlanOrders;
import org.personalize.run.PlanRun;
import org.personalize.run.PlanStory;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.Sending;

/** A campaign that learns, from its first plan to the mails of its second wave. */
class LearningSendTest extends AtARelay {

    private static final int PEOPLE = 600;
    private static final int FIRST_DAY = 200;
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant FIRST = START.plus(Duration.ofHours(14));
    private static final Instant SECOND = START.plus(Duration.ofHours(40));

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
        shop.with("subject: \"News for ${customer.first_name!'you'}\"", "subject: {plain: News, picked: Yours}");
        shop.with("retry: [1s]}", "retry: [1s], warm_up: [" + FIRST_DAY + ", 10000]}");
        shop.with("split: learn");
        shop.with("schedule: {start: 2026-03-02T09:00, end: 2026-03-06T21:00}");
        shop.with("customers: customers.csv}", "customers: customers.csv, events: events.csv}");
        shop.write("events.csv", "customer_id,event,timestamp,campaign\n");
    }

    private PlanStory plan(Instant now) throws IOException {
        return PlanRun.run(
                shop.request(now), Selection.EVERYBODY, new PlanOrders(null, null, null, false, false), "test");
    }

    private Map<String, Row> rows() throws IOException {
        return shop.rows(START);
    }

    private Map<String, Promise> untried() throws IOException {
        Map<String, Promise> untried = new TreeMap<>();
        rows().forEach((mailbox, row) -> {
            if (row.state() == State.PLANNED) {
                untried.put(mailbox, row.promise());
            }
        });
        return untried;
    }

    /** Everybody who got one of the variants follows its link. */
    private void click(String variant) throws IOException {
        var events = new StringBuilder("customer_id,event,timestamp,campaign\n");
        rows().forEach((mailbox, row) -> {
            Instant doneAt = row.doneAt();
            if (doneAt != null && row.promise().variant().equals(variant)) {
                events.append("%s,click,%s,spring\n".formatted(row.promise().customerId(), doneAt.plusSeconds(900)));
            }
        });
        shop.write("events.csv", events.toString());
    }

    @Test
    void whoWasNotTriedYetIsDrawnAnewOnceAWaveIsJudgedAndNobodyElse() throws IOException, Occupied {
        plan(START);
        Map<String, Promise> promised = untried();
        assertThat(promised).hasSize(PEOPLE);
        assertThat(promised.values()).extracting(Promise::variantChance).containsOnly(0.5);
        shop.sendAt(FIRST);
        assertThat(relay.accepted()).hasSize(FIRST_DAY);
        Map<String, Row> sent = rows();
        click("picked");

        // Not judged yet: nobody's variant moves.
        plan(FIRST.plus(Duration.ofHours(2)));
        untried().forEach((mailbox, promise) -> assertThat(promise).isEqualTo(promised.get(mailbox)));

        PlanStory story = plan(SECOND);
        assertThat(story.variants().orElseThrow().variants().get(1).share()).isEqualTo(0.95);
        Map<String, Promise> drawn = untried();
        assertThat(drawn).hasSize(PEOPLE - FIRST_DAY);
        drawn.forEach((mailbox, promise) -> assertMovedTowards(promise, promised.get(mailbox)));
        long picked = drawn.values().stream()
                .filter(promise -> promise.variant().equals("picked"))
                .count();
        double spread = Math.sqrt(0.95 * 0.05 / drawn.size());
        assertThat((double) picked / drawn.size()).isCloseTo(0.95, within(4 * spread));
        rows().forEach((mailbox, row) -> {
            if (row.state() == State.ACCEPTED) {
                assertThat(row).isEqualTo(sent.get(mailbox));
            }
        });

        // The same knowledge moves nobody, and what is sent is what the ledger says.
        plan(SECOND);
        assertThat(untried()).isEqualTo(drawn);
        shop.sendAt(SECOND);
        assertThat(relay.accepted()).hasSize(PEOPLE);
        rows().forEach((mailbox, row) -> {
            if (drawn.containsKey(mailbox)) {
                assertThat(row.promise()).isEqualTo(drawn.get(mailbox));
            }
        });
    }

    private static void assertMovedTowards(Promise now, Promise then) {
        assertThat(now.variantChance()).isEqualTo(now.variant().equals("picked") ? 0.95 : 0.05);
        // Whoever had the better one keeps it: the lot is the same and its share has only grown.
        assertThat(then.variant().equals("picked")).isIn(false, now.variant().equals("picked"));
        assertThat(new Promise(
                        now.customerId(),
                        now.mailbox(),
                        now.zone(),
                        now.sendAt(),
                        now.closes(),
                        then.variant(),
                        then.variantChance(),
                        now.hourChance(),
                        now.group(),
                        now.slots()))
                .isEqualTo(then);
    }

    @Test
    void aSendDrawsAnewByItselfWhenWindowsHaveClosed() throws IOException, Occupied {
        shop.sendAt(FIRST);
        int second = PEOPLE - relay.accepted().size();
        click("plain");
        shop.sendAt(SECOND);
        long plain = rows().values().stream()
                .filter(row -> row.promise().variantChance() == 0.95)
                .count();
        assertThat((double) plain / second).isCloseTo(0.95, within(4 * Math.sqrt(0.95 * 0.05 / second)));
        assertThat(relay.accepted()).hasSize(PEOPLE);
    }

    @Test
    void withoutALedgerOrAChoiceNothingIsLearned() throws IOException {
        var dry = new PlanOrders(null, null, null, false, true);
        PlanStory story = PlanRun.run(shop.request(START), Selection.EVERYBODY, dry, "test");
        assertThat(story.variants().orElseThrow().hasBegun()).isFalse();
        assertThat(story.variants().orElseThrow().variants())
                .extracting(variant -> variant.share())
                .containsExactly(0.5, 0.5);
        shop.with("subject: {plain: News, picked: Yours}", "subject: {plain: News}");
        assertThat(PlanRun.run(shop.request(START), Selection.EVERYBODY, dry, "test")
                        .variants())
                .isEmpty();
    }

    @Test
    void aPlanFromAFileIsSentWithItsOwnVariants() throws IOException, Occupied {
        shop.sendAt(FIRST);
        click("picked");
        Path file = folder.resolve("plan.json");
        PlanRun.run(shop.request(SECOND), Selection.EVERYBODY, new PlanOrders(file, null, null, false, false), "test");
        Map<String, Promise> drawn = untried();
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            List<Change> back = drawn.values().stream()
                    .map(promise -> (Change) new Change.Redrawn(promise.customerId(), "plain", 0.5))
                    .toList();
            ledger.revise(new Edition("spring", ""), back, new Census(PEOPLE, 0, 0, 0, Map.of()), SECOND);
        }
        SendOrders usual = Shop.orders(SECOND, "this machine");
        var orders = new SendOrders(
                usual.clock(), usual.nanos(), usual.who(), usual.host(), null, null, false, file, usual.question());
        Sending.run(shop.request(SECOND), Selection.EVERYBODY, orders);
        assertThat(relay.accepted()).hasSize(PEOPLE);
        rows().forEach((mailbox, row) -> {
            if (drawn.containsKey(mailbox)) {
                assertThat(row.promise()).isEqualTo(drawn.get(mailbox));
            }
        });
    }

    @Test
    void whereNobodyEverBoughtTheSharesStayEven() throws IOException, Occupied {
        shop.with("goal: revenue");
        plan(START);
        Map<String, Promise> promised = untried();
        shop.sendAt(FIRST);
        click("picked");
        PlanStory story = plan(START.plus(Duration.ofHours(100)));
        assertThat(story.variants().orElseThrow().hasBegun()).isTrue();
        assertThat(story.variants().orElseThrow().window()).isEqualTo(Duration.ofHours(72));
        untried().forEach((mailbox, promise) -> assertThat(promise).isEqualTo(promised.get(mailbox)));
    }

    @Test
    void aVariantThatWasTakenOutIsNoLongerPromised() throws IOException {
        plan(START);
        shop.with("picked: Yours", "other: Ours, third: \"It is here\"");
        plan(START.plus(Duration.ofHours(1)));
        assertThat(untried()).hasSize(PEOPLE);
        assertThat(untried().values()).extracting(Promise::variant).contains("plain", "other", "third");
        assertThat(untried().values()).extracting(Promise::variant).doesNotContain("picked");
    }

    @Test
    void aCampaignThatDoesNotLearnKeepsItsPromises() throws IOException, Occupied {
        shop.with("split: learn", "split: even");
        plan(START);
        Map<String, Promise> promised = untried();
        shop.sendAt(FIRST);
        click("picked");
        assertThat(plan(SECOND).variants()).isEmpty();
        untried().forEach((mailbox, promise) -> assertThat(promise).isEqualTo(promised.get(mailbox)));
    }
}
