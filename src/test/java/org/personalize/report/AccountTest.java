package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.personalize.report.Mailing.DAY;
import static org.personalize.report.Mailing.HOUR;
import static org.personalize.report.Mailing.NINE;
import static org.personalize.report.Mailing.SECOND;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.personalize.history.Kind;
import org.personalize.history.Reaction;
import org.personalize.ledger.State;
import org.personalize.measure.Share;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Reason;
import org.personalize.report.Breakdown.By;
import org.personalize.report.Verdict.Answer;

class AccountTest {

    private final Mailing mailing = new Mailing();

    @Test
    void everybodyCountsInTheGroupOfTheDrawWhateverBecameOfTheMail() {
        mailing.people(1_000).groups(0.2, 0.2);
        for (int person = 0; person < 1_000; person += 3) {
            mailing.states.put(person, mailing.group(person) == Group.NO_MAIL ? State.SKIPPED : State.REFUSED);
        }
        mailing.send().buys(0, SECOND + DAY, 10);
        long keptBack = count(Group.NO_MAIL);

        CampaignReport report = mailing.report();

        assertThat(report.mail().others().people()).isEqualTo(keptBack);
        assertThat(report.mail().treated().people()).isEqualTo(1_000 - keptBack);
        assertThat(report.personal().others().people()).isEqualTo(count(Group.PLAIN_MAIL));
        assertThat(report.personal().treated().people()).isEqualTo(count(Group.NONE));
        assertThat(report.personal().sampleRatio().orElseThrow().expected()).isCloseTo(0.25, within(1e-9));
    }

    /** They get the plain mail too, but nobody drew them for it. */
    @Test
    void whoeverRefusesToBeProfiledIsInNoGroupOfThePersonalComparison() {
        mailing.people(1_000).groups(0.1, 0.3);
        for (int person = 0; person < 1_000; person += 2) {
            mailing.audience.withoutPersonalization(person);
        }
        mailing.send();

        CampaignReport report = mailing.report();

        long profiled = 0;
        for (int person = 1; person < 1_000; person += 2) {
            profiled += mailing.group(person) == Group.NO_MAIL ? 0 : 1;
        }
        Verdict personal = report.personal();
        assertThat(personal.others().people()).isEqualTo(count(Group.PLAIN_MAIL));
        assertThat(personal.treated().people() + personal.others().people()).isEqualTo(profiled);
        assertThat(personal.sampleRatio().orElseThrow().isSound()).isTrue();
    }

    @Test
    void whatTheMailEarnedIsFoundAndPersonalizingThatEarnedNothingIsNot() {
        mailing.people(2_000).groups(0.3, 0.3).send();
        for (int person = 0; person < 2_000; person++) {
            boolean isMailed = mailing.group(person) != Group.NO_MAIL;
            if (person % 20 == 0 || (isMailed && person % 20 == 1)) {
                mailing.buys(person, SECOND + DAY, 25);
            }
            if (isMailed && person % 10 == 3) {
                mailing.clicks(person, SECOND + HOUR, "spring");
            }
        }

        CampaignReport report = mailing.report();

        assertThat(report.mail().answer()).isEqualTo(Answer.BETTER);
        assertThat(report.mail().headline()).startsWith("The mail earned ").contains(" more buyers per 100 people (");
        assertThat(report.mail().difference().orElseThrow().mean()).isBetween(0.03, 0.07);
        assertThat(report.personal().answer()).isEqualTo(Answer.INDISTINGUISHABLE);
        assertThat(report.personal().headline()).startsWith("Personalizing it earned nothing that can be told");
    }

    @Test
    void groupsOfAnotherSizeThanDrawnBlockTheAnswer() {
        mailing.people(1_000).groups(0.3, 0).send();
        mailing.rows.removeIf(row ->
                row.state() == State.NO_MAIL && row.promise().customerId().endsWith("1"));
        mailing.rows.removeIf(row ->
                row.state() == State.NO_MAIL && row.promise().customerId().endsWith("2"));
        mailing.rows.removeIf(row ->
                row.state() == State.NO_MAIL && row.promise().customerId().endsWith("3"));
        mailing.buys(0, SECOND + DAY, 10);

        Verdict mail = mailing.report().mail();

        assertThat(mail.answer()).isEqualTo(Answer.BLOCKED);
        assertThat(mail.why()).startsWith("The draw splits ");
        assertThat(mail.difference()).isEmpty();
    }

