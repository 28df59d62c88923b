package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Reason;
import org.personalize.run.DryRun;
import org.personalize.run.PlanOrders;
import org.personalize.run.PlanRun;
import org.personalize.run.PlanStory;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;

/** A campaign whose variants or slots are changed after its mails were promised. */
class ChangedCampaignTest extends AtARelay {

    private static final int PEOPLE = 60;
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofHours(1));
    private static final String ONE = "subject: \"News for ${customer.first_name!'you'}\"";
    private static final String TWO = "subject: {a: News, b: Yours}";
    private static final String ITEMS = "<#list slots.picks as item>[${item.title}]</#list><p>${compliance";

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
    }

    private PlanStory plan(Instant now) throws IOException {
        return PlanRun.run(
                shop.request(now), Selection.EVERYBODY, new PlanOrders(null, null, null, false, false), "test");
    }

    private Map<String, Long> variants() throws IOException {
        Map<String, Long> count = new TreeMap<>();
        shop.rows(START).values().forEach(row -> count.merge(row.promise().variant(), 1L, Long::sum));
        return count;
    }

    private List<String> states() throws IOException {
        return shop.rows(START).values().stream()
                .map(row -> row.state().name())
                .distinct()
                .toList();
    }

    @Test
    void whoseVariantIsNoMoreIsDrawnAnewAsInAPlanOfToday() throws IOException, Occupied {
        plan(START);
        shop.with(ONE, TWO);
        SendStory story = shop.sendAt(LATER);
        assertThat(story.notes()).anyMatch(note -> note.startsWith("60 people were promised variant only, which"));
        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(states()).containsExactly("ACCEPTED");
        Map<String, Long> drawn = variants();
        assertThat(drawn).containsOnlyKeys("a", "b");
        shop.rows(START)
                .values()
                .forEach(row -> assertThat(row.promise().variantChance()).isEqualTo(0.5));
    }

    @Test
    void whoseVariantIsStillThereKeepsItWhenAnotherIsRenamed() throws IOException, Occupied {
        shop.with(ONE, TWO);
        plan(START);
        Map<String, Row> before = shop.rows(START);
        shop.with(TWO, "subject: {a: News, c: Yours}");
        shop.sendAt(LATER);
        shop.rows(START).forEach((mailbox, row) -> {
            if (before.get(mailbox).promise().variant().equals("a")) {
                assertThat(row.promise()).isEqualTo(before.get(mailbox).promise());
            } else {
                assertThat(row.promise().variant()).isIn("a", "c");
            }
        });
        assertThat(variants()).containsOnlyKeys("a", "c");
        assertThat(relay.accepted()).hasSize(PEOPLE);
    }

    @Test
    void severalVariantsBecomeOne() throws IOException, Occupied {
        shop.with(ONE, TWO);
        plan(START);
        shop.with(TWO, ONE);
        shop.sendAt(LATER);
        assertThat(variants()).isEqualTo(Map.of("only", (long) PEOPLE));
        assertThat(relay.accepted()).hasSize(PEOPLE);
    }

    @Test
    void whoWasPutOffIsMailedInAVariantOfTodayAndWhoWasMailedIsNotTouched() throws IOException, Occupied {
        relay.misbehaving(Mischief.forEvery(3, Relay.Stage.RCPT, Fault.answer("451 4.7.1 later")));
        shop.sendAt(START);
        Map<String, Row> before = shop.rows(START);
        assertThat(before.values()).extracting(Row::state).contains(State.DEFERRED, State.ACCEPTED);
        shop.with(ONE, TWO);
        DryRun.run(shop.request(LATER), Selection.EVERYBODY, folder.resolve("out"), 10, "test");
        shop.sendAt(LATER);
        assertThat(states()).containsExactly("ACCEPTED");
        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(relay.accepted().values()).containsOnly(1);
        shop.rows(START).forEach((mailbox, row) -> {
            if (before.get(mailbox).state() == State.ACCEPTED) {
                assertThat(row).isEqualTo(before.get(mailbox));
            } else {
                assertThat(row.promise().variant()).isIn("a", "b");
            }
        });
    }

    @Test
    void aPlanFromAFileIsSentAlsoWhereSomeWentOutInAVariantThatIsNoMore() throws IOException, Occupied {
        relay.misbehaving(Mischief.forEvery(3, Relay.Stage.RCPT, Fault.answer("451 4.7.1 later")));
        shop.sendAt(START);
        shop.with(ONE, TWO);
        Path file = folder.resolve("plan.json");
        var orders = new PlanOrders(file, null, null, false, false);
        PlanRun.run(shop.request(LATER), Selection.EVERYBODY, orders, "test");
        sendFiled(file, LATER, Selection.EVERYBODY);
        assertThat(states()).containsExactly("ACCEPTED");
        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(relay.accepted().values()).containsOnly(1);
    }

    private void sendFiled(Path file, Instant now, Selection selection) throws IOException, Occupied {
        SendOrders usual = Shop.orders(now, "this machine");
        var filed = new SendOrders(
                usual.clock(), usual.nanos(), usual.who(), usual.host(), null, null, false, file, usual.question());
        Sending.run(shop.request(now), selection, filed);
    }

    /** Its moments are those of the run that made it, and everybody is due at once whenever that was. */
    @Test
    void aPlanFromAFileWithoutAScheduleIsSentInAsManyRunsAsItTakes() throws IOException, Occupied {
        Path file = folder.resolve("plan.json");
        var dry = new PlanOrders(file, null, null, false, true);
        PlanRun.run(shop.request(START.plusSeconds(6)), Selection.EVERYBODY, dry, "test");
        sendFiled(file, START.plusSeconds(60), new Selection(5, List.of()));
        assertThat(relay.accepted()).hasSize(5);
        sendFiled(file, START.plusSeconds(130), Selection.EVERYBODY);
        assertThat(states()).containsExactly("ACCEPTED");
        assertThat(relay.accepted().values()).containsOnly(1);
    }

    @Test
    void plainMailHasTheFirstVariantOfToday() throws IOException {
        shop.with("groups: {plain_mail: 50%}");
        plan(START);
        shop.with(ONE, "subject: {b: Yours, a: News}");
        plan(LATER);
        List<Promise> plain = shop.rows(START).values().stream()
                .map(Row::promise)
                .filter(promise -> promise.group() == Group.PLAIN_MAIL)
                .toList();
        assertThat(plain).hasSizeGreaterThan(PEOPLE / 4);
        assertThat(plain).allMatch(promise -> promise.variant().equals("b") && promise.variantChance() == 1);
    }

    private void withSlot() throws IOException {
        shop.write("items.csv", "item_id,title,category\ni1,Tent,x\ni2,Boot,x\ni3,Map,y\n");
        shop.with("{customers: customers.csv}", "{customers: customers.csv, items: items.csv}");
        shop.with("slots: {picks: {pick: 2}}");
        shop.change("mail.ftlh", "<p>${compliance", ITEMS);
    }

    private List<Shown> shown(Promise promise, String slot) {
        return promise.slots().getOrDefault(slot, List.of());
    }

    @Test
    void aSlotThatThePromiseDoesNotKnowIsFilledAnew() throws IOException, Occupied {
        withSlot();
        plan(START);
        Map<String, Row> before = shop.rows(START);
        shop.with("slots: {picks: {pick: 2}}", "slots: {best: {pick: 2}}");
        shop.change("mail.ftlh", "slots.picks", "slots.best");
        SendStory story = shop.sendAt(LATER);
        assertThat(story.notes())
                .anyMatch(note -> note.startsWith("60 people were promised a mail without slot best,"));
        assertThat(relay.accepted()).hasSize(PEOPLE);
        shop.rows(START).forEach((mailbox, row) -> {
            assertThat(shown(row.promise(), "best")).hasSize(2);
            assertThat(row.promise().slots()).containsOnlyKeys("best");
            assertThat(row.promise().sendAt())
                    .isEqualTo(before.get(mailbox).promise().sendAt());
        });
    }

    @Test
    void slotsThatWerePromisedStandBesideOneThatCame() throws IOException {
        withSlot();
        plan(START);
        Map<String, Row> before = shop.rows(START);
        shop.with("slots: {picks: {pick: 2}}", "slots: {more: {pick: 2}, picks: {pick: 2}}");
        plan(LATER);
        shop.rows(START).forEach((mailbox, row) -> {
            assertThat(shown(row.promise(), "picks"))
                    .isEqualTo(shown(before.get(mailbox).promise(), "picks"));
            assertThat(shown(row.promise(), "more"))
                    .hasSize(1)
                    .doesNotContainAnyElementsOf(shown(row.promise(), "picks"));
        });
    }

    @Test
    void whoseNewSlotStaysTooEmptyIsSkippedWhereItMayNot() throws IOException {
        withSlot();
        plan(START);
        shop.with(
                "slots: {picks: {pick: 2}}",
                "slots: {best: {pick: 2, at_least: 2, otherwise: skip_person, where: \"item.category == 'z'\"}}");
        shop.change("mail.ftlh", "slots.picks", "slots.best");
        plan(LATER);
        shop.rows(START).values().forEach(row -> {
            assertThat(row.state()).isEqualTo(State.SKIPPED);
            assertThat(row.reason()).isEqualTo(Reason.NOT_IN_AUDIENCE);
        });
    }
}
