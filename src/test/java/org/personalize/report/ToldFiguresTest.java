package org.personalize.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.report.Mailing.DAY;
import static org.personalize.report.Mailing.HOUR;
import static org.personalize.report.Mailing.NINE;
import static org.personalize.report.Mailing.SECOND;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Campaign.Goal;

/** A figure says of how many it is, of whom it may be told, and how sure it is. */
class ToldFiguresTest {

    private final Mailing mailing = new Mailing();

    @Test
    void theFirstSentenceSaysOfWhichMailsClicksAreCounted() {
        mailing.people(50);
        untracked(0, 20);
        mailing.send();
        for (int person = 20; person < 35; person++) {
            mailing.clicks(person, SECOND + HOUR, "spring");
        }

        assertThat(page())
                .contains("<strong>50</strong> mails were accepted by the relay; "
                        + "of the 30 to people whose clicks may be counted, 50\u00a0% (")
                .contains(") were clicked.");
    }

    @Test
    void whatTheTableWithholdsIsNotDrawnBesideIt() {
        mailing.people(52);
        for (int person = 0; person < 52; person++) {
            mailing.audience.people.get(person).with("language", person < 30 ? "en" : "de");
        }
        untracked(30, 34);
        mailing.send().clicks(40, SECOND + HOUR, "spring").clicks(3, SECOND + HOUR, "spring");

        String languages = section(page(), "by-language");

        assertThat(languages).contains("<bdi>en</bdi></span>", "fewer than 20").doesNotContain("<bdi>de</bdi></span>");
        assertThat(page()).doesNotContain("Nothing is told of groups");
    }

    @Test
    void revenueHasARangeOnceTwoPeopleBought() {
        mailing.goal = Goal.REVENUE;
        mailing.people(40).send();
        assertThat(mailing.report().outcomes().revenue().hasRange()).isFalse();
        assertThat(page()).contains("no range").doesNotContain("each brought");

        mailing.buys(3, SECOND + HOUR, 10).buys(3, SECOND + 2 * HOUR, 20);
        assertThat(mailing.report().outcomes().revenue().mean()).isEqualTo(30.0 / 40);
        assertThat(mailing.report().outcomes().revenue().hasRange()).isFalse();

        mailing.buys(4, SECOND + HOUR, 12);
        assertThat(mailing.report().outcomes().revenue().low()).isPositive();
        assertThat(page()).contains("each brought a revenue of 1.1 (").doesNotContain("no range");
    }

    @Test
    void daysBeginAtMidnightAndHoursAtTheFullHour() {
        mailing.sendAt = NINE.plusSeconds(HOUR + 120);
        mailing.people(30).send().clicks(3, SECOND + DAY - HOUR, "spring");

        TimeLine days = mailing.report().timeLine().orElseThrow();
        TimeLine hours = Mailing.report(mailing.account("spring", false, NINE.plusSeconds(DAY)))
                .timeLine()
                .orElseThrow();

        assertThat(days.start()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(days.step()).isEqualTo(Duration.ofDays(1));
        assertThat(days.steps().get(0)).isEqualTo(new TimeLine.Step(30, 0, 0, 0));
        assertThat(days.steps().get(1)).isEqualTo(new TimeLine.Step(0, 1, 0, 0));
        assertThat(hours.start()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void mailsOfOneMinuteWereSentOnce() {
        mailing.people(30).send();
        assertThat(page()).contains("Sent 2 March 2026, 09:00 UTC · figures of");
    }

    private void untracked(int from, int to) {
        for (int person = from; person < to; person++) {
            mailing.audience.withoutTracking(person);
        }
    }

    private String page() {
        return ReportPage.html(mailing.report(), "0.1.0");
    }

    private static String section(String page, String id) {
        int start = page.indexOf("aria-labelledby=\"" + id + "\"");
        return page.substring(start, page.indexOf("</section>", start));
    }
}
