package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.personalize.ledger.Sample.*;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.LedgerFacts;
import org.personalize.plan.LedgerFacts.Mailing;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;

/** Plans, counts and what the workspace remembers: what either database must keep. */
abstract class PlansContract extends LedgerContract {

    @Test
    void aPromiseIsReadBackAsItWasMadeHoweverHostileItsTexts() throws Exception {
        Map<String, List<Shown>> slots = new LinkedHashMap<>();
        slots.put("pi;c=ks", List.of(new Shown("a,b~c%d;e=f", "why, = ~"), new Shown("", "")));
        slots.put("", List.of());
        slots.put("zwölf \uD83D\uDE00", List.of(new Shown("nul\0\n\t\uD800'--", "\u2028\"")));
        Promise promise = new Promise(
                "o'neil \\ \"; DROP TABLE mail; -- \u202E\uD83D\uDE00",
                new Mailbox("o'Neil+X", "xn--bcher-kva.example"),
                ZoneId.of("+05:45"),
                NINE,
                Instant.parse("9999-12-31T23:59:59Z"),
                "a variant; with=signs",
                1.0 / 3,
                Math.nextUp(0.1),
                Group.PLAIN_MAIL,
                slots);
        revise(ledger, new Change.Promised(promise));
        List<Row> rows = new ArrayList<>();
        ledger.rows(SPRING, rows::add);
        assertThat(rows).containsExactly(new Row(promise, State.PLANNED, null, 0, NINE, "", null));
        assertThat(new ArrayList<>(rows.get(0).promise().slots().keySet())).isEqualTo(new ArrayList<>(slots.keySet()));
    }

    @Test
    void aPromiseIsKeptWhateverThePlanSaysLater() throws Exception {
        plan(ledger, "ann");
        revise(ledger, new Change.Promised(promise("ann", TEN)), new Change.KeptBack(noMail("ann")));
        assertThat(row(ledger, "ann")).isEqualTo(new Row(promise("ann"), State.PLANNED, null, 0, NINE, "", null));
    }

    @Test
    void aMailboxIsPromisedOneMailOnly() throws Exception {
        Mailbox shared = new Mailbox("family", "example.com");
        assertThat(revise(
                        ledger,
                        new Change.Promised(promise("ann", shared, NINE)),
                        new Change.Promised(promise("bob", shared, NINE)),
                        new Change.KeptBack(promise("cy", shared, NINE)),
                        new Change.Promised(promise("dee"))))
                .containsExactly("bob", "cy");
        assertThat(revise(ledger, new Change.Promised(promise("bob", shared, NINE))))
                .containsExactly("bob");
        assertThat(states(ledger)).isEqualTo(Map.of("ann", State.PLANNED, "dee", State.PLANNED));
    }

    @Test
    void whoeverWasSkippedIsPlannedAgainUnlessTheCampaignWasWithdrawn() throws Exception {
        plan(ledger, "ann", "bob", "cy");
        revise(
                ledger,
                new Change.TakenBack("ann", Reason.NO_CONSENT),
                new Change.TakenBack("bob", Reason.WITHDRAWN),
                new Change.TakenBack("cy", Reason.NOT_SELECTED));
        assertThat(states(ledger).values()).containsOnly(State.SKIPPED);
        Promise moved = promise("ann", new Mailbox("ann.new", "example.org"), TEN);
        assertThat(revise(
                        ledger,
                        new Change.Promised(moved),
                        new Change.Promised(promise("bob")),
                        new Change.KeptBack(noMail("cy"))))
                .isEmpty();
        assertThat(states(ledger)).isEqualTo(Map.of("ann", State.PLANNED, "bob", State.SKIPPED, "cy", State.NO_MAIL));
        assertThat(row(ledger, "ann")).isEqualTo(new Row(moved, State.PLANNED, null, 0, TEN, "", null));
    }

    @Test
    void somebodySkippedIsNotPlannedAgainForAMailboxThatAnotherHas() throws Exception {
        plan(ledger, "ann", "bob");
        revise(ledger, new Change.TakenBack("ann", Reason.NO_CONSENT));
        assertThat(revise(
                        ledger,
                        new Change.Promised(promise("ann", promise("bob").mailbox(), NINE))))
                .as("ann has a place, and is counted there")
                .isEmpty();
        assertThat(row(ledger, "ann").state()).isEqualTo(State.SKIPPED);
        assertThat(row(ledger, "ann").reason()).isEqualTo(Reason.REPEAT_AFTER);
    }

