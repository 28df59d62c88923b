package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.campaign.Schedule.Edge;

class OccurrenceTest {

    private static final long SEED = 20260302;

    @TempDir
    Path temp;

    private Schedule schedule(String yaml) {
        return new Folder(temp).read("campaign: c\nschedule: {" + yaml + "}").schedule();
    }

    private static String shown(Occurrence occurrence) {
        return occurrence.id() + " " + shown(occurrence.start()) + " " + shown(occurrence.end());
    }

    private static String shown(Edge edge) {
        return edge.local() + (edge.offset() == null ? "" : edge.offset().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start: 2026-03-02T07:00                                              | 2026-06-01T00:00:00Z | ' 2026-03-02T07:00 2026-03-05T07:00'
            start: 2026-03-02T07:00+01:00                                        | 2026-01-01T00:00:00Z | ' 2026-03-02T07:00+01:00 2026-03-05T07:00+01:00'
            end: 2026-03-04T21:00                                                | 2026-03-01T00:00:00Z | ' 2026-03-01T00:00Z 2026-03-04T21:00'
            max_per_hour: 5                                                      | 2026-03-01T00:00:00Z | ' 2026-03-01T00:00Z 2026-03-04T00:00Z'
            repeat: weekly                                                       | 2026-03-04T12:00:00Z | 2026-W10 2026-03-02T00:00 2026-03-09T00:00
            repeat: weekly, time_zone: Pacific/Auckland                          | 2026-03-08T12:00:00Z | 2026-W11 2026-03-09T00:00 2026-03-16T00:00
            repeat: daily                                                        | 2026-03-04T12:00:00Z | 2026-03-04 2026-03-04T00:00 2026-03-05T00:00
            repeat: monthly                                                      | 2026-02-28T12:00:00Z | 2026-02 2026-02-01T00:00 2026-03-01T00:00
            repeat: weekly                                                       | 2027-01-01T12:00:00Z | 2026-W53 2026-12-28T00:00 2027-01-04T00:00
            repeat: weekly, start: 2026-03-02T07:00, end: 2026-03-04T21:00       | 2020-01-01T00:00:00Z | 2026-W10 2026-03-02T07:00 2026-03-04T21:00
            repeat: weekly, start: 2026-03-02T07:00, end: 2026-03-04T21:00       | 2026-03-04T20:59:59Z | 2026-W10 2026-03-02T07:00 2026-03-04T21:00
            repeat: weekly, start: 2026-03-02T07:00, end: 2026-03-04T21:00       | 2026-03-04T21:00:00Z | 2026-W11 2026-03-09T07:00 2026-03-11T21:00
            repeat: weekly, start: 2026-03-02T07:00                              | 2026-03-26T12:00:00Z | 2026-W14 2026-03-30T07:00 2026-04-02T07:00
            repeat: weekly, start: 2026-03-06T07:00, end: 2026-03-10T07:00       | 2026-03-16T12:00:00Z | 2026-W11 2026-03-13T07:00 2026-03-17T07:00
            repeat: daily, start: 2026-03-02T07:00                               | 2026-03-28T06:00:00Z | 2026-03-27 2026-03-27T07:00 2026-03-28T07:00
            repeat: daily, start: 2026-03-02T07:00, end: 2026-03-02T09:00        | 2026-03-28T08:00:00Z | 2026-03-28 2026-03-28T07:00 2026-03-28T09:00
            repeat: monthly, start: 2026-01-31T07:00                             | 2026-02-20T00:00:00Z | 2026-02 2026-02-28T07:00 2026-03-03T07:00
            repeat: monthly, start: 2026-01-31T07:00                             | 2026-03-20T00:00:00Z | 2026-03 2026-03-31T07:00 2026-04-03T07:00
            repeat: monthly, start: 2026-03-01T00:00, end: 2026-04-01T00:00      | 2027-02-11T00:00:00Z | 2027-02 2027-02-01T00:00 2027-03-01T00:00
            repeat: monthly, start: 2026-01-30T21:00, end: 2026-01-31T07:00      | 2026-02-20T00:00:00Z | 2026-02 2026-02-28T21:00 2026-03-01T07:00
            repeat: weekly, start: 2026-03-02T07:00+01:00, end: 2026-03-02T10:00Z | 2026-03-03T00:00:00Z | 2026-W11 2026-03-09T07:00+01:00 2026-03-09T11:00+01:00
            """)
    void theOccurrenceInForceIsTheOneThatLastsOrElseTheNext(String yaml, Instant now, String expected) {
        assertThat(shown(Occurrence.at(schedule(yaml), now))).isEqualTo(expected);
    }

    @Test
    void occurrencesFollowEachOtherWithoutOverlapAndEachHasItsOwnName() {
        Random random = new Random(SEED);
        String[] repeats = {"daily", "weekly", "monthly"};
        for (int i = 0; i < 60; i++) {
            String start = "2026-0%d-%02dT%02d:00"
                    .formatted(1 + random.nextInt(9), 1 + random.nextInt(28), random.nextInt(24));
            String yaml = "repeat: " + repeats[i % 3] + ", time_zone: Europe/Berlin, start: " + start;
            Schedule schedule = schedule(yaml);
            Set<String> names = new HashSet<>();
            Instant now = Instant.parse("2025-12-01T00:00:00Z");
            for (int step = 0; step < 30; step++) {
                Occurrence occurrence = Occurrence.at(schedule, now);
                Instant end = occurrence.end().in(schedule.zone());
                String about = "seed " + SEED + ", " + yaml + ", " + now;
                assertThat(names.add(occurrence.id())).as(about).isTrue();
                assertThat(end).as(about).isAfter(now);
                assertThat(occurrence.start().in(schedule.zone())).as(about).isBetween(now, end);
                assertThat(Occurrence.at(schedule, end.minusSeconds(1)))
                        .as(about)
                        .isEqualTo(occurrence);
                now = end;
            }
        }
    }

    @Test
    void aLocalStartInTheSpringGapMovesForwardAndOneThatComesTwiceIsTheFirst() {
        Schedule spring = schedule("start: 2026-03-29T02:30, time_zone: Europe/Berlin");
        assertThat(spring.start().in(spring.zone())).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        Schedule autumn = schedule("start: 2026-10-25T02:30, time_zone: Europe/Berlin");
        assertThat(autumn.start().in(autumn.zone())).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void aScheduleWithinAnOccurrenceKeepsEverythingElse() {
        Schedule schedule =
                schedule("repeat: weekly, start: 2026-03-02T07:00, quiet_hours: 21:00-07:00, max_lateness: 2h");
        Occurrence occurrence = Occurrence.at(schedule, Instant.parse("2026-03-20T00:00:00Z"));
        Schedule within = schedule.within(occurrence);
        assertThat(within.start()).isEqualTo(occurrence.start());
        assertThat(within.end()).isEqualTo(occurrence.end());
        assertThat(within.maxLateness()).isEqualTo(Duration.ofHours(2));
        assertThat(within.quiet()).isEqualTo(schedule.quiet());
    }
}
