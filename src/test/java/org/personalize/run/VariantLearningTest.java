package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.audience.Mailbox;
import org.personalize.campaign.Campaign;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.history.Messages;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Shift;
import org.personalize.measure.Arm;
import org.personalize.plan.Decision.Group;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCampaign;
import org.personalize.village.SmallCatalog;

class VariantLearningTest {

    private static final Instant MONDAY = Instant.parse("2026-02-16T00:00:00Z");
    private static final Instant SENT = MONDAY.plus(Duration.ofHours(9));
    private static final Duration DAY = Duration.ofDays(1);
    private static final Edition EDITION = new Edition("spring", "");

    @TempDir
    Path folder;

    private final SmallAudience audience = new SmallAudience();
    private final List<String> deeds = new ArrayList<>();
    private final List<Change> promises = new ArrayList<>();
    private int people;

    private String person() {
        String id = "c" + people++;
        audience.add(id);
        return id;
    }

    private String mailed(String variant, double chance, Group group) {
        String id = person();
        promises.add(new Change.Promised(new Promise(
                id,
                new Mailbox(id, "example.org"),
                ZoneOffset.UTC,
                SENT,
                SENT.plus(Duration.ofDays(5)),
                variant,
                chance,
                1,
                group,
                Map.of())));
        return id;
    }

    private void did(String id, String what, Instant when, String campaign, String value) {
        deeds.add(id + ";" + what + ";" + when + ";;" + value + ";;" + campaign + ";");
    }

    private History history() {
        return new Log(audience, SmallCatalog.of("tent")).of(deeds.toArray(String[]::new));
    }

    private Campaign campaign() {
        return SmallCampaign.in(folder)
                .variants(List.of("plain", "picked"), Map.of("plain", 0.5, "picked", 0.5))
                .campaign();
    }

    private Ledger sent(int accepted) throws Exception {
        Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString());
        ledger.revise(EDITION, promises, new Census(people, 0, 0, 0, Map.of()), MONDAY);
        try (Shift shift = ledger.begin(EDITION, "test", "here", SENT)) {
            List<Claim> claims = shift.claim(accepted, SENT, Caps.NONE);
            shift.commit(List.copyOf(claims.stream().map(Entry.Finish::new).toList()), SENT, Caps.NONE);
            shift.commit(
                    List.copyOf(claims.stream()
                            .map(c -> new Entry.Accepted(c, "250 ok", null))
                            .toList()),
                    SENT,
                    Caps.NONE);
        }
        return ledger;
    }

    private ClosedWindows closed(Goal goal, Duration window, Instant now) throws Exception {
        History history = history();
        var gains = new Gains(audience, history, goal, now);
        var closed = new ClosedWindows(audience, gains, campaign(), gains.number("spring"), window, now);
        try (Ledger ledger = sent(people)) {
            closed.take(ledger);
        }
        return closed;
    }

    private static List<Long> numbers(ClosedWindows closed) {
        return closed.arms().stream().map(Arm::number).toList();
    }

    @Test
    void aMailIsJudgedWhenItsWindowIsOverAndNotBefore() throws Exception {
        did(mailed("picked", 0.5, Group.NONE), "click", SENT.plusSeconds(600), "spring", "");
        ClosedWindows early = closed(Goal.CLICK, DAY, SENT.plus(DAY).minusSeconds(1));
        assertThat(numbers(early)).containsExactly(0L, 0L);
        assertThat(early.open()).isEqualTo(1);
        ClosedWindows late = closed(Goal.CLICK, DAY, SENT.plus(DAY));
        assertThat(numbers(late)).containsExactly(0L, 1L);
        assertThat(late.arms().get(1).mean()).isEqualTo(1);
        assertThat(late.open()).isZero();
    }

    @Test
    void aClickAfterTheWindowOrAfterNowNeverCounts() throws Exception {
        did(mailed("plain", 0.5, Group.NONE), "click", SENT.plus(DAY), "spring", "");
        did(mailed("plain", 0.5, Group.NONE), "click", SENT.minusSeconds(1), "spring", "");
        did(mailed("plain", 0.5, Group.NONE), "click", SENT.plusSeconds(60), "another", "");
        assertThat(closed(Goal.CLICK, DAY, SENT.plus(DAY)).arms().get(0).mean()).isZero();
        assertThat(closed(Goal.CLICK, DAY, SENT.plus(DAY).plus(DAY))
                        .arms()
                        .get(0)
                        .mean())
                .isZero();
    }

    @Test
    void whatNobodyDrewIsNotLearnedFrom() throws Exception {
        mailed("plain", 1, Group.PLAIN_MAIL);
        mailed("plain", 1, Group.NONE);
        mailed("a variant of old", 0.5, Group.NONE);
        assertThat(numbers(closed(Goal.CLICK, DAY, SENT.plus(DAY)))).containsExactly(0L, 0L);
    }

    @Test
    void purchasesCountByMoneyOrByNumber() throws Exception {
        String buyer = mailed("picked", 0.5, Group.NONE);
        did(buyer, "purchase", SENT.plusSeconds(600), "", "30");
        did(buyer, "purchase", SENT.plusSeconds(900), "", "12.5");
        mailed("picked", 0.5, Group.NONE);
        Instant later = SENT.plus(DAY);
        assertThat(closed(Goal.REVENUE, DAY, later).arms().get(1).mean()).isEqualTo(21.25);
        assertThat(closed(Goal.PURCHASE, DAY, later).arms().get(1).mean()).isEqualTo(0.5);
        assertThat(closed(Goal.CLICK, DAY, later).arms().get(1).mean()).isZero();
    }

    @Test
    void theWindowIsTwiceTheUsualTimeToAClick() {
        Instant now = SENT.plus(Duration.ofDays(5));
        assertThat(window(Goal.CLICK, now)).isEqualTo(Gains.USUAL_WINDOW);
        for (int i = 0; i < 40; i++) {
            String id = person();
            did(id, "sent", SENT, "winter", "");
            did(id, "click", SENT.plus(Duration.ofMinutes(100 + i)), "winter", "");
        }
        assertThat(window(Goal.CLICK, now)).isEqualTo(Duration.ofHours(4));
        assertThat(window(Goal.REVENUE, now)).isEqualTo(Duration.ofHours(72));
        // Of young mails only the hasty reactions are known.
        assertThat(window(Goal.CLICK, SENT.plus(DAY))).isEqualTo(Gains.USUAL_WINDOW);
    }

    private Duration window(Goal goal, Instant now) {
        return new Gains(audience, history(), goal, now).window(Messages.of(audience, history()));
    }

    @Test
    void theCampaignsOfThePastSayWhatCanBeExpected() throws IOException {
        var random = new Random(3);
        for (String campaign : List.of("winter", "autumn", "summer", "spring")) {
            double rate = campaign.equals("spring") ? 0.9 : 0.1;
            for (int i = 0; i < 200; i++) {
                String id = person();
                did(id, "sent", SENT, campaign, "");
                if (random.nextDouble() < rate) {
                    did(id, "click", SENT.plusSeconds(600), campaign, "");
                }
            }
        }
        Instant now = SENT.plus(Duration.ofDays(5));
        History history = history();
        var gains = new Gains(audience, history, Goal.CLICK, now);
        var prior = PastRates.prior(Messages.of(audience, history), gains, gains.number("spring"), DAY, now);
        assertThat(prior.fittedOn()).isEqualTo(3);
        assertThat(prior.mean()).isCloseTo(0.1, within(0.03));
    }
}
