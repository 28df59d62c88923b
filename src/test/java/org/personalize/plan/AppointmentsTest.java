package org.personalize.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.Campaign.Groups;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Decision.Status;

class AppointmentsTest {

    private final Village village = new Village().window("2026-03-03T00:00", "2026-03-06T00:00");

    @Test
    void everybodyIsMailedInTheirOwnHour() {
        village.hours = person -> Village.at(19);
        village.person("ann").in("Europe/Berlin");
        village.person("ben").in("Asia/Kathmandu");

        assertThat(localHour("ann")).isEqualTo("2026-03-03T19");
        assertThat(localHour("ben")).isEqualTo("2026-03-03T19");
        assertThat(village.decision("ann").hourChance()).isEqualTo(1);
    }

    @Test
    void whoeverHasNoPersonalHourGetsTheHourOfThePeopleAroundThem() {
        village.hours = person -> Village.at(19);
        village.around = Village.at(11);
        village.person("ann");
        village.withoutHour.add(village.person("ben").number());

        assertThat(localHour("ann")).isEqualTo("2026-03-03T19");
        assertThat(localHour("ben")).isEqualTo("2026-03-03T11");
        village.maxPerHour = 1;
        assertThat(localHour("ann")).isEqualTo("2026-03-03T19");
        assertThat(localHour("ben")).isEqualTo("2026-03-03T11");
    }

    /** Where all find room, somebody is mailed on the first permitted day, so only that day's hours count. */
    @Test
    void theHourIsThatOfTheDayOnWhichTheMailArrives() {
        village.hours = person -> Village.at(7);
        village.weekendHours = person -> Village.at(11);
        village.person("ann").in("Europe/Berlin");
        village.person("ben").in("America/New_York");

        assertThat(localHours("2026-03-06T00:00", "2026-03-09T00:00")).containsOnly("2026-03-06T07");
        assertThat(localHours("2026-03-07T00:00", "2026-03-10T00:00")).containsOnly("2026-03-07T11");
        assertThat(localHours("2026-03-06T12:00", "2026-03-10T00:00")).containsOnly("2026-03-07T11");
        assertThat(localHours("2026-03-08T12:00", "2026-03-10T00:00")).containsOnly("2026-03-09T07");
    }

    /** Where mails wait for room they leave on any day of the window, and the hours of most of these days tell. */
    @Test
    void whoeverMayHaveToWaitGetsTheHourOfMostDays() {
        village.hours = person -> Village.at(7);
        village.weekendHours = person -> Village.at(11);
        village.person("ann");

        village.maxPerHour = 1;
        assertThat(localHours("2026-03-07T00:00", "2026-03-13T00:00")).containsOnly("2026-03-07T07");
        village.avoidWeekdays = Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
        assertThat(localHours("2026-03-07T00:00", "2026-03-13T00:00")).containsOnly("2026-03-07T11");
    }

    private List<String> localHours(String start, String end) {
        village.window(start, end);
        return village.people.stream().map(person -> localHour(person.id())).toList();
    }

    @Test
    void mailIsSpreadOverTheQuartersOfAnHour() {
        village.people(400);

        Map<Integer, Integer> minutes = new HashMap<>();
        for (Decision decision : decisions()) {
            minutes.merge(decision.sendAt().atOffset(ZoneOffset.UTC).getMinute(), 1, Integer::sum);
        }

        assertThat(minutes).containsOnlyKeys(0, 15, 30, 45);
        assertThat(minutes.values()).allMatch(count -> count > 70);
    }

    @Test
    void quietHoursAndAvoidedDaysMoveTheMailToTheNextBestHour() {
        double[] chances = new double[24];
        chances[22] = 0.6;
        chances[10] = 0.4;
        village.hours = person -> chances;
        village.person("ann");

        village.quiet("21:00", "07:00");
        assertThat(localHour("ann")).isEqualTo("2026-03-03T10");
        village.avoidWeekdays = Set.of(DayOfWeek.TUESDAY);
        assertThat(localHour("ann")).isEqualTo("2026-03-04T10");
        village.avoidDates = Set.of(LocalDate.parse("2026-03-04"));
        assertThat(localHour("ann")).isEqualTo("2026-03-05T10");
    }

    @Test
    void aZoneWithoutAPermittedHourIsNamedAndTheRestIsPlanned() {
        village.window("2026-03-03T09:00Z", "2026-03-03T11:00Z").quiet("21:00", "07:00");
        village.person("ann");
        village.person("ben").in("America/Los_Angeles");
        village.person("cem").in("America/Los_Angeles");
        village.person("dan").in("Pacific/Auckland");

        assertThat(village.decision("ann").status()).isEqualTo(Status.PLANNED);
        assertThat(village.decision("ben").reason()).isEqualTo(Reason.NO_HOUR);
        assertThat(village.plan().warnings())
                .containsExactly(
                        "3 people live where no permitted hour is left (no_hour): America/Los_Angeles 2, Pacific/Auckland 1.");
    }

