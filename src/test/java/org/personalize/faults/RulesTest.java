package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Standings;
import org.personalize.plan.Fate;
import org.personalize.run.Selection;
import org.personalize.run.SendStory;
import org.personalize.run.SendStory.End;
import org.personalize.run.Sending;
import org.personalize.run.Standing;

/** Rules that look at many answers, where cron sends a few mails at a time. */
class RulesTest extends AtARelay {

    private static final int PEOPLE = 100;
    private static final int MAILS_A_RUN = 5;

    private Shop shop;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
        for (int person = 0; person < PEOPLE; person++) {
            shop.change("customers.csv", "," + Shop.address(person) + ",", ",p%d@big.example,".formatted(person));
        }
        relay.misbehaving((stage, visit) -> stage == Stage.RCPT ? Fault.answer("550 5.1.1 no such user") : null);
    }

    /** The n-th run of cron, which finds five mails due. */
    private SendStory run(int number) throws IOException, Occupied {
        List<String> some = IntStream.range(MAILS_A_RUN * number, MAILS_A_RUN * (number + 1))
                .mapToObj(person -> "c" + person)
                .toList();
        Instant now = start.plusSeconds(60L * number);
        return Sending.run(shop.request(now), new Selection(Integer.MAX_VALUE, some), Shop.orders(now, "this machine"));
    }

    private Standings standings() throws IOException {
        return Standing.of(shop.request(start));
    }

    private List<String> suppressed() throws IOException {
        List<String> found = new ArrayList<>();
        try (Ledger ledger =
                Ledger.openExisting(folder.resolve("personalize.db").toString()).orElseThrow()) {
            ledger.suppressions(one -> {
                if (one.liftedAt() == null) {
                    found.add(one.mailbox());
                }
            });
        }
        return found;
    }

    @Test
    void aRelayThatPassesOnNothingStopsTheRunAndNobodyIsMarked() throws IOException, Occupied {
        relay.misbehaving((stage, visit) ->
                stage == Stage.RCPT ? Fault.answer("554 5.7.1 <x@y.example>: Relay access denied") : null);
        SendStory story = shop.sendAt(start);
        assertThat(story.end()).isEqualTo(End.RELAY);
        assertThat(story.counts().refused()).isZero();
        assertThat(story.counts().due()).isEqualTo(PEOPLE);
        assertThat(relay.tries().size()).isBetween(1, 8);

        relay.misbehaving(Mischief.NONE);
        assertThat(shop.sendAt(start).counts().accepted()).isEqualTo(PEOPLE);
    }

    /** It passes on the others', so it is something about these. */
    @Test
    void whoseMailAloneIsNotPassedOnIsRefused() throws IOException, Occupied {
        shop.with("connections: 4", "connections: 1");
        relay.misbehaving(
                (stage, visit) -> stage == Stage.RCPT && visit.recipient().startsWith("p9")
                        ? Fault.answer("554 5.7.1 <x@y.example>: Relay access denied")
                        : null);
        SendStory story = shop.sendAt(start);
        assertThat(story.end()).isEqualTo(End.DONE);
        assertThat(story.counts().refused()).isEqualTo(11);
        assertThat(story.counts().accepted()).isEqualTo(PEOPLE - 11);
    }

    /** What was claimed before the domain was held is not even offered to the relay. */
    @Test
    void aDomainThatIsHeldGetsNothingMoreFromTheRunThatHeldIt() throws IOException, Occupied {
        SendStory story = shop.sendAt(start);
        long refused = story.counts().refused();
        assertThat(refused).isBetween(20L, 40L);
        assertThat(relay.tries()).hasSize((int) refused);
        assertThat(story.counts().held()).isEqualTo(PEOPLE - refused);
        assertThat(story.results().of(Fate.HELD)).isZero();
    }

    @Test
    void aDomainThatKnowsNobodyIsHeldThoughEachRunSawOnlyFewOfItsAnswers() throws IOException, Occupied {
        for (int number = 0; number < 3; number++) {
            assertThat(run(number).end()).isEqualTo(End.CUT);
        }
        assertThat(standings().heldDomains()).isEmpty();
        assertThat(suppressed()).hasSize(3 * MAILS_A_RUN);

        SendStory alarmed = run(3);
        assertThat(alarmed.results().isAnybodyLeftOut()).isTrue();
        assertThat(alarmed.results().of(Fate.HELD))
                .as("a domain is nobody who has an error of their own")
                .isZero();
        assertThat(standings().heldDomains()).containsOnlyKeys("big.example");
        assertThat(suppressed()).isEmpty();
        int refused = relay.tries().size();
        run(4);
        assertThat(relay.tries()).hasSize(refused);
    }

    @Test
    void whatAHeldDomainKeptBackExpiresWhenTheCampaignIsOver() throws IOException, Occupied {
        Instant planned = Instant.parse("2026-03-02T06:00:00Z");
        shop.with("schedule: {start: 2026-03-02T08:00, end: 2026-03-03T20:00}");
        assertThat(shop.sendAt(planned).counts().waiting()).isEqualTo(PEOPLE);
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            assertThat(ledger.holdDomain("spring", "big.example", planned, planned))
                    .isTrue();
        }
        SendStory meanwhile = shop.sendAt(planned.plus(Duration.ofHours(30)));
        assertThat(meanwhile.results().isAnybodyLeftOut()).isFalse();
        assertThat(meanwhile.counts().held()).isEqualTo(PEOPLE);

        SendStory over = shop.sendAt(planned.plus(Duration.ofDays(3)));
        assertThat(over.results().of(Fate.EXPIRED)).isEqualTo(PEOPLE);
        assertThat(over.counts().expired()).isEqualTo(PEOPLE);
        assertThat(over.counts().held()).isZero();
        try (Ledger ledger =
                Ledger.openExisting(folder.resolve("personalize.db").toString()).orElseThrow()) {
            assertThat(ledger.unfinished("spring")).isEmpty();
        }
        assertThat(relay.tries()).isEmpty();
    }

    @Test
    void resumingFreesAHeldDomainAndItsNextAnswersCountAfresh() throws IOException, Occupied {
        for (int number = 0; number < 4; number++) {
            run(number);
        }
        relay.misbehaving(Mischief.NONE);
        Standing.brake(shop.request(start), Brake.OFF, "");
        assertThat(standings().heldDomains()).isEmpty();
        assertThat(run(4).counts().accepted()).isEqualTo(MAILS_A_RUN);
    }

    @Test
    void failuresInARowAreCountedOverRunsAndAfreshWhenSomebodyResumes() throws IOException, Occupied {
        shop.with("connections: 4", "connections: 1");
        shop.with("retry: [1s]", "retry: [1s], stop_when: {failures_in_a_row: 12}");
        assertThat(run(0).end()).isEqualTo(End.CUT);
        assertThat(run(1).end()).isEqualTo(End.CUT);
        SendStory third = run(2);
        assertThat(third.end()).isEqualTo(End.STOPPED);
        assertThat(third.why()).contains("in a row were not taken");
        assertThat(third.counts().held()).isEqualTo(3);
        assertThat(run(3).end()).isEqualTo(End.BRAKED);

        Standing.brake(shop.request(start), Brake.OFF, "");
        SendStory freed = run(4);
        assertThat(freed.end()).isEqualTo(End.CUT);
        assertThat(freed.counts().due()).isEqualTo(3);
        assertThat(standings().brake()).isEqualTo(Brake.OFF);
    }

    /** Every fifth mailbox is gone, which says something from the fiftieth answer on, though that one is accepted. */
    @Test
    void aShareOfHardBouncesIsCountedOverRuns() throws IOException, Occupied {
        shop.with("retry: [1s]", "retry: [1s], stop_when: {hard_bounces: 10%}");
        relay.misbehaving(
                (stage, visit) -> stage == Stage.RCPT && visit.recipient().matches("p(\\d?0|\\d*5)@.*")
                        ? Fault.answer("550 5.1.1 no such user")
                        : null);
        int runs = 0;
        while (run(runs).end() == End.CUT) {
            runs++;
        }
        assertThat((runs + 1) * MAILS_A_RUN).isEqualTo(50);
        assertThat(standings().brakeWhy())
                .contains("mails went to mailboxes that do not exist, more than 10 % (smtp.stop_when.hard_bounces)");
    }
}
