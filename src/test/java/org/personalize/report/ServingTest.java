package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.report.Mailing.DAY;
import static org.personalize.report.Mailing.HOUR;
import static org.personalize.report.Mailing.NINE;
import static org.personalize.report.Mailing.SECOND;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.ledger.State;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Reason;
import org.personalize.report.Verdict.Answer;

/** Personal mail goes out at everybody's own hour and plain mail at one for all: until both are out, one side is ahead. */
class ServingTest {

    private static final int PEOPLE = 2_000;
    private static final long PLAIN_SECOND = SECOND + 10 * HOUR;

    private final Mailing mailing = new Mailing().people(PEOPLE).groups(0.1, 0.2);

    @Test
    void mailsThatStillWaitAreNotHeldAgainstTheirGroup() {
        all(Group.PLAIN_MAIL, State.PLANNED);
        sendPlainMailLater().personalClicks(HOUR);
        mailing.buys(0, SECOND + HOUR, 10);

        CampaignReport report = at(SECOND + 3 * HOUR);

        assertThat(report.personal().answer()).isEqualTo(Answer.BLOCKED);
        assertThat(report.personal().why())
                .contains(" people (personal mail) and 0 of %,d people (plain mail) have been mailed."
                        .formatted(report.personal().others().people()))
                .contains("Look again", "the last is planned for 2 March 2026, 19:00 UTC.");
        assertThat(report.personal().difference()).isEmpty();
        assertThat(report.personal().always()).isEmpty();
        assertThat(report.mail().answer()).isEqualTo(Answer.BLOCKED);
        assertThat(report.mail().why()).contains(" people (with mail) have been mailed.");
        assertThat(at(SECOND + 30 * DAY).personal().why()).contains("`status` says what they wait for");
    }

    /** As `cancel` leaves it: the early half is out, and nothing else ever will be. */
    @Test
    void mailsThatWereTakenBackOrExpiredLeaveNothingToCompare() {
        for (State state : new State[] {State.SKIPPED, State.EXPIRED}) {
            mailing.rows.clear();
            mailing.takenBack = Reason.WITHDRAWN;
            all(Group.PLAIN_MAIL, state);
            sendPlainMailLater().personalClicks(HOUR);
            mailing.buys(0, SECOND + HOUR, 10);

            CampaignReport report = at(SECOND + 30 * DAY);

            assertThat(report.personal().answer()).as(state.name()).isEqualTo(Answer.BLOCKED);
            assertThat(report.personal().why()).contains(" and 0 of ", "expired or were taken back");
            assertThat(report.mail().answer()).as(state.name()).isEqualTo(Answer.BLOCKED);
        }
    }

    /** Who was drawn counts, whatever they did: that some of both groups leave is no fault of the mailing. */
    @Test
    void whoeverOptsOutBeforeTheMailBlocksNoAnswer() {
        every(10, State.SKIPPED);
        mailing.send().buys(0, SECOND + HOUR, 10);

        CampaignReport report = mailing.report();

        assertThat(report.mail().answer()).isNotEqualTo(Answer.BLOCKED);
        assertThat(report.personal().answer()).isNotEqualTo(Answer.BLOCKED);
    }

    @Test
    void aGroupWhoseMailsTheRelayRefusedIsNotComparedWithTheOther() {
        for (int person = 0; person < PEOPLE; person += 4) {
            if (mailing.group(person) == Group.PLAIN_MAIL) {
                mailing.states.put(person, State.REFUSED);
            }
        }
        mailing.send().buys(0, SECOND + HOUR, 10);

        CampaignReport report = mailing.report();

        assertThat(report.personal().answer()).isEqualTo(Answer.BLOCKED);
        assertThat(report.personal().why()).startsWith("One group was served better than the other: ");
        assertThat(report.mail().answer()).isNotEqualTo(Answer.BLOCKED);
    }

    @Test
    void aFewMailsThatStillWaitBlockNoAnswer() {
        every(30, State.HELD);
        mailing.send().buys(0, SECOND + HOUR, 10);

        assertThat(mailing.report().personal().answer()).isNotEqualTo(Answer.BLOCKED);
    }

    /** An hour after the plain mail, the personal one has had eleven. */
    @Test
    void bothGroupsAreWatchedForAsLongAfterTheirMails() {
        sendPlainMailLater().personalClicks(5 * HOUR);

        Verdict early = at(PLAIN_SECOND + HOUR).personal();
        Verdict late = at(PLAIN_SECOND + 6 * HOUR).personal();

        assertThat(early.treated().happened().count()).isZero();
        assertThat(early.answer()).isEqualTo(Answer.INDISTINGUISHABLE);
        assertThat(late.treated().happened().count()).isPositive();
    }

    @Test
    void purchasesCountFromTheOwnMailOnAndInWholeDays() {
        mailing.goal = Goal.REVENUE;
        sendPlainMailLater();
        for (int person = 0; person < PEOPLE; person += 3) {
            // Before the plain mail, and when the personal one is over a day old.
            mailing.buys(person, SECOND + HOUR, 10).buys(person + 1, SECOND + DAY + HOUR, 10);
        }

        Verdict young = at(PLAIN_SECOND + DAY - 1).personal();
        Verdict older = at(PLAIN_SECOND + DAY + HOUR).personal();

        assertThat(young.answer()).isEqualTo(Answer.NOT_TESTED);
        assertThat(young.why()).contains("whole days after each mail");
        assertThat(older.treated().happened().count()).isEqualTo(bought(Group.NONE, 0));
        assertThat(older.others().happened().count()).isEqualTo(bought(Group.PLAIN_MAIL, 1));
    }

    /** The clock of a live send runs on from `--now`, where a report's stands still. */
    @Test
    void whatWasSentSecondsAfterTheClockOfTheReportIsInItsGroups() {
        mailing.sendAt = NINE.plusSeconds(2);
        mailing.send().buys(0, SECOND, 10);

        Verdict personal = at(SECOND).personal();

        assertThat(personal.treated().people()).isGreaterThan(1_000);
        assertThat(personal.others().people()).isGreaterThan(300);
    }

    private long bought(Group group, int remainder) {
        long people = 0;
        for (int person = remainder; person < PEOPLE; person += 3) {
            people += mailing.group(person) == group ? 1 : 0;
        }
        return people;
    }

    private void all(Group group, State state) {
        for (int person = 0; person < PEOPLE; person++) {
            if (mailing.group(person) == group) {
                mailing.states.put(person, state);
            }
        }
    }

    private void every(int nth, State state) {
        for (int person = 0; person < PEOPLE; person += nth) {
            if (mailing.group(person) != Group.NO_MAIL) {
                mailing.states.put(person, state);
            }
        }
    }

    private ServingTest sendPlainMailLater() {
        for (int person = 0; person < PEOPLE; person++) {
            boolean isPlain = mailing.group(person) == Group.PLAIN_MAIL;
            mailing.sendAt = Instant.ofEpochSecond(isPlain ? PLAIN_SECOND : SECOND);
            mailing.row(person);
        }
        return this;
    }

    private void personalClicks(long after) {
        for (int person = 0; person < PEOPLE; person += 7) {
            if (mailing.group(person) == Group.NONE) {
                mailing.clicks(person, SECOND + after, "spring");
            }
        }
    }

    private CampaignReport at(long second) {
        return Mailing.report(mailing.account("spring", false, Instant.ofEpochSecond(second)));
    }
}
