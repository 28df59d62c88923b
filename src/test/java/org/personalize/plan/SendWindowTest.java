package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Schedule.QuietHours;

class SendWindowTest {

    private static final Instant LONG_AGO = Instant.parse("2011-01-01T00:00:00Z");

    /** Spring and autumn changes of both hemispheres, Samoa's lost day, and an ordinary week. */
    private static final List<String> DAYS = List.of(
            "2026-03-06",
            "2026-03-27",
            "2026-04-03",
            "2026-10-02",
            "2026-10-23",
            "2026-10-30",
            "2011-12-28",
            "2026-07-01");

    @Test
    void everyZoneAgreesWithAWalkThroughEveryMinute() {
        Random random = new Random(17);
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            for (String day : DAYS) {
                Case given = Case.random(random, LocalDate.parse(day));
                assertThat(seconds(given.window(zone)))
                        .as("%s %s, seed 17", id, given)
                        .isEqualTo(given.walk(zone));
            }
        }
    }

    @Test
    void aStartThatDoesNotExistMovesForwardByTheGap() {
        Case given = new Case("2026-03-29T02:30", "2026-03-29T05:00", null, Set.of(), LONG_AGO);

        assertThat(local(given, "Europe/Berlin", 0)).isEqualTo("2026-03-29T03:30");
        assertThat(local(
                        new Case("2026-10-04T02:10", "2026-10-04T05:00", null, Set.of(), LONG_AGO),
                        "Australia/Lord_Howe",
                        0))
                .isEqualTo("2026-10-04T02:45");
    }

    @Test
    void aStartThatOccursTwiceMeansTheFirst() {
        Case given = new Case("2026-10-25T02:30", "2026-10-25T05:00", null, Set.of(), LONG_AGO);

        assertThat(Instant.ofEpochSecond(
                        seconds(given.window(ZoneId.of("Europe/Berlin"))).get(0)))
                .isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void aQuietHourThatOccursTwiceIsQuietBothTimes() {
        Case given = new Case(
                "2026-10-25T01:00",
                "2026-10-25T04:00",
                new QuietHours(LocalTime.of(2, 0), LocalTime.of(3, 0)),
                Set.of(),
                LONG_AGO);

        assertThat(seconds(given.window(ZoneId.of("Europe/Berlin"))).stream()
                        .map(Instant::ofEpochSecond)
                        .map(Instant::toString))
                .containsExactly(
                        "2026-10-24T23:00:00Z",
                        "2026-10-24T23:15:00Z",
                        "2026-10-24T23:30:00Z",
                        "2026-10-24T23:45:00Z",
                        "2026-10-25T02:00:00Z",
                        "2026-10-25T02:15:00Z",
                        "2026-10-25T02:30:00Z",
                        "2026-10-25T02:45:00Z");
    }

    @Test
    void anEdgeWithAnOffsetIsTheSameMomentForAll() {
        Schedule rules = Case.rules(null, Set.of());
        Edge start = Village.edge("2026-07-01T10:00Z");
        Edge end = Village.edge("2026-07-01T11:00Z");

        for (String zone : List.of("Asia/Kathmandu", "America/New_York", "Pacific/Apia")) {
            assertThat(seconds(SendWindow.of(rules, start, end, ZoneId.of(zone), LONG_AGO)))
                    .as(zone)
                    .containsExactly(1782900000L, 1782900900L, 1782901800L, 1782902700L);
        }
    }

    @Test
    void nothingLiesBeforeTheClock() {
        Case given = new Case(
                "2026-07-01T08:00", "2026-07-01T12:00", null, Set.of(), Instant.parse("2026-07-01T09:50:00.001Z"));

        assertThat(local(given, "UTC", 0)).isEqualTo("2026-07-01T10:00");
    }

    @Test
    void aWindowWithoutAnEndLastsThreeDaysAndOneWithoutAStartBeginsNow() {
        SendWindow window = SendWindow.of(Case.rules(null, Set.of()), null, null, ZoneOffset.UTC, Village.NOW);

        assertThat(window.opens()).isEqualTo(Village.NOW);
        assertThat(window.closes()).isEqualTo(Village.NOW.plus(3, ChronoUnit.DAYS));
        assertThat(window.hours()).isEqualTo(72);
    }

    @Test
    void aWindowForAllEternityIsLookedAtForABoundedTime() {
        Case given = new Case("2026-07-01T08:00", "9999-07-01T12:00", null, Set.of(), LONG_AGO);

        assertThat(given.window(ZoneOffset.UTC).hours()).isEqualTo(SendWindow.LONGEST_DAYS * 24);
    }

    @Test
    void theLikeliestHourIsTakenOnTheEarliestDay() {
        SendWindow window =
                new Case("2026-07-01T08:00", "2026-07-04T20:00", null, Set.of(), LONG_AGO).window(ZoneOffset.UTC);

        int best = window.best(Village.at(6));

        assertThat(Instant.ofEpochSecond(window.second(best, 0))).isEqualTo("2026-07-02T06:00:00Z");
        assertThat(window.quartersIn(best)).isEqualTo(4);
    }

    private static String local(Case given, String zone, int place) {
        ZoneId id = ZoneId.of(zone);
        return Instant.ofEpochSecond(seconds(given.window(id)).get(place))
                .atZone(id)
                .toLocalDateTime()
                .toString();
    }

    private static List<Long> seconds(SendWindow window) {
        List<Long> seconds = new ArrayList<>();
        for (int hour = 0; hour < window.hours(); hour++) {
            for (int quarter = 0; quarter < window.quartersIn(hour); quarter++) {
                seconds.add(window.second(hour, quarter));
            }
        }
        return seconds;
    }

    private record Case(String start, String end, QuietHours quiet, Set<DayOfWeek> avoided, Instant now) {

        static Case random(Random random, LocalDate day) {
            LocalDateTime start = day.atStartOfDay().plusMinutes(random.nextInt(2 * 24 * 60));
            LocalTime from = LocalTime.of(random.nextInt(24), random.nextInt(60));
            LocalTime to = LocalTime.of(random.nextInt(24), random.nextInt(60));
            return new Case(
                    start.toString(),
                    start.plusMinutes(random.nextInt(3 * 24 * 60)).toString(),
                    random.nextBoolean() ? new QuietHours(from, to) : null,
                    random.nextBoolean() ? Set.of(DayOfWeek.of(1 + random.nextInt(7))) : Set.of(),
                    random.nextBoolean()
                            ? LONG_AGO
                            : start.plusMinutes(random.nextInt(600)).toInstant(ZoneOffset.UTC));
        }

        static Schedule rules(QuietHours quiet, Set<DayOfWeek> avoided) {
            return new Schedule(
                    true,
                    null,
                    null,
                    quiet,
                    avoided,
                    Set.of(),
                    ZoneOffset.UTC,
                    0,
                    0,
                    null,
                    Schedule.Repeat.NEVER,
                    false);
        }

        SendWindow window(ZoneId zone) {
            return SendWindow.of(rules(quiet, avoided), Village.edge(start), Village.edge(end), zone, now);
        }

        /** Slow and plain: every minute of five days, by the clock on the wall. */
        List<Long> walk(ZoneId zone) {
            Instant first = resolve(LocalDateTime.parse(start), zone);
            Instant last = resolve(LocalDateTime.parse(end), zone);
            List<Long> found = new ArrayList<>();
            for (Instant at = first.truncatedTo(ChronoUnit.MINUTES); at.isBefore(last); at = at.plusSeconds(60)) {
                boolean isQuarter = at.getEpochSecond() % 900 == 0;
                if (isQuarter
                        && !at.isBefore(first)
                        && !at.isBefore(now)
                        && isAllowed(at.atZone(zone).toLocalDateTime())) {
                    found.add(at.getEpochSecond());
                }
            }
            return found;
        }

        private boolean isAllowed(LocalDateTime local) {
            if (avoided.contains(local.getDayOfWeek())) {
                return false;
            }
            if (quiet == null) {
                return true;
            }
            int minute = local.getHour() * 60 + local.getMinute();
            int from = quiet.from().toSecondOfDay() / 60;
            int to = quiet.to().toSecondOfDay() / 60;
            for (int quietMinute = from; quietMinute != to; quietMinute = (quietMinute + 1) % (24 * 60)) {
                if (quietMinute == minute) {
                    return false;
                }
            }
            return true;
        }

        /** Tries every offset the zone ever used around then; in a gap, the offset from before it. */
        private static Instant resolve(LocalDateTime local, ZoneId zone) {
            var offsets = zone.getRules().getValidOffsets(local);
            ZoneOffset offset =
                    offsets.isEmpty() ? zone.getRules().getTransition(local).getOffsetBefore() : offsets.get(0);
            return local.toInstant(offset);
        }
    }
}