    @Test
    void anotherVariantIsDrawnForWhatNobodyTriedAndForNothingElse() throws Exception {
        plan(ledger, "a", "b", "c");
        revise(ledger, new Change.KeptBack(noMail("kept")));
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
            commit(shift, new Entry.Held(claimOne(shift), ""));
        }
        Map<String, State> before = states(ledger);
        for (String customer : before.keySet()) {
            revise(ledger, new Change.Redrawn(customer, "other", 0.25));
        }
        assertThat(states(ledger)).isEqualTo(before);
        for (String customer : before.keySet()) {
            boolean isOpen = before.get(customer) == State.PLANNED;
            assertThat(row(ledger, customer).promise().variant().equals("other"))
                    .isEqualTo(isOpen);
            assertThat(row(ledger, customer).promise().variantChance() == 0.25).isEqualTo(isOpen);
            assertThat(row(ledger, customer).promise().sendAt())
                    .isEqualTo(
                            customer.equals("kept")
                                    ? noMail("kept").sendAt()
                                    : promise(customer).sendAt());
        }
    }

    @Test
    void whatHasNotGoneOutIsMadeOfOtherPartsAndNothingElse() throws Exception {
        plan(ledger, "a", "b", "c", "d");
        revise(ledger, new Change.KeptBack(noMail("kept")));
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
            commit(shift, new Entry.Deferred(claimOne(shift), "451", TEN, TEN.plusSeconds(3600)));
            commit(shift, new Entry.Held(claimOne(shift), ""));
        }
        Map<String, State> before = states(ledger);
        Map<String, List<Promise.Shown>> slots = Map.of("best", List.of(new Promise.Shown("tent", "popular")));
        for (String customer : before.keySet()) {
            revise(ledger, new Change.Refitted(customer, "other", 0.25, slots));
        }
        assertThat(states(ledger)).isEqualTo(before);
        for (String customer : before.keySet()) {
            boolean isOpen = Set.of(State.PLANNED, State.DEFERRED, State.HELD).contains(before.get(customer));
            Promise promise = row(ledger, customer).promise();
            assertThat(promise.variant().equals("other")).isEqualTo(isOpen);
            assertThat(promise.variantChance() == 0.25).isEqualTo(isOpen);
            assertThat(promise.slots().equals(slots)).isEqualTo(isOpen);
        }
    }

    @Test
    void takingBackLeavesFinalOutcomesAlone() throws Exception {
        plan(ledger, "a", "b", "c", "d", "e");
        revise(ledger, new Change.KeptBack(noMail("kept")));
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
            commit(shift, new Entry.Refused(claimOne(shift), "550", false));
            commit(shift, new Entry.Doubtful(finishOne(shift), ""));
            commit(shift, new Entry.Expired(claimOne(shift), ""));
            commit(shift, new Entry.Held(claimOne(shift), ""));
        }
        for (String customer : states(ledger).keySet()) {
            revise(ledger, new Change.TakenBack(customer, Reason.UNSUBSCRIBED));
        }
        assertThat(states(ledger))
                .isEqualTo(Map.of(
                        "a", State.ACCEPTED,
                        "b", State.REFUSED,
                        "c", State.DOUBTFUL,
                        "d", State.EXPIRED,
                        "e", State.SKIPPED,
                        "kept", State.SKIPPED));
    }

    @Test
    void aFinalOutcomeIsNeverPlannedAgain() throws Exception {
        plan(ledger, "a", "b", "c", "d");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
            commit(shift, new Entry.Refused(claimOne(shift), "550", false));
            commit(shift, new Entry.Doubtful(finishOne(shift), ""));
            commit(shift, new Entry.Expired(claimOne(shift), ""));
        }
        Map<String, State> before = states(ledger);
        plan(ledger, "a", "b", "c", "d");
        assertThat(states(ledger)).isEqualTo(before);
    }

    @Test
    void aNewAddressCountsForWhatHasNotGoneOut() throws Exception {
        plan(ledger, "ann", "bob", "cy");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
        }
        Mailbox other = new Mailbox("New", "example.org");
        revise(
                ledger,
                new Change.Readdressed("ann", other),
                new Change.Readdressed("bob", other),
                new Change.Readdressed("cy", promise("ann").mailbox()));
        assertThat(row(ledger, "ann").promise().mailbox())
                .isEqualTo(promise("ann").mailbox());
        assertThat(row(ledger, "bob").promise().mailbox()).isEqualTo(other);
        assertThat(row(ledger, "cy").state())
                .as("ann already had the mail there")
                .isEqualTo(State.SKIPPED);
        ledger.suppress(new Mailbox("new", "example.org"), Reason.SUPPRESSED, "", NINE);
        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim(9, NINE, Caps.NONE)).isEmpty();
        }
    }

    @Test
    void twoPeopleMayExchangeTheirAddressesOneAfterTheOther() throws Exception {
        plan(ledger, "ann", "bob");
        revise(
                ledger,
                new Change.Readdressed("ann", new Mailbox("third", "example.com")),
                new Change.Readdressed("bob", promise("ann").mailbox()),
                new Change.Readdressed("ann", promise("bob").mailbox()));
        assertThat(row(ledger, "ann").promise().mailbox())
                .isEqualTo(promise("bob").mailbox());
        assertThat(row(ledger, "bob").promise().mailbox())
                .isEqualTo(promise("ann").mailbox());
    }

    @Test
    void aMailGoesUnderTheIdThatThePersonHasNow() throws Exception {
        plan(ledger, "ann", "bob");
        revise(
                ledger,
                new Change.Readdressed("ann", "ann-2", promise("ann").mailbox()),
                new Change.Readdressed("bob", "ann-2", promise("bob").mailbox()));
        assertThat(states(ledger)).isEqualTo(Map.of("ann-2", State.PLANNED, "bob", State.PLANNED));
        assertThat(row(ledger, "ann-2").promise().mailbox())
                .isEqualTo(promise("ann").mailbox());
    }

    @Test
    void whoHasAPlaceAlreadyIsCountedThereAndNotAmongThoseLeftOut() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
        }
        revise(ledger, new Change.TakenBack("bob", Reason.NO_CONSENT));
        Mailbox same = promise("ann").mailbox();
        assertThat(revise(
                        ledger,
                        new Change.Promised(promise("bob", same, NINE)),
                        new Change.Promised(promise("cy", same, NINE))))
                .containsExactly("cy");
        assertThat(row(ledger, "bob").reason()).isEqualTo(Reason.REPEAT_AFTER);
    }

    @Test
    void aHeldMailIsTriedAgainWhenSomethingHasChanged() throws Exception {
        plan(ledger, "ann", "bob");
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Held(claimOne(shift), "no first name"));
            assertThat(row(ledger, "ann").answer()).isEqualTo("no first name");
            revise(ledger, new Change.TriedAgain("ann"), new Change.TriedAgain("bob"));
            assertThat(shift.claim(9, NINE, Caps.NONE)).hasSize(2);
        }
    }

    @Test
    void aRevisionThatFailsChangesNothing() throws Exception {
        plan(ledger, "ann");
        Iterable<Change> broken = () -> IntStream.range(0, 500)
                .mapToObj(i -> {
                    if (i == 400) {
                        throw new InputProblem(org.personalize.problem.Place.NOWHERE, "a bad row", "");
                    }
                    return (Change) new Change.Promised(promise("p" + i));
                })
                .iterator();
        assertThatThrownBy(() -> ledger.revise(SPRING, broken, CENSUS, NINE)).isInstanceOf(InputProblem.class);
        assertThat(states(ledger)).containsOnlyKeys("ann");
        plan(ledger, "bob");
        assertThat(states(ledger)).containsOnlyKeys("ann", "bob");
    }

    @Test
    void aPlanOfManyHundredsIsWhole() throws Exception {
        List<Change> changes = IntStream.range(0, 1_234)
                .mapToObj(i -> (Change) new Change.Promised(promise("p" + i % 1_000)))
                .toList();
        assertThat(ledger.revise(SPRING, changes, CENSUS, NINE)).isEmpty();
        assertThat(states(ledger)).hasSize(1_000);
    }

    @Test
    void theSamePersonMayBeInManyEditions() throws Exception {
        plan(ledger, "ann");
        ledger.revise(OTHER, List.of(new Change.Promised(promise("ann"))), CENSUS, NINE);
        try (Shift shift = begin(ledger)) {
            assertThat(shift.claim(9, NINE, Caps.NONE)).hasSize(1);
        }
        try (Shift shift = ledger.begin(OTHER, WHO, HOST, NINE)) {
            assertThat(shift.claim(9, NINE, Caps.NONE)).hasSize(1);
        }
    }

    @Test
    void theEditionPlannedLastIsTheLatest() throws Exception {
        Edition next = new Edition("digest", "2026-W11");
        assertThat(ledger.latest("digest")).isEmpty();
        ledger.revise(next, List.of(), CENSUS, NINE);
        assertThat(ledger.latest("digest")).isEqualTo(Optional.of(next));
        ledger.revise(OTHER, List.of(), CENSUS, NINE);
        assertThat(ledger.latest("digest")).isEqualTo(Optional.of(OTHER));
        plan(ledger, "ann");
        assertThat(ledger.latest("digest")).isEqualTo(Optional.of(OTHER));
    }

    @Test
    void everybodyIsCountedOnce() throws Exception {
        plan(ledger, "a", "b", "c", "d", "e", "f", "g", "h");
        revise(
                ledger,
                new Change.Promised(promise("later", TEN)),
                new Change.Promised(promise("last", TEN.plusSeconds(60))),
                new Change.Promised(plainMail("plain")),
                new Change.KeptBack(noMail("kept")),
                new Change.Promised(promise("gone")),
                new Change.TakenBack("gone", Reason.NO_CONSENT));
        try (Shift shift = begin(ledger)) {
            commit(shift, new Entry.Accepted(finishOne(shift), "250", null));
            commit(shift, new Entry.Refused(claimOne(shift), "550", false));
            commit(shift, new Entry.Doubtful(finishOne(shift), ""));
            commit(shift, new Entry.Expired(claimOne(shift), ""));
            commit(shift, new Entry.Held(claimOne(shift), ""));
            commit(shift, new Entry.Deferred(claimOne(shift), "450", TEN.plusSeconds(90), TEN.plusSeconds(99)));
            finishOne(shift);
            assertThat(ledger.standings(SPRING, NINE))
                    .isEqualTo(new Standings(
                            SPRING,
                            1,
                            11,
                            1,
                            2,
                            3,
                            1,
                            1,
                            1,
                            1,
                            1,
                            1,
                            Map.of(Reason.NO_CONSENT, 1L),
                            Brake.OFF,
                            "",
                            TEN,
                            TEN.plusSeconds(90),
                            Map.of(),
                            CENSUS));
        }
    }

    @Test
    void whatABrakeOrAHeldDomainKeepsBackIsAmongTheHeld() throws Exception {
        plan(ledger, "ann", "bob");
        revise(ledger, new Change.Promised(promise("cy", new Mailbox("cy", "gone.example"), TEN)));
        ledger.holdDomain("spring-sale", "gone.example", NINE, NINE);
        Standings held = ledger.standings(SPRING, NINE);
        assertThat(held.held()).isEqualTo(1);
        assertThat(held.due()).isEqualTo(2);
        assertThat(held.nextDue()).isNull();
        assertThat(held.heldDomains()).isEqualTo(Map.of("gone.example", NINE));
        ledger.setBrake("spring-sale", Brake.STOPPED, "50 failures in a row", NINE);
        Standings stopped = ledger.standings(SPRING, NINE);
        assertThat(stopped.held()).isEqualTo(3);
        assertThat(stopped.planned()).isEqualTo(3);
        assertThat(stopped.brake()).isEqualTo(Brake.STOPPED);
        assertThat(stopped.brakeWhy()).isEqualTo("50 failures in a row");
    }

    @Test
    void beforeAPlanThereIsNothingToCount() throws Exception {
        ledger.setBrake("spring-sale", Brake.PAUSED, "", NINE);
        assertThat(ledger.standings(SPRING, NINE))
                .isEqualTo(new Standings(
                        SPRING,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        Map.of(),
                        Brake.PAUSED,
                        "",
                        null,
                        null,
                        Map.of(),
                        null));
    }

    @Test
    void theCensusOfTheLastPlanIsKept() throws Exception {
        Census census = new Census(2_000, 3, 4, 5, Map.of(Reason.NO_HOUR, 6L, Reason.UNSUBSCRIBED, 7L));
        ledger.revise(SPRING, List.of(), census, NINE);
        assertThat(ledger.standings(SPRING, NINE).census()).isEqualTo(census);
    }

    @Test
    void aCancelledCampaignStaysSo() throws Exception {
        assertThat(ledger.brake("spring-sale")).isEqualTo(Brake.OFF);
        ledger.setBrake("spring-sale", Brake.CANCELLED, "", NINE);
        ledger.setBrake("spring-sale", Brake.CANCELLED, "", NINE);
        for (Brake brake : List.of(Brake.OFF, Brake.PAUSED, Brake.STOPPED)) {
            assertThatThrownBy(() -> ledger.setBrake("spring-sale", brake, "", NINE))
                    .isInstanceOf(InputProblem.class)
                    .hasMessageContaining("cancelled");
        }
        assertThat(ledger.brake("spring-sale")).isEqualTo(Brake.CANCELLED);
    }

    @Test
    void anotherKeyThanBeforeIsRefused() throws Exception {
        ledger.bindKey("abc", List.of());
        ledger.bindKey("abc", List.of());
        assertThatThrownBy(() -> ledger.bindKey("def", List.of())).isInstanceOf(InputProblem.class);
        ledger.bindKey("abc", List.of());
    }

    @Test
    void aKeyThatReplacesTheOldOneIsTaken() throws Exception {
        ledger.bindKey("abc", List.of());
        ledger.bindKey("new", List.of("abc"));
        assertThatThrownBy(() -> ledger.bindKey("abc", List.of())).isInstanceOf(InputProblem.class);
        ledger.bindKey("new", List.of());
    }

    @Test
    void anotherFileWithTheSameNameIsRefused() throws Exception {
        ledger.enroll("spring-sale", "spring.yaml", other -> true);
        ledger.enroll("spring-sale", "spring.yaml", other -> true);
        assertThatThrownBy(() -> ledger.enroll("spring-sale", "copy.yaml", other -> true))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("spring.yaml");
    }

    @Test
    void afterACancellingItIsSaidWhoWouldGetTheNextOneToo() throws Exception {
        plan(ledger, "ann", "ben");
        try (Shift shift = begin(ledger)) {
            Claim claim = shift.claim(1, NINE, Caps.NONE).get(0);
            shift.commit(List.of(new Entry.Finish(claim)), NINE, Caps.NONE);
            shift.commit(List.of(new Entry.Accepted(claim, "250", null)), NINE, Caps.NONE);
        }
        ledger.setBrake(SPRING.campaign(), Brake.CANCELLED, "over", NINE);
        assertThatThrownBy(() -> ledger.setBrake(SPRING.campaign(), Brake.OFF, "", NINE))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("Whoever had this one (1 accepted) gets that too, unless audience.quiet_days"
                        + " or audience.where: \"!received('" + SPRING.campaign() + "')\" keeps them out.");
    }

    @Test
    void aSuppressionCountsUntilItIsLiftedAndIsRemembered() throws Exception {
        Mailbox ann = new Mailbox("Ann", "example.com");
        assertThat(ledger.suppress(ann, Reason.UNSUBSCRIBED, "a.csv", NINE)).isTrue();
        assertThat(ledger.suppress(ann, Reason.UNSUBSCRIBED, "a.csv", TEN)).isFalse();
        assertThat(ledger.suppress(new Mailbox("ann", "example.com"), Reason.UNSUBSCRIBED, "b.csv", TEN))
                .as("already counts")
                .isFalse();
        ledger.suppress(new Mailbox("\u00e4nne", "example.com"), Reason.COMPLAINED, "c", NINE);
        ledger.suppress(new Mailbox("_", "example.com"), Reason.SUPPRESSED, "c", NINE);
        assertThat(ledger.lift(ann, TEN)).isEqualTo(2);
        assertThat(ledger.lift(ann, TEN)).isZero();
        assertThat(ledger.suppress(ann, Reason.UNSUBSCRIBED, "a.csv", TEN)).isTrue();
        List<Suppression> all = new ArrayList<>();
        ledger.suppressions(all::add);
        assertThat(all)
                .containsExactly(
                        new Suppression("_@example.com", Reason.SUPPRESSED, NINE, "c", null),
                        new Suppression("ann@example.com", Reason.UNSUBSCRIBED, NINE, "a.csv", TEN),
                        new Suppression("ann@example.com", Reason.UNSUBSCRIBED, TEN, "b.csv", TEN),
                        new Suppression("ann@example.com", Reason.UNSUBSCRIBED, TEN, "a.csv", null),
                        new Suppression("\u00e4nne@example.com", Reason.COMPLAINED, NINE, "c", null));
    }

    @Test
    void whatFilesSayIsKeptWithTheLatestMomentAndLiftedTogether() throws Exception {
        var early = new Suppression("ann@example.com", Reason.UNSUBSCRIBED, NINE, "files", null);
        var late = new Suppression("ann@example.com", Reason.UNSUBSCRIBED, TEN, "files", null);
        var other = new Suppression("bob@example.com", Reason.COMPLAINED, NINE, "files", null);
        ledger.keep(List.of(early, other), List.of(), TEN);
        ledger.keep(List.of(late), List.of(), TEN);
        ledger.keep(List.of(early), List.of(), TEN);
        List<Suppression> all = new ArrayList<>();
        ledger.suppressions(all::add);
        assertThat(all).containsExactly(late, other);

        ledger.keep(List.of(), List.of(late), TEN);
        all.clear();
        ledger.suppressions(all::add);
        assertThat(all)
                .containsExactly(new Suppression("ann@example.com", Reason.UNSUBSCRIBED, TEN, "files", TEN), other);
    }

    @Test
    void whoIsTakenOffTheListIsSoAtEveryMailboxOfTheirs() throws Exception {
        var old = new Suppression("old@example.com", "ann", Reason.UNSUBSCRIBED, NINE, "files", null);
        var fresh = new Suppression("new@example.com", "ann", Reason.COMPLAINED, NINE, "files", null);
        var bounce = new Suppression("new@example.com", Reason.BOUNCED, NINE, "relay", null);
        ledger.keep(List.of(old, fresh, bounce), List.of(), NINE);
        assertThat(ledger.lift(new Mailbox("old", "example.com"), TEN)).isEqualTo(2);
        List<Suppression> all = new ArrayList<>();
        ledger.suppressions(all::add);
        assertThat(all).filteredOn(one -> one.liftedAt() == null).containsExactly(bounce);
    }

    @Test
    void whoIsKnownByTheIdAloneCountsAndIsTakenOffTheListByIt() throws Exception {
        var ann = new Suppression(Suppression.NOWHERE, "ann", Reason.UNSUBSCRIBED, NINE, "ingest", null);
        var bob = new Suppression(Suppression.NOWHERE, "bob", Reason.UNSUBSCRIBED, NINE, "ingest", null);
        var known = new Suppression("ann@example.com", "ann", Reason.UNSUBSCRIBED, NINE, "ingest", null);
        var nobody = new Suppression("eve@example.com", Reason.BOUNCED, NINE, "relay", null);
        ledger.keep(List.of(ann, bob, known, nobody), List.of(), NINE);
        List<Suppression> all = new ArrayList<>();
        ledger.suppressions(all::add);
        assertThat(all).containsExactly(ann, bob, known, nobody);

        assertThat(ledger.lift("", TEN)).as("no id").isZero();
        assertThat(ledger.lift("bob", TEN)).isEqualTo(1);
        assertThat(ledger.lift(new Mailbox("ann", "example.com"), TEN))
                .as("with what is known by the id")
                .isEqualTo(2);
        all.clear();
        ledger.suppressions(all::add);
        assertThat(all).filteredOn(one -> one.liftedAt() == null).containsExactly(nobody);
    }

    @Test
    void stampsAreReadBackToTheNanosecond() throws Exception {
        List<InputStamp> stamps = List.of(
                new InputStamp("a.csv", 17, Instant.parse("2026-03-02T09:00:00.123456789Z"), "00ff"),
                new InputStamp("b.csv", 0, NINE, "11"));
        assertThat(ledger.stamps(SPRING)).isEmpty();
        assertThat(ledger.nextChange(SPRING)).isNull();
        ledger.stamp(SPRING, stamps, TEN);
        assertThat(ledger.stamps(SPRING)).isEqualTo(stamps);
        assertThat(ledger.nextChange(SPRING)).isEqualTo(TEN);
        ledger.stamp(SPRING, stamps.subList(1, 2), null);
        assertThat(ledger.stamps(SPRING)).isEqualTo(stamps.subList(1, 2));
        assertThat(ledger.nextChange(SPRING)).isNull();
    }

    @Test
    void planningSeesWhatOtherEditionsPromisedAndSentButNotItsOwn() throws Exception {
        plan(ledger, "ann", "bob", "cy", "dee", "eve");
        revise(ledger, new Change.KeptBack(noMail("kept")));
        try (Shift shift = begin(ledger)) {
            List<Claim> claims = shift.claim(4, NINE, Caps.NONE);
            shift.commit(List.of(new Entry.Finish(claims.get(0)), new Entry.Finish(claims.get(3))), NINE, Caps.NONE);
            shift.commit(
                    List.of(
                            new Entry.Accepted(claims.get(0), "250", null),
                            new Entry.Refused(claims.get(1), "550", false),
                            new Entry.Expired(claims.get(2), ""),
                            new Entry.Doubtful(claims.get(3), "")),
                    TEN,
                    Caps.NONE);
        }
        LedgerFacts facts = ledger.facts(OTHER, NINE);
        Mailing sent = new Mailing("spring-sale", "", TEN);
        assertThat(facts.mailings("ann")).containsExactly(sent);
        assertThat(facts.mailings("bob")).isEmpty();
        assertThat(facts.mailings("cy")).isEmpty();
        assertThat(facts.mailings("dee")).containsExactly(sent);
        assertThat(facts.mailings("eve")).containsExactly(new Mailing("spring-sale", "", NINE, false, 0));
        assertThat(facts.mailings("kept")).isEmpty();
        assertThat(facts.mailings("nobody")).isEmpty();
        assertThat(facts.shownSince("ann", TEN)).isEqualTo(Set.of("tent-7"));
        assertThat(facts.shownSince("ann", TEN.plusSeconds(1))).isEmpty();
        assertThat(facts.shownSince("eve", NINE)).as("not shown yet").isEmpty();
        assertThat(facts.promisedIn(NINE)).isEqualTo(1);
        assertThat(facts.promisedIn(TEN)).isZero();
        assertThat(facts.goneIn(NINE)).isEqualTo(2);
        assertThat(facts.goneIn(TEN)).isZero();
        assertThat(facts.firstDay()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(ledger.facts(SPRING, NINE).mailings("ann")).isEmpty();
        assertThat(ledger.facts(SPRING, NINE).promisedIn(NINE)).isZero();
        assertThat(ledger.facts(OTHER, TEN.plusSeconds(1)).mailings("ann")).isEmpty();
        assertThat(ledger.facts(OTHER, TEN.plusSeconds(1)).mailings("eve")).hasSize(1);
    }

    @Test
    void factsKnowThousandsOfPeopleApart() throws Exception {
        List<Change> changes = IntStream.range(0, 3_000)
                .mapToObj(i -> (Change) new Change.Promised(promise("p" + i, NINE.plusSeconds(i))))
                .toList();
        ledger.revise(SPRING, changes, CENSUS, NINE);
        LedgerFacts facts = ledger.facts(OTHER, NINE);
        for (int i = 0; i < 3_000; i++) {
            assertThat(facts.mailings("p" + i))
                    .containsExactly(new Mailing("spring-sale", "", NINE.plus(Duration.ofSeconds(i)), false, 0));
        }
    }

    @Test
    void beforeTheFirstMailThereIsNoFirstDay() throws Exception {
        assertThat(ledger.firstDay()).isNull();
        assertThat(ledger.facts(SPRING, NINE).firstDay()).isNull();
        assertThat(ledger.handedOver(LocalDate.of(2026, 3, 2))).isZero();
    }

    @Test
    void aLedgerOpenedToBeReadSaysTheSameAndWritesNothing() throws Exception {
        plan(ledger, "ann");
        try (Ledger reader = Ledger.openExisting(place.address()).orElseThrow()) {
            assertThat(states(reader)).isEqualTo(states(ledger));
            assertThat(reader.standings(SPRING, NINE)).isEqualTo(ledger.standings(SPRING, NINE));
            assertThatThrownBy(() -> plan(reader, "bob")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> begin(reader)).isInstanceOf(IllegalStateException.class);
            plan(ledger, "cy");
            assertThat(states(reader)).isEqualTo(states(ledger));
        }
    }

    @Test
    void whoeverReadsRowsMayAskForMoreMeanwhile() throws Exception {
        plan(ledger, "ann", "bob");
        List<Long> seen = new ArrayList<>();
        ledger.rows(SPRING, row -> {
            try {
                seen.add(ledger.standings(SPRING, NINE).due());
                ledger.suppress(row.promise().mailbox(), Reason.SUPPRESSED, "", NINE);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(seen).containsExactly(2L, 2L);
    }
}
