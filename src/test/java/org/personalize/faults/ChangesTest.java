package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.personalize.audience.Mailbox;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.State;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;

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
