package org.personalize.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.history.History;
import org.personalize.history.Log;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class UntrainedRhythmsTest {

    private static final List<String> KINDS =
            List.of("click", "purchase", "view", "cart", "open", "rating", "sent", "refund");
    private static final List<String> ZONES = List.of("UTC", "Asia/Kathmandu", "America/New_York", "Pacific/Apia");

    private static Rhythms hours(SmallAudience people, String... lines) {
        return new Rhythms(
                RhythmModel.untrained(), people, new Log(people, SmallCatalog.of("tent")).of(lines), Log.NOW);
    }

    private static String[] daily(String person, String kind, int hour, int days) {
        var lines = new String[days];
        for (int day = 0; day < days; day++) {
            lines[day] = "%s;%s;2026-02-%02dT%02d:30:00Z;tent;1;;;".formatted(person, kind, day + 1, hour);
        }
        return lines;
    }

    private static String[] all(String[]... parts) {
        return Arrays.stream(parts).flatMap(Arrays::stream).toArray(String[]::new);
    }

    /** Forty of each country; the Spaniards read at 22 h on some days, the Germans at 7 h on twenty. */
    private static List<String> lateSpaniardsAndEarlyGermans(SmallAudience people, int spanishDays) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.with("es" + i, "UTC", Map.of("country", "ES")).with("de" + i, "UTC", Map.of("country", "DE"));
            lines.addAll(List.of(daily("es" + i, "click", 22, spanishDays)));
            lines.addAll(List.of(daily("de" + i, "click", 7, 20)));
        }
        return lines;
    }

    private static int best(double[] chances) {
        int best = 0;
        for (int h = 1; h < chances.length; h++) {
            best = chances[h] > chances[best] ? h : best;
        }
        return best;
    }

    @Test
    void ownHabitsWinOverEverybodysWhereThereAreEnough() {
        var hours = hours(
                SmallAudience.of("ann", "bob", "cat"),
                all(daily("ann", "click", 7, 20), daily("bob", "click", 19, 28), daily("cat", "click", 7, 1)));
        assertThat(best(hours.chances(0))).isEqualTo(7);
        assertThat(best(hours.chances(1))).isEqualTo(19);
        assertThat(hours.evidence(2)).isBetween(0.7, 1.0);
        assertThat(hours.hasPersonalHour(2)).isFalse();
        assertThat(hours.hasPersonalHour(0)).isTrue();
    }

    @Test
    void twoVisitsMoveNobodysHourAndManyDo() {
        var hours = hours(
                SmallAudience.of("few", "many", "crowd"),
                all(
                        daily("few", "click", 7, 2),
                        daily("many", "click", 7, 20),
                        daily("crowd", "click", 19, 28),
                        daily("crowd", "click", 18, 28)));
        assertThat(hours.telling(0, Weekdays.ANY))
                .isEqualTo(hours.telling(2, Weekdays.ANY))
                .isNotEqualTo(hours.values(0, Weekdays.ANY));
        assertThat(hours.telling(1, Weekdays.ANY)).isEqualTo(hours.values(1, Weekdays.ANY));
        assertThat(best(hours.telling(0, Weekdays.ANY))).isNotEqualTo(7);
        assertThat(best(hours.telling(1, Weekdays.ANY))).isEqualTo(7);
    }

    @Test
    void anHourIsPersonalIfItDiffersFromThatOfOnesCountry() {
        var people = new SmallAudience();
        List<String> lines = lateSpaniardsAndEarlyGermans(people, 10);
        people.with("early", "UTC", Map.of("country", "ES")).with("late", "UTC", Map.of("country", "ES"));
        lines.addAll(List.of(daily("early", "click", 7, 20)));
        lines.addAll(List.of(daily("late", "click", 22, 20)));
        var hours = hours(people, lines.toArray(String[]::new));
        assertThat(hours.hasPersonalHour(people.size() - 2)).isTrue();
        assertThat(best(hours.telling(people.size() - 2, Weekdays.ANY))).isEqualTo(7);
        assertThat(hours.hasPersonalHour(people.size() - 1)).isFalse();
        assertThat(best(hours.telling(people.size() - 1, Weekdays.ANY))).isEqualTo(22);
    }

    @Test
    void aProtectedColumnTellsNobodysHoursFromOthers() {
        var people = new SmallAudience();
        List<String> lines = lateSpaniardsAndEarlyGermans(people, 10);
        people.with("newcomer", "UTC", Map.of("country", "ES"));
        History history = new Log(people, SmallCatalog.of("tent")).of(lines.toArray(String[]::new));
        int newcomer = people.size() - 1;
        var open = new Rhythms(RhythmModel.untrained(), people, history, Log.NOW);
        var shut = new Rhythms(RhythmModel.untrained(Set.of("country")), people, history, Log.NOW);
        assertThat(best(open.chances(newcomer))).isEqualTo(22);
        assertThat(best(shut.chances(newcomer))).isEqualTo(7);
    }

    @Test
    void somebodyWhoIsActiveWhenEverybodyIsNeedsNoHourOfTheirOwn() {
        var hours = hours(
                SmallAudience.of("ann", "bob"), all(daily("ann", "click", 19, 20), daily("bob", "click", 19, 28)));
        assertThat(hours.hasPersonalHour(0)).isFalse();
    }

    @Test
    void hoursAreThoseOfThePersonsOwnClock() {
        var people = new SmallAudience().with("kim", "Asia/Tokyo", Map.of()).with("ann", "America/New_York", Map.of());
        var hours = hours(people, all(daily("kim", "click", 0, 20), daily("ann", "click", 0, 20)));
        assertThat(best(hours.chances(0))).isEqualTo(9);
        assertThat(best(hours.chances(1))).isEqualTo(19);
    }

    @Test
    void theHourBeforeMidnightIsANeighbourOfTheHourAfter() {
        double[] chances =
                hours(SmallAudience.of("ann"), daily("ann", "click", 23, 20)).chances(0);
        assertThat(chances[0]).isCloseTo(chances[22], within(1e-12)).isGreaterThan(2 * chances[12]);
    }

    @Test
    void aBasketOfFortyLinesIsOneVisit() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            lines.add("ann;purchase;2026-03-01T10:00:%02dZ;tent;1;;;".formatted(i));
        }
        assertThat(hours(SmallAudience.of("ann"), lines.toArray(String[]::new)).evidence(0))
                .isCloseTo(1, within(1e-3));
    }

    @Test
    void whenWeWroteSaysNothingOfWhenTheyRead() {
        var hours = hours(SmallAudience.of("ann"), daily("ann", "sent", 3, 20));
        assertThat(hours.evidence(0)).isZero();
        assertThat(hours.chances(0)).containsOnly(1.0 / 24);
    }

    @Test
    void opensAndClicksOfPeopleWithoutTrackingConsentAreNotLearnedFrom() {
        var people = SmallAudience.of("ann").withoutTracking(0);
        assertThat(hours(people, all(daily("ann", "open", 3, 9), daily("ann", "click", 3, 9)))
                        .evidence(0))
                .isZero();
        assertThat(hours(people, daily("ann", "purchase", 3, 9)).evidence(0)).isGreaterThan(5);
    }

    @Test
    void peopleWhoDoNotAllowPersonalizationGetEverybodysHoursAndAddNothingToThem() {
        var lines = all(daily("ann", "click", 3, 20), daily("bob", "click", 19, 20));
        var hours = hours(SmallAudience.of("ann", "bob").withoutPersonalization(0), lines);
        var without = hours(SmallAudience.of("ann", "bob"), daily("bob", "click", 19, 20));
        assertThat(hours.chances(0)).containsExactly(without.chances(0));
        assertThat(hours.chances(1)).containsExactly(without.chances(1));
        assertThat(hours.hasPersonalHour(0)).isFalse();
    }

    @Test
    void aStrangerGetsTheHoursOfTheirCountry() {
        var people = new SmallAudience();
        List<String> lines = lateSpaniardsAndEarlyGermans(people, 20);
        people.with("stranger", "UTC", Map.of("country", "ES"));
        var hours = hours(people, lines.toArray(String[]::new));
        assertThat(best(hours.chances(people.size() - 1))).isEqualTo(22);
        assertThat(hours.evidence(people.size() - 1)).isZero();
    }

    @Test
    void withoutAnyEventsEveryHourIsAsLikely() {
        var people = SmallAudience.of("ann");
        var hours = new Rhythms(RhythmModel.untrained(), people, History.empty(1), Log.NOW);
        assertThat(hours.chances(0)).containsOnly(1.0 / 24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-02", "2099-12-31"})
    void theFirstAndTheLastYearsAreDaysLikeOthers(String day) {
        var people = SmallAudience.of("ann");
        History history = new Log(people, SmallCatalog.of("tent"))
                .now(Instant.parse("2100-06-01T00:00:00Z"))
                .of("ann;click;" + day + "T06:00:00Z;tent;;;;", "ann;click;" + day + "T08:00:00Z;tent;;;;");
        var hours = new Rhythms(RhythmModel.untrained(), people, history, Instant.parse("2100-06-01T00:00:00Z"));
        assertThat(best(hours.chances(0))).isEqualTo(7);
        assertThat(hours.evidence(0)).isCloseTo(2, within(1e-2));
    }

    @Test
    void chancesSumToOneAndRowsInAnyOrderSayTheSame() {
        for (long seed = 0; seed < 25; seed++) {
            var random = new Random(seed);
            SmallAudience people = people(random);
            List<String> lines = events(random, people.size(), random.nextInt(200));
            var hours = hours(people, lines.toArray(String[]::new));
            Collections.shuffle(lines, random);
            var shuffled = hours(people, lines.toArray(String[]::new));
            for (int person = 0; person < people.size(); person++) {
                double[] chances = hours.chances(person);
                assertThat(Arrays.stream(chances).sum()).as("seed %d", seed).isCloseTo(1, within(1e-9));
                assertThat(Arrays.stream(chances)).as("seed %d", seed).allMatch(p -> p > 0 && p < 1);
                assertThat(shuffled.chances(person)).as("seed %d", seed).containsExactly(chances);
            }
        }
    }

    @Test
    void oneMoreReactionNeverMakesItsHourLessLikely() {
        for (long seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            SmallAudience people = people(random);
            List<String> lines = events(random, people.size(), random.nextInt(60));
            lines.add("p0;view;2026-03-01T12:00:00Z;tent;;;;");
            int day = 1 + random.nextInt(28);
            int utcHour = random.nextInt(24);
            String moment = "2026-02-%02dT%02d:10:00Z".formatted(day, utcHour);
            var before = hours(people, lines.toArray(String[]::new));
            lines.add("p0;" + KINDS.get(random.nextInt(6)) + ";" + moment + ";tent;5;;;");
            var after = hours(people, lines.toArray(String[]::new));
            int hour = Instant.parse(moment).atZone(people.customer(0).zone()).getHour();
            assertThat(after.chances(0)[hour])
                    .as("seed %d, hour %d", seed, hour)
                    .isGreaterThanOrEqualTo(before.chances(0)[hour] - 1e-12);
        }
    }

    private static SmallAudience people(Random random) {
        var people = new SmallAudience();
        for (int i = 0; i <= random.nextInt(6); i++) {
            people.with("p" + i, ZONES.get(random.nextInt(ZONES.size())), Map.of("country", "C" + random.nextInt(2)));
        }
        return people;
    }

    private static List<String> events(Random random, int people, int number) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            var moment = Instant.ofEpochSecond(1_735_689_600L + random.nextInt(420 * 86_400));
            lines.add("p" + random.nextInt(people) + ";" + KINDS.get(random.nextInt(KINDS.size())) + ";" + moment
                    + ";tent;" + random.nextInt(6) + ";;;");
        }
        return lines;
    }
}