    /** Only somebody who gets mail can opt out of it. */
    @Test
    void optOutsOfEarlierMailsAreNamedBeforeAllElseThatMakesGroupsUneven() {
        mailing.people(2_000).groups(0.3, 0);
        long left = leave(3);
        sendToThoseWhoStayed();
        mailing.buys(0, SECOND + DAY, 10);
        long kept = count(Group.NO_MAIL);

        CampaignReport report = mailing.report();

        assertThat(report.mail().answer()).isEqualTo(Answer.BLOCKED);
        assertThat(report.mail().why())
                .contains("Before the first mail %,d of %,d people whom the draw gives mail had opted out"
                        .formatted(left, 2_000 - kept))
                .contains(" and 0 of %,d whom it keeps back".formatted(kept))
                .contains("With them the groups are as drawn.", "`report --all`")
                .doesNotContain("--limit");
        assertThat(report.notes()).noneMatch(note -> note.startsWith("Before the first mail"));
    }

    @Test
    void optOutsOfEarlierMailsAreToldOfBeforeTheyBlockAnAnswer() {
        mailing.people(2_000).groups(0.3, 0);
        long left = leave(30);
        sendToThoseWhoStayed();
        mailing.buys(0, SECOND + DAY, 10);

        CampaignReport report = mailing.report();

        assertThat(report.mail().answer()).isNotEqualTo(Answer.BLOCKED);
        assertThat(report.notes()).anyMatch(note -> note.startsWith("Before the first mail %,d of ".formatted(left)));
    }

    @Test
    void optOutsOfBothGroupsAlikeAreNoneOfTheMails() {
        mailing.people(2_000).groups(0.3, 0);
        for (int person = 0; person < 2_000; person += 5) {
            mailing.left.put(person, SECOND - DAY);
        }
        sendToThoseWhoStayed();
        mailing.buys(1, SECOND + DAY, 10);
        assertThat(mailing.report().notes()).noneMatch(note -> note.startsWith("Before the first mail"));
    }

    private void sendToThoseWhoStayed() {
        mailing.send();
        mailing.rows.removeIf(row -> mailing.left.containsKey(
                Integer.parseInt(row.promise().customerId().substring(1))));
    }

    /** So many of those who get mail, and nobody who is kept back. */
    private long leave(int each) {
        for (int person = 0; person < 2_000; person += each) {
            if (mailing.group(person) != Group.NO_MAIL) {
                mailing.left.put(person, SECOND - DAY);
            }
        }
        return mailing.left.size();
    }

