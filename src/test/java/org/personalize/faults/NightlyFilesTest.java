package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;

/** Every night an export takes the place of the one before, and need not say again who opted out. */
class NightlyFilesTest extends AtARelay {

    private static final int PEOPLE = 10;
    private static final String HEADER = "customer_id,event,timestamp,kind\n";

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
        shop.with(
                "{customers: customers.csv}",
                "{customers: customers.csv, events: events.csv, suppressions: optouts.csv}");
        shop.write("events.csv", HEADER + """
                c1,unsubscribe,2026-01-01T10:00:00Z,
                c2,complaint,2026-01-01T10:00:00Z,
                c3,bounce,2026-01-01T10:00:00Z,hard
                """);
        shop.write("optouts.csv", "email\n" + Shop.address(4) + "\n");
    }

    /** The next night nothing of it is in the files; the campaign is another, so that nobody has had it. */
    private void nextNight(String events) throws IOException {
        shop.with("campaign: spring", "campaign: summer");
        shop.write("events.csv", HEADER + events);
        shop.write("optouts.csv", "email\nnobody@else.example\n");
    }

    private Map<Reason, Long> skipped() throws IOException {
        return shop.counts().skipped();
    }

    @Test
    void whoOptedOutOnceStaysOut() throws IOException, Occupied {
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).hasSize(PEOPLE - 4);
        nextNight("");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).hasSize(PEOPLE - 4);
        assertThat(skipped())
                .isEqualTo(Map.of(
                        Reason.UNSUBSCRIBED, 1L, Reason.COMPLAINED, 1L, Reason.BOUNCED, 1L, Reason.SUPPRESSED, 1L));
    }

    @Test
    void itCountsThoughTheRunThatSawItWasStopped() throws IOException, Occupied {
        shop.with("customers: customers.csv,", "customers: customers.csv, expect: 9..10,");
        shop.sendAt(Instant.now());
        shop.write("events.csv", HEADER + "c5,unsubscribe,2026-01-02T10:00:00Z,\n");
        shop.with("subject: \"News for ${customer.first_name!'you'}\"", "subject: \"${customer.no_such_column}\"");
        shop.with("campaign: spring", "campaign: autumn");
        assertThatThrownBy(() -> shop.sendAt(Instant.now())).isInstanceOf(InputProblem.class);
        shop.with("subject: \"${customer.no_such_column}\"", "subject: \"News\"");
        shop.with("campaign: autumn", "campaign: spring");
        nextNight("");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).containsEntry(Shop.address(5), 1);
    }

    @Test
    void aLaterSubscriptionLiftsAnUnsubscriptionAndNothingElse() throws IOException, Occupied {
        shop.sendAt(Instant.now());
        nextNight("""
                c1,subscribe,2026-02-01T10:00:00Z,
                c2,subscribe,2026-02-01T10:00:00Z,
                c3,subscribe,2026-02-01T10:00:00Z,
                """);
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).containsEntry(Shop.address(1), 1).hasSize(PEOPLE - 3);

        shop.with("campaign: summer", "campaign: autumn");
        shop.write("events.csv", HEADER + "c1,unsubscribe,2026-03-01T10:00:00Z,\n");
        shop.sendAt(Instant.now());
        shop.with("campaign: autumn", "campaign: winter");
        shop.write("events.csv", HEADER + "c1,subscribe,2026-02-01T10:00:00Z,\n");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).containsEntry(Shop.address(1), 1);
    }

    /** The person has opted out or complained, and only the mailbox does not exist. */
    @Test
    void whoOptedOutStaysOutAtAnotherAddressAndWhoBouncedDoesNot() throws IOException, Occupied {
        shop.write("optouts.csv", "customer_id,email,reason\nc4,,\nc5,,unsubscribe\n,@d6.example,\n");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).hasSize(PEOPLE - 6);
        for (int person = 1; person <= 6; person++) {
            shop.change("customers.csv", Shop.address(person), "new" + person + "@new.example");
        }
        nextNight("");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted().keySet())
                .filteredOn(address -> address.startsWith("new"))
                .containsExactlyInAnyOrder("new3@new.example", "new6@new.example");
        assertThat(skipped()).isEqualTo(Map.of(Reason.UNSUBSCRIBED, 2L, Reason.COMPLAINED, 1L, Reason.SUPPRESSED, 1L));

        lift(Shop.address(5));
        shop.with("campaign: summer", "campaign: autumn");
        shop.write("events.csv", HEADER + "c1,subscribe,2026-02-01T10:00:00Z,\n");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted())
                .containsEntry("new1@new.example", 1)
                .containsEntry("new5@new.example", 1)
                .doesNotContainKeys("new2@new.example", "new4@new.example");
    }

    /** Whoever has the mailbox at the next run has said it, and not whoever has it after them. */
    @Test
    void anOptOutOfAMailboxAloneIsItsOwners() throws IOException, Occupied {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            ledger.suppress(Mailbox.read(Shop.address(7)).orElseThrow(), Reason.UNSUBSCRIBED, "by hand", Instant.now());
        }
        shop.sendAt(Instant.now());
        shop.change("customers.csv", "c7," + Shop.address(7), "c7,new7@new.example");
        shop.change("customers.csv", "c8," + Shop.address(8), "c8," + Shop.address(7));
        nextNight("");
        shop.sendAt(Instant.now());
        shop.change("customers.csv", "c8," + Shop.address(7), "c8,new8@new.example");
        shop.with("campaign: summer", "campaign: autumn");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted())
                .doesNotContainKeys(Shop.address(7), "new7@new.example")
                .containsEntry("new8@new.example", 1);
    }

    private void lift(String address) throws IOException {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            assertThat(ledger.lift(Mailbox.read(address).orElseThrow(), Instant.now()))
                    .isPositive();
        }
    }

    @Test
    void whatSomebodyTookBackIsNotKeptAgain() throws IOException, Occupied {
        shop.sendAt(Instant.now());
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            assertThat(ledger.lift(Mailbox.read(Shop.address(1)).orElseThrow(), Instant.now()))
                    .isEqualTo(1);
        }
        shop.with("campaign: spring", "campaign: autumn");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).doesNotContainKey(Shop.address(1));
        shop.with("campaign: autumn", "campaign: spring");
        nextNight("");
        shop.sendAt(Instant.now());
        assertThat(relay.accepted()).containsEntry(Shop.address(1), 1);
    }
}
