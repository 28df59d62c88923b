package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.audience.Mailbox;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.State;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;
import org.personalize.run.PlanOrders;
import org.personalize.run.PlanRun;
import org.personalize.run.Selection;

/** People who leave, move, or no longer want it, between the plan and their mail. */
class ChangesTest extends AtARelay {

    private static final int PEOPLE = 40;

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
        shop.with("customers: customers.csv}", "customers: customers.csv, suppressions: optouts.csv}");
        shop.write("optouts.csv", "email\nnobody@else.example\n");
    }

    /** The first run ends with everybody put off; then the files change. */
    @Test
    void whoChangedIsTreatedAsTheFilesOfTodaySay() throws IOException, Occupied, InterruptedException {
        shop.with("retry: [1s]", "retry: [10m]");
        relay.misbehaving(
                (stage, visit) -> stage == Stage.RCPT && visit.attempt() == 1 ? Fault.answer("451 4.7.1 later") : null);
        assertThat(shop.sendAt(Instant.now()).counts().deferred()).isEqualTo(PEOPLE);
        relay.misbehaving(Mischief.NONE);

        shop.change("customers.csv", "c1,%s,Ann,yes\n".formatted(Shop.address(1)), "");
        shop.change("customers.csv", Shop.address(2), "moved@new.example");
        shop.change(
                "customers.csv", "c3,%s,Ann,yes".formatted(Shop.address(3)), "c3,%s,Ann,no".formatted(Shop.address(3)));
        shop.write("optouts.csv", "email\n" + Shop.address(4) + "\n");
        suppress(Shop.address(5), Reason.COMPLAINED);
        shop.finish();

        Verdict verdict = Verdict.on(shop, relay, "changed files").isComplete();
        assertThat(relay.accepted())
                .doesNotContainKeys(Shop.address(1), Shop.address(2), Shop.address(3), Shop.address(4), Shop.address(5))
                .containsEntry("moved@new.example", 1)
                .hasSize(PEOPLE - 4);
        Counts counts = verdict.counts();
        assertThat(counts.skipped())
                .containsAllEntriesOf(Map.of(Reason.NO_CONSENT, 1L, Reason.SUPPRESSED, 1L, Reason.COMPLAINED, 1L));
        assertThat(counts.accepted()).isEqualTo(PEOPLE - 4);
    }

    @Test
    void aShopThatNumbersEverybodyAnewMailsEverybodyOnce() throws IOException, Occupied, InterruptedException {
        shop.with("retry: [1s]", "retry: [10m]");
        relay.misbehaving(
                (stage, visit) -> stage == Stage.RCPT && visit.attempt() == 1 ? Fault.answer("451 4.7.1 later") : null);
        assertThat(shop.sendAt(Instant.now()).counts().deferred()).isEqualTo(PEOPLE);
        relay.misbehaving(Mischief.NONE);

        for (int person = 1; person <= 10; person++) {
            String row = ",%s,Ann,yes\n".formatted(Shop.address(person));
            shop.change("customers.csv", "\nc" + person + row, "\nnew" + person + row);
        }
        shop.finish();

        assertThat(Verdict.on(shop, relay, "new ids").isComplete().counts().accepted())
                .isEqualTo(PEOPLE);
        assertThat(relay.accepted()).hasSize(PEOPLE);
    }

    /** Mailboxes that pass from one customer to another; whoever has one at the end gets its mail, and gets it once. */
    @ParameterizedTest
    @CsvSource({
        "swap, deferred",
        "merge, deferred",
        "takeover, deferred",
        "ring, deferred",
        "swap, planned",
        "merge, planned",
        "takeover, planned",
        "ring, planned",
        "swap, again",
        "merge, again",
        "takeover, again",
        "ring, again"
    })
    void aMailboxThatPassesToAnotherCustomerIsMailedOnce(String how, String when)
            throws IOException, Occupied, InterruptedException {
        shop.with("retry: [1s]", "retry: [10m]");
        boolean isTried = when.equals("deferred");
        if (isTried) {
            relay.misbehaving((stage, visit) ->
                    stage == Stage.RCPT && visit.attempt() == 1 ? Fault.answer("451 4.7.1 later") : null);
            assertThat(shop.sendAt(Instant.now()).counts().deferred()).isEqualTo(PEOPLE);
            relay.misbehaving(Mischief.NONE);
        } else {
            plan(false);
        }
        int left = pass(how);
        if (when.equals("again")) {
            plan(true);
        }
        shop.finish();

        Counts counts = Verdict.on(shop, relay, how + " " + when).counts();
        List<String> mailboxes = shop.read("customers.csv")
                .lines()
                .skip(1)
                .map(row -> row.split(",")[1])
                .toList();
        assertThat(relay.accepted().keySet()).containsExactlyInAnyOrderElementsOf(mailboxes);
        assertThat(counts.accepted()).isEqualTo(left);
        plan(true);
        shop.sendAt(Instant.now());
        assertThat(relay.accepted().values()).containsOnly(1);
        assertThat(shop.counts().accepted()).isEqualTo(left);
    }

    /** @return how many people are left */
    private int pass(String how) throws IOException {
        switch (how) {
            case "swap" -> move(0, 1, 1, 0);
            case "ring" -> move(0, 1, 1, 2, 2, 3, 3, 0);
            case "merge" -> {
                shop.change("customers.csv", row(1, Shop.address(1)), "");
                move(0, 1);
            }
            default -> {
                shop.change("customers.csv", row(1, Shop.address(1)), row(1, "fresh@new.example"));
                move(0, 1);
            }
        }
        return how.equals("merge") ? PEOPLE - 1 : PEOPLE;
    }

    /** Pairs of a customer and of whom they get the mailbox. */
    private void move(int... pairs) throws IOException {
        for (int i = 0; i < pairs.length; i += 2) {
            shop.change("customers.csv", row(pairs[i], Shop.address(pairs[i])), row(pairs[i], "@" + pairs[i + 1]));
        }
        for (int i = 0; i < pairs.length; i += 2) {
            shop.change("customers.csv", row(pairs[i], "@" + pairs[i + 1]), row(pairs[i], Shop.address(pairs[i + 1])));
        }
    }

    private static String row(int person, String address) {
        return "c%d,%s,Ann,yes\n".formatted(person, address);
    }

    private void plan(boolean isAgain) throws IOException {
        PlanRun.run(
                shop.request(Instant.now()),
                Selection.EVERYBODY,
                new PlanOrders(null, null, null, isAgain, false),
                "test");
    }

    /** The sender holds claims for all of them, and has written to none but the first. */
    @Tag("soak")
    @Test
    void whoOptsOutWhileACampaignIsSentIsNotMailedAnyMore() throws IOException, Occupied, InterruptedException {
        shop.with("connections: 4", "connections: 1");
        Relay.Gate gate = relay.holdAt(Stage.RCPT, 3);
        Child child = Child.send(shop);
        gate.await(child);
        Child suppression = Child.start(shop, "suppressions", "add", Shop.address(30), "--reason", "unsubscribed");
        assertThat(suppression.end()).as(suppression.err()).isZero();
        Mailbox inFlight =
                Mailbox.read(relay.tries().keySet().iterator().next()).orElseThrow();
        gate.open();
        assertThat(child.end()).as(child.err()).isZero();

        shop.finish();
        Verdict verdict =
                Verdict.on(shop, relay, "opted out, first was " + inFlight).isComplete();
        assertThat(verdict.row(Shop.address(30)).state()).isEqualTo(State.SKIPPED);
        assertThat(relay.accepted()).doesNotContainKey(Shop.address(30)).hasSize(PEOPLE - 1);
        assertThat(verdict.counts().skipped()).isEqualTo(Map.of(Reason.UNSUBSCRIBED, 1L));
    }

    private void suppress(String address, Reason reason) throws IOException {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            assertThat(ledger.suppress(Mailbox.read(address).orElseThrow(), reason, "a test", Instant.now()))
                    .isTrue();
        }
    }
}
