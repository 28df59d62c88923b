package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.personalize.ledger.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Shift.Recovery;
import org.personalize.plan.Reason;

/** The two marks and the outcomes: what either database must keep. */
abstract class MarksContract extends LedgerContract {

    @Test
    void whatIsDueIsClaimedOnceTheFirstDueFirst() throws Exception {
        revise(
                ledger,
                new Change.Promised(promise("c", NINE.minusSeconds(1))),
                new Change.Promised(promise("b", NINE)),
                new Change.Promised(promise("a", NINE)),
                new Change.Promised(promise("late", TEN)));
        try (Shift shift = begin(ledger)) {
            List<Claim> first = shift.claim(2, NINE, Caps.NONE);
            List<Claim> second = shift.claim(9, NINE, Caps.NONE);
            assertThat(first).extracting(c -> c.promise().customerId()).containsExactly("c", "b");
            assertThat(second).extracting(c -> c.promise().customerId()).containsExactly("a");
            assertThat(shift.claim(9, NINE, Caps.NONE)).isEmpty();
            assertThat(shift.claim(9, TEN, Caps.NONE))
                    .extracting(c -> c.promise().customerId())
                    .containsExactly("late");
        }
    }

    @Test
    void oneCustomerIsClaimedAloneAndOnlyWhenDue() throws Exception {
        revise(
                ledger,
                new Change.Promised(promise("a", NINE)),
                new Change.Promised(promise("b", NINE)),
                new Change.Promised(promise("late", TEN)));
        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim("b", NINE, Caps.NONE))
                    .extracting(c -> c.promise().customerId())
                    .containsExactly("b");
            assertThat(shift.claim("b", NINE, Caps.NONE)).isEmpty();
            assertThat(shift.claim("late", NINE, Caps.NONE)).isEmpty();
            assertThat(shift.claim("stranger", NINE, Caps.NONE)).isEmpty();
        }
    }

    @Test
    void anEditionThatIsOverIsClaimedWhateverItsMomentsAre() throws Exception {
        revise(ledger, new Change.Promised(promise("a", NINE)), new Change.Promised(promise("late", TEN)));
        assertThat(ledger.isAnythingDue(SPRING, NINE.minusSeconds(1))).isFalse();
        assertThat(ledger.isAnythingDue(SPRING, NINE)).isTrue();
        assertThat(ledger.unfinished(SPRING.campaign())).containsExactly(SPRING);
        try (Shift shift = begin(ledger)) {
            for (Claim claim : shift.claimAll(9)) {
                commit(shift, new Entry.Expired(claim, "over"));
            }
        }
        assertThat(ledger.unfinished(SPRING.campaign())).isEmpty();
        assertThat(ledger.isAnythingDue(SPRING, TEN)).isFalse();
    }

    @Test
    void aClaimCarriesThePromiseAsItWasMade() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            Claim claim = claimOne(shift);
            assertThat(claim).isEqualTo(new Claim(claim.id(), 1, 0, null, promise("ann")));
        }
    }

    @Test
    void anAcceptedMailIsNeverClaimedAgain() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            Claim claim = finishOne(shift);
            assertThat(states(ledger)).containsExactly(Map.entry("ann", State.FINISHING));
            assertThat(commit(shift, new Entry.Accepted(claim, "250 ok", "q-17")))
                    .isEqualTo(Mark.GRANTED);
            assertThat(shift.claim(9, TEN, Caps.NONE)).isEmpty();
        }
        assertThat(row(ledger, "ann"))
                .isEqualTo(new Row(promise("ann"), State.ACCEPTED, null, 0, NINE, "250 ok", NINE));
    }

    @Test
    void theFinalDotIsPermittedOnce() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            Claim claim = finishOne(shift);
            assertThatThrownBy(() -> commit(shift, new Entry.Finish(claim))).isInstanceOf(IllegalStateException.class);
            assertThat(states(ledger)).containsEntry("ann", State.FINISHING);
        }
    }

    @Test
    void acceptedWithoutAGrantedMarkStopsTheRun() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            Claim claim = claimOne(shift);
            assertThatThrownBy(() -> commit(shift, new Entry.Accepted(claim, "250", null)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> commit(shift, new Entry.Doubtful(claim, "cut")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aClaimThatWasTakenOverIsWorthNothing() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            Claim old = claimOne(shift);
            commit(shift, new Entry.Released(old));
            Claim young = claimOne(shift);
            assertThat(young.lease()).isEqualTo(old.lease() + 1);
            assertThatThrownBy(() -> commit(shift, new Entry.Finish(old))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> commit(shift, new Entry.Released(old))).isInstanceOf(IllegalStateException.class);
            assertThat(commit(shift, new Entry.Finish(young))).isEqualTo(Mark.GRANTED);
        }
    }

    @Test
    void oneWrongEntryUndoesTheWholeCommit() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            Claim ann = finishOne(shift);
            Claim bob = claimOne(shift);
            assertThatThrownBy(() -> shift.commit(
                            List.of(new Entry.Accepted(ann, "250", null), new Entry.Accepted(bob, "250", null)),
                            NINE,
                            Caps.NONE))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(states(ledger)).isEqualTo(Map.of("ann", State.FINISHING, "bob", State.CLAIMED));
        }
    }

    @Test
    void aDeferredMailComesAgainWhenItIsDueAndItsAttemptCounts() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            Claim claim = claimOne(shift);
            commit(shift, new Entry.Deferred(claim, "451 later", TEN, TEN.plusSeconds(3600)));
            assertThat(shift.claim(1, NINE, Caps.NONE)).isEmpty();
            assertThat(row(ledger, "ann").state()).isEqualTo(State.DEFERRED);
            Claim again = shift.claim(1, TEN, Caps.NONE).get(0);
            assertThat(again.attempts()).isEqualTo(1);
            assertThat(again.firstTried()).isEqualTo(NINE);
            assertThat(again.promise().sendAt()).isEqualTo(NINE);
            assertThat(again.promise().closes()).isEqualTo(TEN.plusSeconds(3600));
        }
        assertThat(row(ledger, "ann").state())
                .as("deferred before, and so again")
                .isEqualTo(State.DEFERRED);
    }

    @Test
    void anAnswerBeforeTheDotMayDeferOrRefuseWithoutAMark() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Refused(claimOne(shift), "550 no", false));
            commit(shift, new Entry.Deferred(claimOne(shift), "450", TEN, TEN.plusSeconds(9)));
        }
        assertThat(states(ledger)).isEqualTo(Map.of("ann", State.REFUSED, "bob", State.DEFERRED));
        assertThat(ledger.handedOver(LocalDate.of(2026, 3, 2))).isZero();
    }

    @Test
    void aRefusedAddressIsNeverTriedAgain() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Refused(finishOne(shift), "554 5.7.1 policy", false));
            assertThat(shift.claim(9, TEN, Caps.NONE)).isEmpty();
        }
        assertThat(row(ledger, "ann").answer()).isEqualTo("554 5.7.1 policy");
        ledger.suppressions(
                s -> assertThat(s).as("nobody is suppressed for a policy").isNull());
    }

    @Test
    void aMailboxThatDoesNotExistIsSuppressedWithTheSameCommit() throws Exception {
        plan(ledger, "Ann");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Refused(claimOne(shift), "550 5.1.1", true));
        }
        List<Suppression> all = new java.util.ArrayList<>();
        ledger.suppressions(all::add);
        assertThat(all).containsExactly(new Suppression("ann@example.com", Reason.BOUNCED, NINE, "relay", null));
    }

    @Test
    void outcomesEndWhereTheySay() throws Exception {
        plan(ledger, "a", "b", "c", "d", "e", "f");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Doubtful(finishOne(shift), "no answer"));
            commit(shift, new Entry.Held(claimOne(shift), "template"));
            commit(shift, new Entry.Expired(claimOne(shift), "too late"));
            commit(shift, new Entry.Skipped(claimOne(shift), Reason.UNSUBSCRIBED));
            commit(shift, new Entry.Released(finishOne(shift)));
            Claim f = shift.claim(2, NINE, Caps.NONE).get(1);
            commit(shift, new Entry.Moved(f, TEN, TEN.plusSeconds(60)));
            assertThat(states(ledger))
                    .isEqualTo(Map.of(
                            "a", State.DOUBTFUL,
                            "b", State.HELD,
                            "c", State.EXPIRED,
                            "d", State.SKIPPED,
                            "e", State.CLAIMED,
                            "f", State.PLANNED));
        }
        assertThat(row(ledger, "d").reason()).isEqualTo(Reason.UNSUBSCRIBED);
        assertThat(row(ledger, "e").state()).isEqualTo(State.PLANNED);
        assertThat(row(ledger, "f").due()).isEqualTo(TEN);
        assertThat(row(ledger, "f").attempts()).isZero();
    }

    @Test
    void aSuppressionBetweenClaimAndMarkForbidsTheDot() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            Claim ann = claimOne(shift);
            assertThat(ledger.suppress(new Mailbox("ANN", "example.com"), Reason.UNSUBSCRIBED, "optouts.csv", NINE))
                    .isTrue();
            assertThat(commit(shift, new Entry.Finish(ann))).isEqualTo(Mark.takenBack(Reason.UNSUBSCRIBED));
            assertThat(states(ledger)).containsEntry("ann", State.CLAIMED);
            assertThat(commit(shift, new Entry.Skipped(ann, Reason.UNSUBSCRIBED)))
                    .isEqualTo(Mark.GRANTED);
        }
    }

    @Test
    void anOptOutOfWhomOnlyTheIdIsKnownForbidsTheDot() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(2, NINE, Caps.NONE);
            var ann = new Suppression(Suppression.NOWHERE, "ann", Reason.UNSUBSCRIBED, NINE, "ingest", null);
            ledger.keep(List.of(ann), List.of(), NINE);
            assertThat(commit(shift, new Entry.Finish(claims.get(0)))).isEqualTo(Mark.takenBack(Reason.UNSUBSCRIBED));
            assertThat(commit(shift, new Entry.Finish(claims.get(1)))).isEqualTo(Mark.GRANTED);
        }
    }

    @Test
    void ofSeveralSuppressionsTheFirstReasonForbidsTheDot() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(2, NINE, Caps.NONE);
            Mailbox ann = claims.get(0).promise().mailbox();
            ledger.suppress(ann, Reason.SUPPRESSED, "by hand", NINE);
            ledger.suppress(ann, Reason.BOUNCED, "bounces.csv", NINE);
            ledger.suppress(ann, Reason.COMPLAINED, "complaints.csv", NINE);
            Mailbox bob = claims.get(1).promise().mailbox();
            ledger.suppress(bob, Reason.UNSUBSCRIBED, "optouts.csv", NINE);
            ledger.lift(bob, NINE);
            ledger.suppress(bob, Reason.SUPPRESSED, "by hand", NINE);
            assertThat(commit(shift, new Entry.Finish(claims.get(0)))).isEqualTo(Mark.takenBack(Reason.COMPLAINED));
            assertThat(commit(shift, new Entry.Finish(claims.get(1)))).isEqualTo(Mark.takenBack(Reason.SUPPRESSED));
        }
    }

    @Test
    void answersAreCountedOverSendersUntilSomebodyResumes() throws Exception {
        plan(ledger, "a", "b", "c", "d", "e");
        Instant later = NINE.plusSeconds(90 * 60);
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(4, NINE, Caps.NONE);
            shift.commit(List.of(new Entry.Finish(claims.get(1))), NINE, Caps.NONE);
            shift.commit(
                    List.of(
                            new Entry.Refused(claims.get(0), "550", true),
                            new Entry.Accepted(claims.get(1), "250", null),
                            new Entry.Refused(claims.get(2), "550", true)),
                    NINE,
                    Caps.NONE);
            assertThat(ledger.heard(SPRING, "example.com", NINE.minusSeconds(3_600)))
                    .isEqualTo(new Heard(1, 3, 2, 3, 2));
            commit(shift, new Entry.Deferred(claims.get(3), "450", TEN, TEN.plusSeconds(60)));
        }
        try (Shift shift = ledger.begin(SPRING, WHO, "mail2", later)) {
            List<Claim> claims = shift.claim(1, later, Caps.NONE);
            shift.commit(List.of(new Entry.Refused(claims.get(0), "550", false)), later, Caps.NONE);
        }
        assertThat(ledger.heard(SPRING, "example.com", later.minusSeconds(3_600)))
                .isEqualTo(new Heard(2, 4, 2, 1, 0));
        assertThat(ledger.heard(SPRING, "other.example", later.minusSeconds(3_600)))
                .isEqualTo(new Heard(2, 4, 2, 0, 0));
        assertThat(ledger.heard(OTHER, "example.com", NINE)).isEqualTo(new Heard(0, 0, 0, 0, 0));
        ledger.setBrake("spring-sale", Brake.OFF, "", later);
        assertThat(ledger.heard(SPRING, "example.com", NINE.minusSeconds(3_600)))
                .isEqualTo(new Heard(0, 0, 0, 0, 0));
    }

    @Test
    void whoOptedOutAtAnotherMailboxIsNeitherClaimedNorMarked() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            Claim ann = claimOne(shift);
            ledger.keep(
                    List.of(
                            new Suppression("old-a@example.com", "ann", Reason.UNSUBSCRIBED, NINE, "files", null),
                            new Suppression("old-b@example.com", "bob", Reason.COMPLAINED, NINE, "ingest", null)),
                    List.of(),
                    NINE);
            assertThat(commit(shift, new Entry.Finish(ann))).isEqualTo(Mark.takenBack(Reason.UNSUBSCRIBED));
            assertThat(shift.claim(9, NINE, Caps.NONE)).isEmpty();
            ledger.lift(new Mailbox("old-b", "example.com"), NINE);
            assertThat(shift.claim(9, NINE, Caps.NONE)).hasSize(1);
        }
    }

    @Test
    void aSuppressedMailboxIsNotClaimed() throws Exception {
        plan(ledger, "ann", "Bob");
        ledger.suppress(new Mailbox("bob", "example.com"), Reason.COMPLAINED, "loop", NINE);
        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim(9, NINE, Caps.NONE))
                    .extracting(c -> c.promise().customerId())
                    .containsExactly("ann");
            assertThat(ledger.lift(new Mailbox("BOB", "example.com"), NINE)).isEqualTo(1);
            assertThat(shift.claim(9, NINE, Caps.NONE))
                    .extracting(c -> c.promise().customerId())
                    .containsExactly("Bob");
        }
    }

    @Test
    void aBrakeKeepsClaimsAndMarksBack() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            Claim ann = claimOne(shift);
            ledger.setBrake("spring-sale", Brake.PAUSED, "lunch", NINE);
            assertThat(shift.claim(9, NINE, Caps.NONE)).isEmpty();
            assertThat(commit(shift, new Entry.Finish(ann))).isEqualTo(Mark.BRAKED);
            ledger.setBrake("spring-sale", Brake.OFF, "", NINE);
            assertThat(commit(shift, new Entry.Finish(ann))).isEqualTo(Mark.GRANTED);
            assertThat(shift.claim(9, NINE, Caps.NONE)).hasSize(1);
        }
    }

    @Test
    void aBrakeOfAnotherCampaignChangesNothing() throws Exception {
        plan(ledger, "ann");
        ledger.setBrake("digest", Brake.PAUSED, "", NINE);
        try (Shift shift = begin(ledger)) {
            assertThat(finishOne(shift).promise().customerId()).isEqualTo("ann");
        }
    }

    @Test
    void afterTheStretchNoDotIsPermittedAndTheMailIsOverdue() throws Exception {
        plan(ledger, "ann", "bob");
        Instant closes = promise("ann").closes();
        try (Shift shift = begin(ledger)) {
            Claim ann = claimOne(shift);
            assertThat(shift.claimOverdue(9, closes.minusSeconds(1))).isEmpty();
            assertThat(shift.commit(List.of(new Entry.Finish(ann)), closes, Caps.NONE))
                    .containsExactly(Mark.LATE);
            assertThat(shift.claim(9, closes, Caps.NONE)).isEmpty();
            List<Claim> overdue = shift.claimOverdue(9, closes);
            assertThat(overdue).extracting(c -> c.promise().customerId()).containsExactly("bob");
            commit(shift, new Entry.Moved(overdue.get(0), closes.plusSeconds(60), closes.plusSeconds(120)));
            assertThat(shift.claim(9, closes.plusSeconds(60), Caps.NONE)).hasSize(1);
        }
    }

    @Test
    void aHeldDomainIsNeitherClaimedNorPermitted() throws Exception {
        revise(
                ledger,
                new Change.Promised(promise("ann", new Mailbox("ann", "gone.example"), NINE)),
                new Change.Promised(promise("bob", new Mailbox("bob", "gone.example"), NINE)),
                new Change.Promised(promise("cy", new Mailbox("cy", "fine.example"), NINE)));
        try (Shift shift = begin(ledger)) {
            Claim ann = claimOne(shift);
            ledger.holdDomain("spring-sale", "gone.example", NINE, NINE);
            assertThat(commit(shift, new Entry.Finish(ann))).isEqualTo(Mark.DOMAIN_HELD);
            assertThat(shift.claim(9, NINE, Caps.NONE))
                    .extracting(c -> c.promise().customerId())
                    .containsExactly("cy");
            assertThat(ledger.isAnythingDue(SPRING, NINE)).isFalse();
        }
        ledger.setBrake("spring-sale", Brake.OFF, "", NINE);
        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim(9, NINE, Caps.NONE)).hasSize(3);
        }
    }

    @Test
    void aHeldDomainGivesNobodyMoreTime() throws Exception {
        Instant over = NINE.plus(Duration.ofDays(9));
        revise(ledger, new Change.Promised(promise("ann", new Mailbox("ann", "gone.example"), NINE)));
        ledger.holdDomain("spring-sale", "gone.example", NINE, NINE);
        assertThat(ledger.isAnythingDue(SPRING, NINE)).isFalse();
        assertThat(ledger.isAnythingDue(SPRING, over)).isTrue();
        try (Shift shift = begin(ledger)) {
            List<Claim> overdue = shift.claimOverdue(9, over);
            assertThat(overdue).hasSize(1);
            commit(shift, new Entry.Released(overdue.get(0)));
            commit(shift, new Entry.Expired(shift.claimAll(9).get(0), "over"));
        }
        assertThat(ledger.unfinished("spring-sale")).isEmpty();
    }

    @Test
    void holdingADomainLiftsOnlyWhatItsOwnAnswersCausedSinceThen() throws Exception {
        Mailbox early = new Mailbox("early", "gone.example");
        Mailbox late = new Mailbox("late", "gone.example");
        Mailbox said = new Mailbox("said", "gone.example");
        revise(
                ledger,
                new Change.Promised(promise("early", early, NINE)),
                new Change.Promised(promise("late", late, NINE)),
                new Change.Promised(promise("said", said, NINE)));
        ledger.suppress(said, Reason.UNSUBSCRIBED, "optouts.csv", TEN);
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(9, NINE, Caps.NONE);
            shift.commit(List.of(new Entry.Refused(claims.get(0), "550 5.1.1", true)), NINE, Caps.NONE);
            shift.commit(List.of(new Entry.Refused(claims.get(1), "550 5.1.1", true)), TEN, Caps.NONE);
        }
        ledger.suppress(late, Reason.SUPPRESSED, "by hand", TEN);
        ledger.holdDomain("spring-sale", "gone.example", NINE.plusSeconds(1), TEN);
        List<String> inForce = new java.util.ArrayList<>();
        ledger.suppressions(s -> {
            if (s.liftedAt() == null) {
                inForce.add(s.mailbox() + " " + s.reason().word());
            }
        });
        assertThat(inForce)
                .containsExactly(
                        "early@gone.example bounced", "late@gone.example suppressed", "said@gone.example unsubscribed");
    }

    @Test
    void anHourTakesAsManyAsItMay() throws Exception {
        plan(ledger, "a", "b", "c", "d");
        Caps caps = new Caps(3, 0);
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(9, NINE, Caps.NONE);
            List<Entry> entries =
                    claims.stream().map(c -> (Entry) new Entry.Finish(c)).toList();
            assertThat(shift.commit(entries, NINE, caps))
                    .containsExactly(Mark.GRANTED, Mark.GRANTED, Mark.GRANTED, Mark.FULL);
            assertThat(shift.claim(9, NINE, caps)).isEmpty();
            assertThat(shift.commit(List.of(entries.get(3)), TEN, caps)).containsExactly(Mark.GRANTED);
        }
        assertThat(ledger.handedOver(LocalDate.of(2026, 3, 2))).isEqualTo(4);
        assertThat(ledger.firstDay()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void aForbiddenMailDoesNotUseUpTheHour() throws Exception {
        plan(ledger, "a", "b", "c");
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(9, NINE, Caps.NONE);
            ledger.suppress(claims.get(0).promise().mailbox(), Reason.SUPPRESSED, "", NINE);
            List<Entry> entries =
                    claims.stream().map(c -> (Entry) new Entry.Finish(c)).toList();
            assertThat(shift.commit(entries, NINE, new Caps(1, 0)))
                    .containsExactly(Mark.takenBack(Reason.SUPPRESSED), Mark.GRANTED, Mark.FULL);
        }
    }

    @Test
    void aDayTakesAsManyAsItMayOverAllItsHours() throws Exception {
        plan(ledger, "a", "b", "c");
        Caps caps = new Caps(0, 2);
        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim(9, NINE, caps)).hasSize(2);
            commit(shift, new Entry.Released(shift.claim(1, NINE, Caps.NONE).get(0)));
        }
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(9, NINE, Caps.NONE);
            shift.commit(List.of(new Entry.Finish(claims.get(0))), NINE, caps);
            shift.commit(List.of(new Entry.Finish(claims.get(1))), TEN, caps);
            assertThat(shift.commit(List.of(new Entry.Finish(claims.get(2))), TEN, caps))
                    .containsExactly(Mark.FULL);
        }
    }

    @Test
    void goingHomeGivesBackWhatIsStillHeld() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            finishOne(shift);
            claimOne(shift);
        }
        assertThat(states(ledger)).isEqualTo(Map.of("ann", State.DOUBTFUL, "bob", State.PLANNED));
        try (Shift shift = begin(ledger)) {
            assertThat(shift.recovery()).isEqualTo(Recovery.NOTHING);
        }
    }

    @Test
    void aDoubtfulMailIsSentAgainOnlyWhenSomebodyAsks() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Doubtful(finishOne(shift), "no answer"));
            assertThat(shift.claim(1, NINE, Caps.NONE)).isEmpty();
            assertThat(ledger.resendDoubtful(OTHER, List.of(), 9)).isEmpty();
            assertThat(ledger.resendDoubtful(SPRING, List.of(), 9)).containsExactly("ann");
            Claim again = claimOne(shift);
            assertThat(again.firstTried()).isNull();
            assertThat(again.attempts()).isZero();
        }
    }

    @Test
    void aSecondSenderOnTheSameHostIsToldWhoIsAtWork() throws Exception {
        plan(ledger, "ann");
        try (Shift shift = begin(ledger)) {
            assertThat(shift.recovery()).isEqualTo(Recovery.NOTHING);
            assertThatThrownBy(() -> begin(ledger))
                    .isInstanceOf(Occupied.class)
                    .hasMessage(WHO + ", since 2026-03-02T09:00:00Z");
            ledger.begin(OTHER, WHO, HOST, NINE).close();
        }
        begin(ledger).close();
    }

    @Test
    void everyBeginningIsAStep() throws Exception {
        assertThat(ledger.steps()).isZero();
        begin(ledger).close();
        begin(ledger).close();
        assertThat(ledger.steps()).isEqualTo(2);
        ledger.countStep();
        assertThat(ledger.steps()).isEqualTo(3);
    }

    @Test
    void whatWasTakenBackWhileASenderHeldItIsNotPermittedAndIsSkippedWhenGivenBack() throws Exception {
        plan(ledger, "ann", "bob", "cy");
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(3, NINE, Caps.NONE);
            commit(shift, new Entry.Finish(claims.get(2)));
            for (String customer : List.of("ann", "bob", "cy")) {
                revise(ledger, new Change.TakenBack(customer, Reason.NO_CONSENT));
            }
            assertThat(commit(shift, new Entry.Finish(claims.get(0)))).isEqualTo(Mark.takenBack(Reason.NO_CONSENT));
            commit(shift, new Entry.Skipped(claims.get(0), Reason.NO_CONSENT));
            assertThat(row(ledger, "bob").reason())
                    .as("no reason before it is skipped")
                    .isNull();
            commit(shift, new Entry.Accepted(claims.get(2), "250", null));
        }
        assertThat(states(ledger)).isEqualTo(Map.of("ann", State.SKIPPED, "bob", State.SKIPPED, "cy", State.ACCEPTED));
        assertThat(row(ledger, "ann").reason()).isEqualTo(Reason.NO_CONSENT);
        assertThat(row(ledger, "bob").reason()).isEqualTo(Reason.NO_CONSENT);
    }

    @Test
    void cancellingTakesBackWhateverIsNotFinal() throws Exception {
        String[] people = IntStream.range(0, 8).mapToObj(i -> "p" + i).toArray(String[]::new);
        plan(ledger, people);
        revise(ledger, new Change.KeptBack(noMail("kept")));
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(6, NINE, Caps.NONE);
            commit(shift, new Entry.Finish(claims.get(0)));
            commit(shift, new Entry.Accepted(claims.get(0), "250", null));
            commit(shift, new Entry.Deferred(claims.get(1), "450", TEN, TEN.plusSeconds(60)));
            commit(shift, new Entry.Held(claims.get(2), "its own error"));
            commit(shift, new Entry.Finish(claims.get(3)));
            commit(shift, new Entry.Finish(claims.get(4)));
            ledger.setBrake("spring-sale", Brake.CANCELLED, "wrong prices", NINE);
            assertThat(commit(shift, new Entry.Finish(claims.get(5)))).isEqualTo(Mark.BRAKED);
            commit(shift, new Entry.Accepted(claims.get(3), "250", null));
            commit(shift, new Entry.Deferred(claims.get(4), "450", TEN, TEN.plusSeconds(60)));
        }
        assertThat(states(ledger))
                .isEqualTo(Map.of(
                        "p0", State.ACCEPTED,
                        "p1", State.SKIPPED,
                        "p2", State.SKIPPED,
                        "p3", State.ACCEPTED,
                        "p4", State.SKIPPED,
                        "p5", State.SKIPPED,
                        "p6", State.SKIPPED,
                        "p7", State.SKIPPED,
                        "kept", State.NO_MAIL));
        assertThat(row(ledger, "p7").reason()).isEqualTo(Reason.WITHDRAWN);
        assertThat(row(ledger, "p5").reason()).isEqualTo(Reason.WITHDRAWN);
    }
}
