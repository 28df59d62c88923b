package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;

/** A promised moment counts as long as it is permitted, by the schedule as it is and where the person lives now. */
class PermittedMomentTest extends AtARelay {

    private static final int PEOPLE = 12;
    private static final Instant PLANNED = Instant.parse("2026-03-14T00:00:00Z");
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final String SCHEDULE = "schedule: {start: 2026-03-14T09:00, end: 2026-03-20T21:00,"
            + " quiet_hours: \"21:00-07:00\", time_zone: %s, random_hours: 100%%}";

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
    }

    /** Runs every half an hour for a week; answers when mails arrived, by the clock of a zone. */
    private List<LocalDateTime> sendEveryHalfHour(String zone) throws IOException, Occupied {
        List<LocalDateTime> arrivals = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Duration step = Duration.ofMinutes(30);
        for (Instant now = PLANNED;
                arrivals.size() < PEOPLE && now.isBefore(PLANNED.plus(Duration.ofDays(8)));
                now = now.plus(step)) {
            shop.sendAt(now);
            for (String mailbox : relay.accepted().keySet()) {
                if (known.add(mailbox)) {
                    arrivals.add(LocalDateTime.ofInstant(now, ZoneId.of(zone)));
                }
            }
        }
        return arrivals;
    }

    @Test
    void whoeverMovesToAnotherZoneIsMailedByItsClock() throws IOException, Occupied {
        shop.with(SCHEDULE.formatted("Asia/Kolkata"));
        assertThat(shop.sendAt(PLANNED).counts().waiting()).isEqualTo(PEOPLE);
        zone("America/Los_Angeles");
        assertThat(sendEveryHalfHour("America/Los_Angeles"))
                .hasSize(PEOPLE)
                .allSatisfy(at -> assertThat(at.toLocalTime()).isBetween(MORNING, EVENING.minusNanos(1)))
                .allSatisfy(at -> assertThat(at).isAfterOrEqualTo(LocalDateTime.parse("2026-03-14T09:00")));
        assertThat(relay.accepted().values()).containsOnly(1);
    }

    @Test
    void whoIsDueAtTheMomentAtWhichTheirZoneChangesWaitsForTheirMorning() throws IOException, Occupied {
        shop.with(SCHEDULE.formatted("Asia/Kolkata").replace("random_hours: 100%", "random_hours: 0%"));
        shop.sendAt(PLANNED);
        Instant due = shop.rows(PLANNED).values().iterator().next().due();
        zone("America/Los_Angeles");
        Counts counts = shop.sendAt(due).counts();
        assertThat(counts.accepted()).isZero();
        assertThat(counts.waiting()).isEqualTo(PEOPLE);
        Instant morning = LocalDateTime.parse("2026-03-14T09:00")
                .atZone(ZoneId.of("America/Los_Angeles"))
                .toInstant();
        assertThat(shop.sendAt(morning).counts().accepted()).isEqualTo(PEOPLE);
    }

    private void zone(String zone) throws IOException {
        shop.change("customers.csv", "first_name", "time_zone");
        shop.change("customers.csv", ",Ann,", "," + zone + ",");
    }

    @Test
    void quietHoursAndAvoidedDaysOfTodayHoldForWhatWasPromisedBefore() throws IOException, Occupied {
        shop.with(SCHEDULE.formatted("UTC"));
        shop.sendAt(PLANNED);
        shop.with("\"21:00-07:00\"", "\"17:00-10:00\", avoid: [sunday, monday]");
        assertThat(sendEveryHalfHour("UTC"))
                .hasSize(PEOPLE)
                .allSatisfy(at -> assertThat(at.toLocalTime()).isBetween(LocalTime.of(10, 0), LocalTime.of(16, 59)))
                .allSatisfy(at -> assertThat(at.getDayOfWeek()).isNotIn(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
    }

    @Test
    void anEndThatIsBroughtForwardKeepsNobodyFromWhatIsDueBefore() throws IOException, Occupied {
        shop.with(SCHEDULE.formatted("UTC").replace("random_hours: 100%", "random_hours: 0%"));
        shop.sendAt(PLANNED);
        Instant due = PLANNED.plus(Duration.ofHours(12));
        shop.with("2026-03-20T21:00", "2026-03-14T14:00");
        assertThat(shop.sendAt(due).counts().accepted()).isEqualTo(PEOPLE);
    }

    @Test
    void whoMovesToWhereTheWindowEndsSoonerIsMailedInTheSameRun() throws IOException, Occupied {
        shop.with(SCHEDULE.formatted("America/New_York").replace("random_hours: 100%", "random_hours: 0%"));
        shop.sendAt(PLANNED);
        zone("Europe/Berlin");
        assertThat(shop.sendAt(PLANNED.plus(Duration.ofHours(14))).counts().accepted())
                .isEqualTo(PEOPLE);
    }

    /** The ledger still believes in the later end. */
    @Test
    void noMailIsMarkedBehindTheEndThatHoldsToday() throws IOException, Occupied {
        shop.with(SCHEDULE.formatted("UTC").replace("random_hours: 100%", "random_hours: 0%"));
        shop.sendAt(PLANNED);
        shop.with("2026-03-20T21:00", "2026-03-14T14:00");
        relay.answeringAfter(1_500);
        Instant last = Instant.parse("2026-03-14T13:59:59Z");
        Counts counts = shop.sendAt(last).counts();
        assertThat(counts.accepted()).isZero();
        assertThat(counts.expired()).isEqualTo(PEOPLE);
        assertThat(relay.accepted()).isEmpty();
    }

    /** Tried mails are not decided anew; each is looked at when its turn comes. */
    @Test
    void aMailThatWasPutOffKeepsTheQuietHoursOfToday() throws IOException, Occupied {
        shop.with(SCHEDULE.formatted("UTC").replace("random_hours: 100%", "random_hours: 0%"));
        shop.with("retry: [1s]", "retry: [10m]");
        shop.sendAt(PLANNED);
        relay.misbehaving(Mischief.forEvery(1, Stage.RCPT, Fault.answer("451 4.7.1 later")));
        Instant evening = Instant.parse("2026-03-20T12:00:00Z");
        assertThat(shop.sendAt(evening).counts().deferred()).isEqualTo(PEOPLE);
        relay.misbehaving(Mischief.NONE);
        shop.with("\"21:00-07:00\"", "\"12:05-18:00\"");
        assertThat(shop.sendAt(evening.plus(Duration.ofMinutes(30))).counts().accepted())
                .isZero();
        Instant open = LocalDateTime.parse("2026-03-20T18:00").toInstant(ZoneOffset.UTC);
        Counts last = shop.sendAt(open).counts();
        assertThat(last.accepted()).as(last.toString()).isEqualTo(PEOPLE);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-15T12:00, 12, 0", "2026-03-13T23:00, 0, 12"})
    void anEndThatIsBroughtForwardHoldsForWhatWasPromisedBefore(String end, int accepted, long noHour)
            throws IOException, Occupied {
        shop.with(SCHEDULE.formatted("UTC").replace("2026-03-14T09:00", "2026-03-13T09:00"));
        shop.with("quiet_hours: \"21:00-07:00\", ", "");
        shop.sendAt(PLANNED.minus(Duration.ofDays(2)));
        shop.with("2026-03-20T21:00", end);
        assertThat(sendEveryHalfHour("UTC")).hasSize(accepted);
        assertThat(shop.counts().skipped().getOrDefault(Reason.NO_HOUR, 0L)).isEqualTo(noHour);
    }
}
