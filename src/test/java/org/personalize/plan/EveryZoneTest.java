package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.plan.Decision.Status;

/** Whole plans for people in all zones of the world, over the weekends on which clocks change. */
class EveryZoneTest {

    private static final LocalTime NIGHT = LocalTime.of(20, 45);
    private static final LocalTime MORNING = LocalTime.of(7, 20);

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-07", "2026-03-28", "2026-04-04", "2026-09-26", "2026-10-03", "2026-10-24", "2026-10-31"
            })
    void nobodyIsMailedAtAForbiddenTimeAndNoHourIsOverfull(String saturday) {
        long seed = 41;
        Random random = new Random(seed);
        LocalDateTime start = LocalDateTime.parse(saturday + "T06:10");
        Village village = new Village()
                .window(start.toString(), start.plusDays(2).plusHours(9).toString());
        village.now = start.minusHours(4).toInstant(ZoneOffset.UTC);
        village.quiet(NIGHT.toString(), MORNING.toString());
        village.avoidWeekdays = Set.of(DayOfWeek.SUNDAY);
        village.groups = new Groups(0.05, 0.1);
        village.randomHours = 0.2;
        village.maxPerHour = 60;
        village.hours = person -> new Random(person).doubles(24).toArray();
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            for (int i = 0; i < 3; i++) {
                village.person(zone + random.nextInt() + i).in(zone);
            }
        }
        Plan plan = village.plan();

        Map<String, Integer> perHour = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (int person = 0; person < plan.size(); person++) {
            Decision decision = plan.decision(person);
            if (decision.status() == Status.PLANNED) {
                perHour.merge(decision.sendAt().toString().substring(0, 13), 1, Integer::sum);
                LocalDateTime local = decision.sendAt()
                        .atZone(village.people.get(person).zone())
                        .toLocalDateTime();
                boolean isForbidden = local.toLocalTime().isBefore(MORNING)
                        || !local.toLocalTime().isBefore(NIGHT)
                        || local.getDayOfWeek() == DayOfWeek.SUNDAY
                        || local.isBefore(start)
                        || !local.isBefore(start.plusDays(2).plusHours(9))
                        || decision.sendAt().isBefore(village.now);
                if (isForbidden) {
                    wrong.add(village.people.get(person).zone() + " " + local);
                }
            }
        }

        assertThat(wrong).as("seed %d", seed).isEmpty();
        assertThat(perHour.values()).as("seed %d", seed).allMatch(count -> count <= 60);
        assertThat(perHour.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1000);
    }
}
