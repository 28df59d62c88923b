package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.ledger.Sample.*;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.LedgerFacts.Mailing;
import org.personalize.plan.Reason;

/** What campaigns ask of each other's mails, and plans that are made anew: what either database must keep. */
abstract class RulesContract extends LedgerContract {

    private static final Duration DAY = Duration.ofDays(1);

    private void otherSent(Instant at, String... customers) throws Exception {
        for (String customer : customers) {
            ledger.revise(OTHER, List.of(new Change.Promised(promise(customer, at))), CENSUS, at);
        }
        try (Shift shift = ledger.begin(OTHER, WHO, "mail2", at)) {
            for (Claim claim : shift.claim(9, at, Caps.NONE)) {
                shift.commit(List.of(new Entry.Finish(claim)), at, Caps.NONE);
                shift.commit(List.of(new Entry.Accepted(claim, "250", null)), at, Caps.NONE);
            }
        }
    }

    private void rule(int quietDays, int maxPerWeek) throws IOException {
        ledger.rule(SPRING.campaign(), new CampaignRules(0, quietDays, maxPerWeek, 0));
    }

    @Test
    void whoHadMailOfAnotherCampaignLatelyIsNotClaimed() throws Exception {
        rule(3, 0);
        plan(ledger, "ann", "ben", "cy");
        otherSent(NINE.minus(DAY), "ann");
        otherSent(NINE.minus(DAY.multipliedBy(4)), "ben");

        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim(9, NINE, Caps.NONE))
                    .extracting(claim -> claim.promise().customerId())
                    .containsExactly("ben", "cy");
        }
        assertThat(row(ledger, "ann").reason()).isEqualTo(Reason.QUIET_DAYS);
        assertThat(states(ledger)).containsEntry("ann", State.SKIPPED);
    }

    @Test
    void aClaimGoesOnBehindThoseWhoAreSpared() throws Exception {
        rule(3, 0);
        plan(ledger, "ann", "ben", "cy");
        otherSent(NINE.minus(DAY), "ann", "ben");

        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim(1, NINE, Caps.NONE))
                    .extracting(claim -> claim.promise().customerId())
                    .containsExactly("cy");
        }
    }

    @Test
    void whatAnotherSenderSentSinceTheClaimDeniesTheFinalDot() throws Exception {
        rule(0, 1);
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            Claim claim = claimOne(shift);
            otherSent(NINE, "ann");
            assertThat(commit(shift, new Entry.Finish(claim))).isEqualTo(Mark.takenBack(Reason.MAX_PER_WEEK));
            commit(shift, new Entry.Skipped(claim, Reason.MAX_PER_WEEK));
        }
        assertThat(row(ledger, "ann").reason()).isEqualTo(Reason.MAX_PER_WEEK);
    }

    @Test
    void anotherOccurrenceOfTheSameCampaignCountsForRepeatAfter() throws Exception {
        ledger.rule(
                OTHER.campaign(),
                new CampaignRules(0, 0, 0, DAY.multipliedBy(300).toSeconds()));
        otherSent(NINE.minus(DAY.multipliedBy(200)), "ann");
        var next = new Edition(OTHER.campaign(), "2026-W11");
        ledger.revise(next, List.of(new Change.Promised(promise("ann"))), CENSUS, NINE);

        try (Shift shift = ledger.begin(next, WHO, HOST, NINE)) {
            assertThat(shift.claim(9, NINE, Caps.NONE)).isEmpty();
        }
        assertThat(ledger.standings(next, NINE).skipped()).isEqualTo(Map.of(Reason.REPEAT_AFTER, 1L));
    }

    @Test
    void withoutRulesMailsOfOthersAreNotAskedAbout() throws Exception {
        plan(ledger, "ann");
        otherSent(NINE.minus(DAY), "ann");
        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim(9, NINE, Caps.NONE)).hasSize(1);
        }
    }

    @Test
    void theFactsSayWhatHasLeftAndWhoseItIs() throws Exception {
        ledger.rule(OTHER.campaign(), new CampaignRules(7, 2, 3, 0));
        otherSent(NINE.minus(DAY), "ann");
        ledger.revise(OTHER, List.of(new Change.Promised(promise("ben", TEN))), CENSUS, NINE);

        assertThat(ledger.facts(SPRING, Instant.EPOCH).mailings("ann"))
                .containsExactly(new Mailing("digest", "2026-W10", NINE.minus(DAY), true, 7, 2, 3));
        assertThat(ledger.facts(SPRING, Instant.EPOCH).mailings("ben"))
                .containsExactly(new Mailing("digest", "2026-W10", TEN, false, 7, 2, 3));
    }

    @Test
    void aPromiseGivesWayToAnotherCampaignUnlessItHasGone() throws Exception {
        plan(ledger, "ann", "ben");
        try (Shift shift = begin(ledger)) {
            Claim claim = shift.claim("ben", NINE, Caps.NONE).get(0);
            commit(shift, new Entry.Finish(claim));
            commit(shift, new Entry.Accepted(claim, "250", null));
        }
        ledger.revise(
                OTHER,
                List.of(
                        new Change.Displaced(SPRING, "ann"),
                        new Change.Promised(promise("ann")),
                        new Change.Displaced(SPRING, "ben"),
                        new Change.Promised(promise("ben"))),
                CENSUS,
                NINE);

        assertThat(row(ledger, "ann").reason()).isEqualTo(Reason.PRIORITY);
        assertThat(states(ledger)).isEqualTo(Map.of("ann", State.SKIPPED, "ben", State.ACCEPTED));
    }

    @Test
    void whatWasNeverTriedIsDecidedAnewAndTheRestStays() throws Exception {
        plan(ledger, "ann", "ben", "cy");
        revise(ledger, new Change.KeptBack(noMail("dan")));
        try (Shift shift = begin(ledger)) {
            Claim ben = shift.claim("ben", NINE, Caps.NONE).get(0);
            commit(shift, new Entry.Finish(ben));
            commit(shift, new Entry.Accepted(ben, "250", null));
            Claim cy = shift.claim("cy", NINE, Caps.NONE).get(0);
            commit(shift, new Entry.Deferred(cy, "451", TEN, TEN.plus(DAY)));
        }
        Promise later = changed(promise("ann", TEN));
        revise(
                ledger,
                new Change.Replanned(later, false),
                new Change.Replanned(changed(promise("ben", TEN)), false),
                new Change.Replanned(changed(promise("cy", TEN)), false),
                new Change.Replanned(changed(promise("dan", TEN)), false));

        assertThat(row(ledger, "ann")).isEqualTo(new Row(later, State.PLANNED, null, 0, TEN, "", null));
        assertThat(row(ledger, "ben").promise()).isEqualTo(promise("ben"));
        assertThat(row(ledger, "cy").promise().variant()).isEqualTo("plain");
        assertThat(row(ledger, "cy").state()).isEqualTo(State.DEFERRED);
        assertThat(row(ledger, "dan").state()).isEqualTo(State.PLANNED);
    }

    private static Promise changed(Promise promise) {
        return new Promise(
                promise.customerId(),
                promise.mailbox(),
                promise.zone(),
                promise.sendAt(),
                promise.closes(),
                "picked",
                0.25,
                0.75,
                Group.PLAIN_MAIL,
                Map.of("picks", List.of(new Shown("map-2", "category"))));
    }

    @Test
    void aMovedMailboxIsKeptWhenDecidedAnew() throws Exception {
        plan(ledger, "ann");
        var mailbox = new Mailbox("new", "example.com");
        revise(
                ledger,
                new Change.Readdressed("ann", mailbox),
                new Change.Replanned(promise("ann", mailbox, TEN), false));
        assertThat(row(ledger, "ann").promise()).isEqualTo(promise("ann", mailbox, TEN));
    }

    @Test
    void whatAMailReallyShowsIsKeptWithItsFinalMark() throws Exception {
        plan(ledger, "ann");
        Map<String, List<Shown>> news = Map.of("picks", List.of(new Shown("map-2", "popular")));
        try (Shift shift = begin(ledger)) {
            Claim claim = claimOne(shift);
            assertThat(commit(shift, new Entry.Finish(claim, news)).isGranted()).isTrue();
        }
        assertThat(row(ledger, "ann").promise().slots()).isEqualTo(news);
    }

    @Test
    void theStateBesideAnEditionChangesWithTheMailsOfOthersOnly() throws Exception {
        plan(ledger, "ann");
        String before = ledger.stateBeside(SPRING);
        plan(ledger, "ben");
        assertThat(ledger.stateBeside(SPRING)).isEqualTo(before);
        otherSent(NINE, "ann");
        assertThat(ledger.stateBeside(SPRING)).isNotEqualTo(before);
    }

    @Test
    void aCampaignsGoneStateChangesWithItsMailsThatGoAndWithNothingElse() throws Exception {
        String campaign = SPRING.campaign();
        String before = ledger.goneState(campaign);
        plan(ledger, "ann");
        otherSent(NINE, "ben");
        assertThat(ledger.goneState(campaign)).isEqualTo(before);
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
        }
        assertThat(ledger.goneState(campaign)).isNotEqualTo(before);
    }
}