    /** Whoever is kept back is kept back from all mailings, and is watched through all of them. */
    @Test
    void whoOptsOutAfterAMailingIsWatchedToTheEndOfTheLast() {
        mailing.people(1_000).groups(0.3, 0).send();
        int leaver = 0;
        while (mailing.group(leaver) == Group.NO_MAIL) {
            leaver++;
        }
        long later = SECOND + 20 * DAY;
        mailing.buys(leaver, later + DAY, 10);
        mailing.sendAt = NINE.plusSeconds(20 * DAY);
        mailing.left.put(leaver, SECOND + 5 * DAY);

        Verdict mail = Mailing.report(mailing.againWithout(leaver)).mail();

        assertThat(mail.treated().happened().mean() * mail.treated().people())
                .as("the leaver's purchase and no other")
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void ordersThatReachUsOfOneGroupOnlyBlockTheAnswer() {
        mailing.people(1_000).groups(0.3, 0).send();
        for (int person = 0; person < 1_000; person += 4) {
            if (mailing.group(person) != Group.NO_MAIL) {
                mailing.buys(person, SECOND - 10 * DAY, 10);
                mailing.buys(person, SECOND + DAY, 10);
            }
        }

        Verdict mail = mailing.report().mail();

        assertThat(mail.answer()).isEqualTo(Answer.BLOCKED);
        assertThat(mail.why()).contains("The orders of one group seem to be missing");
    }

    /** Who finds no room is chosen by the worth of their hours, which neither group that is compared with has. */
    @Test
    void manyWithoutRoomBlockTheAnswersAndFewDoNot() {
        mailing.people(1_000).groups(0.3, 0.3).send().buys(0, SECOND + DAY, 10);

        assertThat(answers(5)).doesNotContain(Answer.BLOCKED);
        assertThat(answers(11)).containsOnly(Answer.BLOCKED);
    }

    private List<Answer> answers(long withoutRoom) {
        CampaignReport report =
                mailing.account(false).report("spring", Map.of(), Map.of(Reason.NO_CAPACITY, withoutRoom), List.of());
        return List.of(report.mail().answer(), report.personal().answer());
    }

    @Test
    void groupsThatTheSeedDoesNotDrawBlockTheAnswer() {
        mailing.people(500).groups(0.3, 0).send().buys(0, SECOND + DAY, 10);

        Verdict mail = Mailing.report(mailing.account("another seed", false, NINE.plusSeconds(30 * DAY)))
                .mail();

        assertThat(mail.answer()).isEqualTo(Answer.BLOCKED);
        assertThat(mail.why()).contains("seed");
    }

    @Test
    void plainMailThatTheSeedDoesNotDrawBlocksTheAnswerToo() {
        mailing.people(500).groups(0, 0.3).send();

        Verdict personal = Mailing.report(mailing.account("another seed", false, NINE.plusSeconds(30 * DAY)))
                .personal();

        assertThat(personal.answer()).isEqualTo(Answer.BLOCKED);
        assertThat(personal.why()).contains("Was the seed changed after the plan?");
    }

    /** A tenth was kept back from the first mailing, three tenths from the second. */
    @Test
    void whoeverWasInBothGroupsBecauseTheShareWasChangedIsInNeither() {
        mailing.people(1_000).groups(0.1, 0).send();
        mailing.groups(0.3, 0);
        Verdict mail = Mailing.report(mailing.again()).mail();

        long low = 0;
        long high = 0;
        for (int person = 0; person < 1_000; person++) {
            low += mailing.lot(person) < 0.1 ? 1 : 0;
            high += mailing.lot(person) >= 0.3 ? 1 : 0;
        }
        assertThat(mail.others().people()).isEqualTo(low);
        assertThat(mail.treated().people()).isBetween(high - 2, high);
        assertThat(mail.sampleRatio().orElseThrow().expected()).isCloseTo(0.1 / 0.8, within(0.003));
    }

    @Test
    void aClickThatNamesNoCampaignCountsForTheLastMailOfWhateverCampaign() {
        mailing.people(6).send();
        mailing.diary.add(1, Kind.SENT, -1, SECOND + DAY, "other");
        mailing.clicks(0, SECOND + 2 * DAY, null)
                .clicks(1, SECOND + 2 * DAY, null)
                .clicks(2, SECOND + 2 * DAY, "spring")
                .clicks(3, SECOND + 8 * DAY, "spring")
                .clicks(4, SECOND - HOUR, "spring")
                .clicks(5, SECOND + HOUR, "other");

        CampaignReport report = mailing.report();

        assertThat(report.outcomes().clicked()).isEqualTo(Share.of(2, 6));
        assertThat(report.notes()).anyMatch(note -> note.startsWith("2 events of the campaign came before its mail"));
    }

    @Test
    void ofPeopleWhoAreNotToBeWatchedNoClickIsLookedAt() {
        mailing.people(4).audience.withoutTracking(0);
        mailing.send().clicks(0, SECOND + HOUR, "spring").clicks(1, SECOND + HOUR, "spring");

        assertThat(mailing.report().outcomes().clicked()).isEqualTo(Share.of(1, 3));
    }

    @Test
    void whatMachinesDoIsToldApartUnlessItIsToCount() {
        mailing.people(3).send();
        mailing.diary.add(0, Kind.CLICK, 0, SECOND + 5, "spring", Double.NaN, Reaction.AT_ONCE);
        mailing.diary.add(1, Kind.OPEN, -1, SECOND + 5, "spring", Double.NaN, Reaction.IMAGE_PROXY);

        CampaignReport apart = mailing.report();
        CampaignReport together = Mailing.report(mailing.account(true));

        assertThat(apart.outcomes().clicked().count()).isZero();
        assertThat(apart.machines()).isEqualTo(new CampaignReport.Machines(0, 1, 1, false));
        assertThat(together.outcomes().clicked().count()).isEqualTo(1);
        assertThat(together.outcomes().opened().count()).isEqualTo(1);
    }

    @Test
    void smallGroupsAreToldTogetherOrNotAtAll() {
        mailing.people(60);
        for (int person = 0; person < 60; person++) {
            mailing.audience.people.get(person).with("language", person < 30 ? "en" : person < 45 ? "de" : "fr");
        }
        Breakdown both = of(mailing.send().report(), By.LANGUAGE);

        assertThat(both.cells()).extracting(Breakdown.Cell::name).containsExactly("en", "others");
        assertThat(both.cells().get(1).outcomes().people()).isEqualTo(30);
        assertThat(both.merged()).isEqualTo(2);

        var fewer = new Mailing().people(35);
        for (int person = 0; person < 35; person++) {
            fewer.audience.people.get(person).with("language", person < 30 ? "en" : "de");
        }
        Breakdown one = of(fewer.send().report(), By.LANGUAGE);
        assertThat(one.cells()).extracting(Breakdown.Cell::name).containsExactly("en");
        assertThat(one.peopleLeftOut()).isEqualTo(5);
    }

    @Test
    void onlyThoseWhoseVariantWasDrawnAreInTheRace() {
        mailing.people(400).groups(0.1, 0.1).variants("plain", "picked");
        for (int person = 0; person < 100; person++) {
            mailing.audience.withoutPersonalization(person);
        }
        mailing.send();
        long drawn = 0;
        for (int person = 0; person < 400; person++) {
            boolean isDrawn = person >= 100 && mailing.group(person) == Group.NONE;
            drawn += isDrawn ? 1 : 0;
            if (isDrawn && person % 2 == 1) {
                mailing.clicks(person, SECOND + HOUR, "spring");
            }
        }

        VariantRace race = mailing.report().variants().orElseThrow();

        assertThat(race.runners().stream().mapToLong(VariantRace.Runner::people).sum())
                .isEqualTo(drawn);
        assertThat(race.leader()).contains("picked");
    }

    @Test
    void whoeverWasNumberedAnewIsKnownByTheMailbox() {
        mailing.people(40);
        for (int person = 0; person < 40; person++) {
            mailing.row(person, "old-" + person);
        }
        mailing.clicks(7, SECOND + HOUR, "spring");

        CampaignReport report = mailing.report();

        assertThat(report.outcomes().people()).isEqualTo(40);
        assertThat(report.outcomes().clicked().count()).isEqualTo(1);
        assertThat(report.notes()).noneMatch(note -> note.contains("left the customer file"));
    }

    @Test
    void nothingIsSaidOfVariantsBeforeAnythingWasSent() {
        mailing.people(400).variants("plain", "picked");
        for (int person = 0; person < 400; person++) {
            mailing.states.put(person, State.PLANNED);
        }
        assertThat(mailing.send().report().variants()).isEmpty();
    }

    @Test
    void variantsOfDifferentCampaignsAreNotRaced() {
        mailing.people(400).groups(0.1, 0.1).variants("plain", "picked").send();
        assertThat(Mailing.report(mailing.again()).variants()).isPresent();
        assertThat(Mailing.report(mailing.again("winter")).variants()).isEmpty();
    }

    @Test
    void whatWasJustSentIsJudgedByTheWiderInterval() {
        mailing.people(2_000).groups(0.3, 0).send();
        for (int person = 0; person < 2_000; person++) {
            if (person % 20 == 0 || (mailing.group(person) != Group.NO_MAIL && person % 40 == 1)) {
                mailing.buys(person, SECOND + HOUR, 25);
            }
        }

        CampaignReport early = Mailing.report(mailing.account("spring", false, NINE.plusSeconds(DAY)));

        assertThat(early.isOpen()).isTrue();
        assertThat(early.mail().difference().orElseThrow().low()).isPositive();
        assertThat(early.mail().answer()).isEqualTo(Answer.INDISTINGUISHABLE);
        assertThat(early.mail().headline()).contains(" so far ");
    }

    @Test
    void onePersonAndNobodyAtAllAreReportedToo() {
        CampaignReport one = new Mailing().people(1).send().report();
        CampaignReport nobody = new Mailing().people(1).report();

        assertThat(one.outcomes().mails()).isEqualTo(1);
        assertThat(one.mail().answer()).isEqualTo(Answer.NOT_TESTED);
        assertThat(one.breakdowns()).allMatch(breakdown -> breakdown.cells().isEmpty());
        assertThat(nobody.isAnythingSent()).isFalse();
        assertThat(nobody.notes()).contains("Nothing was sent yet.");
    }

    private static Breakdown of(CampaignReport report, By by) {
        return report.breakdowns().stream()
                .filter(b -> b.by() == by)
                .findFirst()
                .orElseThrow();
    }

    private long count(Group group) {
        long people = 0;
        for (int person = 0; person < mailing.audience.size(); person++) {
            people += mailing.group(person) == group ? 1 : 0;
        }
        return people;
    }
}
