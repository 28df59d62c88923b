package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Counts;
import org.personalize.plan.Fate;
import org.personalize.run.SendStory;

/** Clocks that jump, and machines that were off. */
class ClockTest extends AtARelay {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final int PEOPLE = 60;

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
    }

    @Test
    void aClockSetBackAnHourDoublesNobody() throws IOException, Occupied, InterruptedException {
        shop.with("retry: [1s]", "retry: [10m]");
        relay.misbehaving(Mischief.forEvery(2, Stage.RCPT, Fault.answer("451 4.7.1 later")));
        Instant now = Instant.now();
        assertThat(shop.sendAt(now).counts().accepted()).isEqualTo(PEOPLE / 2);
        Counts earlier = shop.sendAt(now.minus(Duration.ofHours(1))).counts();
        assertThat(earlier.accepted()).isEqualTo(PEOPLE / 2);
        assertThat(shop.sendAt(now.plus(Duration.ofMinutes(20))).counts().accepted())
                .isEqualTo(PEOPLE);
        Verdict.on(shop, relay, "set back").isFlawless();
    }

    /** A run every hour around the night in which the hour between two and three is skipped, or comes twice. */
    @Tag("soak")
    @ParameterizedTest
    @CsvSource({
        "2026-03-28T12:00, 2026-03-30T12:00, 2026-03-28T10:45:00Z",
        "2026-10-24T12:00, 2026-10-26T12:00, 2026-10-24T09:45:00Z"
    })
    void quietHoursAreKeptWhenTheClocksAreChanged(String start, String end, Instant first)
            throws IOException, Occupied, InterruptedException {
        shop.with("retry: [1s]", "retry: [40m]");
        shop.with(
                "schedule: {start: %s, end: %s, quiet_hours: \"21:00-07:00\", time_zone: Europe/Berlin, random_hours: 100%%}"
                        .formatted(start, end));
        relay.misbehaving(Mischief.forEvery(2, Stage.RCPT, Fault.answer("451 4.7.1 later")));
        Map<String, Instant> arrived = new TreeMap<>();
        long expired = 0;
        Instant last = first.plus(Duration.ofHours(50));
        for (Instant now = first; now.isBefore(last); now = now.plus(Duration.ofHours(1))) {
            expired += shop.sendAt(now).results().of(Fate.EXPIRED);
            for (String mailbox : relay.accepted().keySet()) {
                arrived.putIfAbsent(mailbox, now);
            }
        }
        // Whoever is put off shortly before the end has no second attempt.
        assertThat(arrived.size() + expired).isEqualTo(PEOPLE);
        assertThat(expired).isLessThan(PEOPLE / 10);
        assertThat(arrived)
                .allSatisfy((mailbox, when) -> assertThat(when.atZone(BERLIN).toLocalTime())
                        .as(mailbox + " at " + when)
                        .isBetween(MORNING, EVENING.minusNanos(1)));
        assertThat(arrived.values().stream().distinct().count())
                .as("different hours")
                .isGreaterThan(5);
        assertThat(relay.accepted().values()).containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 60, 0, ''",
        "', max_lateness: 2h', 0, 60, '60 mails expired untried: no run sent them within the 2 hours after their moment"
                + " that schedule.max_lateness allows. Let cron run send every few minutes, or raise max_lateness.'"
    })
    void aMachineThatWasOffForTwoDaysSendsLateUnlessThatIsTooLate(
            String lateness, long accepted, long expired, String note) throws IOException, Occupied {
        Instant planned = Instant.parse("2026-03-02T06:00:00Z");
        shop.with("schedule: {start: 2026-03-02T08:00, end: 2026-03-06T20:00" + lateness + "}");
        Counts first = shop.sendAt(planned).counts();
        assertThat(first.waiting()).isEqualTo(PEOPLE);
        SendStory late = shop.sendAt(planned.plus(Duration.ofDays(3)));
        assertThat(late.counts().accepted()).isEqualTo(accepted);
        assertThat(late.counts().expired()).isEqualTo(expired);
        assertThat(String.join("", late.notes())).isEqualTo(note);
    }

    @Test
    void whatIsLeftAtTheEndOfTheCampaignExpires() throws IOException, Occupied {
        Instant planned = Instant.parse("2026-03-02T06:00:00Z");
        shop.with("schedule: {start: 2026-03-02T08:00, end: 2026-03-03T20:00}");
        assertThat(shop.sendAt(planned).counts().waiting()).isEqualTo(PEOPLE);
        SendStory late = shop.sendAt(planned.plus(Duration.ofDays(3)));
        assertThat(late.counts().expired()).isEqualTo(PEOPLE);
        assertThat(late.notes()).anyMatch(note -> note.startsWith(PEOPLE + " mails expired untried"));
        assertThat(relay.accepted()).isEmpty();
    }
}