    @Test
    void aRandomHourHasTheChanceOfBothDraws() {
        village.randomHours = 0.2;
        village.people(3_000);

        List<Decision> decisions = decisions();
        double best = 0.8 + 0.2 / 72;
        double other = 0.2 / 72;
        for (Decision decision : decisions) {
            boolean isBest = decision.sendAt().toString().startsWith("2026-03-03T09:");
            assertThat(decision.hourChance()).isCloseTo(isBest ? best : other, within(1e-6));
        }
        long moved = decisions.stream()
                .filter(decision -> decision.hourChance() < 0.5)
                .count();
        assertThat(moved).isBetween(500L, 680L);
    }

    @Test
    void anHourTakesNoMoreThanTheRelay() {
        Random random = new Random(5);
        village.maxPerHour = 7;
        village.randomHours = 0.1;
        village.groups = new Groups(0.1, 0.1);
        village.quiet("22:30", "06:00");
        village.promised.put(Instant.parse("2026-03-03T09:00:00Z").getEpochSecond() / 3600, 5);
        village.hours = person -> normal(person, 9);
        List<String> zones = List.of("Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "UTC", "Pacific/Chatham");
        village.people(600);
        village.people.forEach(person -> person.in(zones.get(random.nextInt(zones.size()))));

        Plan plan = village.plan();
        Map<String, Integer> perHour = new HashMap<>();
        for (Decision decision : decisions(plan)) {
            if (decision.status() == Status.PLANNED) {
                perHour.merge(decision.sendAt().toString().substring(0, 13), 1, Integer::sum);
            }
        }

        assertThat(perHour.values()).allMatch(count -> count <= 7);
        assertThat(perHour.get("2026-03-03T09")).isEqualTo(2);
        long unplaced = decisions(plan).stream()
                .filter(decision -> decision.reason() == Reason.NO_CAPACITY)
                .count();
        assertThat(unplaced).isPositive();
        assertThat(plan.warnings()).hasSize(1).allMatch(warning -> warning.startsWith(unplaced + " of "));
    }

    @Test
    void theLikeliestComeFirstAndTheOthersGetTheNextBestHour() {
        village.window("2026-03-03T09:00", "2026-03-03T12:00");
        village.maxPerHour = 1;
        double[][] chances = {hours(0.5, 0.3, 0.2), hours(0.9, 0.1, 0.0), hours(0.6, 0.4, 0.0), hours(0.4, 0.3, 0.3)};
        village.hours = person -> chances[person];
        village.people(4);

        Plan plan = village.plan();

        assertThat(decisions(plan).stream()
                        .map(decision -> decision.sendAt() == null
                                ? decision.reason().word()
                                : decision.sendAt().toString().substring(11, 13)))
                .containsExactly("no_capacity", "09", "10", "11");
        assertThat(plan.warnings())
                .containsExactly("1 of 4 people do not fit: max_per_hour is 1, and 3 clock hours are permitted."
                        + " About 2 an hour would do, or a longer window.");
    }

    @Test
    void whoeverGetsNoMailTakesNoRoom() {
        village.window("2026-03-03T09:00", "2026-03-03T10:00");
        village.groups = new Groups(0.5, 0);
        village.people(100);
        long noMail = decisions().stream()
                .filter(decision -> decision.group() == Group.NO_MAIL)
                .count();
        village.maxPerHour = (int) (100 - noMail);

        assertThat(decisions()).noneMatch(decision -> decision.reason() == Reason.NO_CAPACITY);
    }

    private static double[] hours(double nine, double ten, double eleven) {
        double[] chances = new double[24];
        chances[9] = nine;
        chances[10] = ten;
        chances[11] = eleven;
        return chances;
    }

    private static double[] normal(int person, int around) {
        double[] chances = new double[24];
        Arrays.setAll(chances, hour -> 1.0 / (1 + Math.abs(hour - around - person % 5)));
        return chances;
    }

    private String localHour(String id) {
        Decision decision = village.decision(id);
        return decision.sendAt()
                .atZone(village.people.get(decision.person()).zone())
                .toString()
                .substring(0, 13);
    }

    private List<Decision> decisions() {
        return decisions(village.plan());
    }

    private static List<Decision> decisions(Plan plan) {
        return IntStream.range(0, plan.size()).mapToObj(plan::decision).toList();
    }
}
