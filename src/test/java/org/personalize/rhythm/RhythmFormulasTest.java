package org.personalize.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of the formulas whatever people do. */
class RhythmFormulasTest {

    private static final long DAY = 86_400;
    private static final long LATEST = 1_770_000_000L;
    private static final double ROUNDING = 1e-12;

    private static Visits visits(Random random, int number) {
        return visits(random.longs(number, LATEST - 200 * DAY, LATEST).sorted().toArray());
    }

    private static Visits visits(long... seconds) {
        var hours = Arrays.stream(seconds)
                .map(second -> Math.floorDiv(second, 3_600L))
                .toArray();
        var weights = new double[seconds.length];
        Arrays.fill(weights, 1);
        return new Visits(seconds, hours, weights);
    }

    private static Visits and(Visits visits, long second) {
        long[] all = Arrays.copyOf(visits.seconds(), visits.size() + 1);
        all[visits.size()] = second;
        return visits(all);
    }

    private static Mixture mixture(Random random, int rhythms) {
        var hours = new double[rhythms][];
        for (int k = 0; k < rhythms; k++) {
            hours[k] =
                    Clock.shares(random.doubles(24, 0.01, 1).map(x -> x * x * x).toArray());
        }
        return new Mixture(hours, Clock.shares(random.doubles(rhythms, 0.1, 1).toArray()));
    }

    private static Habits habits(Random random) {
        List<Habit> habits = new ArrayList<>();
        for (double halfLife : new double[] {30, Fading.NEVER}) {
            habits.add(new Habit(8 + random.nextInt(4), 1 + random.nextInt(10), halfLife));
            habits.add(new Habit(20 + random.nextInt(9), 1 + random.nextInt(30), halfLife));
            habits.add(new Habit(150, 1 + random.nextInt(60), halfLife));
        }
        return Habits.of(habits, Clock.shares(random.doubles(6, 0.1, 1).toArray()));
    }

    private static HabitRhythm rhythm(Random random) {
        Habits habits = habits(random);
        var base = new Base.Following(List.of(mixture(random, 5), mixture(random, 3)), Map.of());
        return new HabitRhythm(habits, base, LATEST);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aFurtherVisitNeverMakesItsHourLessLikelyInAnyMeanOfHabits(long seed) {
        var random = new Random(seed);
        HabitRhythm rhythm = rhythm(random);
        Visits visits = visits(random, random.nextInt(40));
        for (int hour = 0; hour < 24; hour++) {
            double before = rhythm.chances("any", visits, Long.MAX_VALUE)[hour];
            Visits more = and(visits, Math.floorDiv(LATEST, DAY) * DAY + hour * 3_600L);
            double after = rhythm.chances("any", more, Long.MAX_VALUE)[hour];
            assertThat(after).as("seed %d, hour %d", seed, hour).isGreaterThanOrEqualTo(before - ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void chancesOfADayAndOfAWeekSumToOne(long seed) {
        var random = new Random(seed);
        HabitRhythm rhythm = rhythm(random);
        for (DayKinds kinds : DayKinds.values()) {
            Week week = Week.of(kinds, random.doubles(Week.HOURS, 0, 9).toArray());
            for (int number : new int[] {0, 1, 7, 500}) {
                Visits visits = visits(random, number);
                double[] day = rhythm.chances("any", visits, Long.MAX_VALUE);
                double[] hours = rhythm.chances("any", visits, Long.MAX_VALUE, week);
                assertThat(Clock.sum(day)).as("seed %d", seed).isCloseTo(1, within(1e-9));
                assertThat(Clock.sum(hours)).as("seed %d, %s", seed, kinds).isCloseTo(1, within(1e-9));
                assertThat(Arrays.stream(hours)).allMatch(chance -> chance >= 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void visitsLongAgoOrFarAheadLeaveSensibleHours(long seed) {
        var random = new Random(seed);
        HabitRhythm rhythm = rhythm(random);
        Week week = Week.of(DayKinds.EACH, new double[Week.HOURS]);
        Visits far = visits(0, 1, 4_102_444_800L);
        assertThat(Clock.sum(rhythm.chances("any", far, Long.MAX_VALUE))).isCloseTo(1, within(1e-9));
        assertThat(Clock.sum(rhythm.chances("any", far, Long.MAX_VALUE, week))).isCloseTo(1, within(1e-9));
    }

    private static Mails mails(Random random, int number) {
        long[] seconds = random.longs(number, LATEST - 200 * DAY, LATEST - 3 * DAY)
                .sorted()
                .toArray();
        var hours = Arrays.stream(seconds)
                .map(second -> Math.floorDiv(second, 3_600L))
                .toArray();
        var ages = new int[number];
        var weights = new double[number];
        for (int i = 0; i < number; i++) {
            ages[i] = random.nextBoolean() ? random.nextInt(Mails.OLDEST + 1) : Mails.NO_REACTION;
            weights[i] = ages[i] == Mails.NO_REACTION ? 0 : 1;
        }
        return new Mails(seconds, hours, ages, weights);
    }

    private static ReplyModel model(Random random) {
        Mixture mixture = mixture(random, 4);
        double[][] rhythms =
                Arrays.stream(mixture.rhythms()).map(ReplyRhythm::meanOne).toArray(double[][]::new);
        double[] ageing = Clock.shares(random.doubles(Mails.OLDEST + 1, 0.01, 1)
                .sorted()
                .map(x -> 1.01 - x)
                .toArray());
        return new ReplyModel(
                new ReplyModel.Settings(6, 0.5, Fading.NEVER),
                new Mixture(rhythms, mixture.shares()),
                ageing,
                new Eagerness(2, 2 / (0.2 + random.nextDouble())),
                Clock.even(),
                Clock.even());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anHourIsWorthAChanceAndAReactionMakesItsHourNoLessReady(long seed) {
        var random = new Random(seed);
        ReplyModel model = model(random);
        var rhythm = new ReplyRhythm(model);
        Mails.Tally tally = mails(random, random.nextInt(30))
                .tally(new Fading(LATEST, Fading.NEVER), model.ageing(), Long.MIN_VALUE, LATEST);
        assertThat(Arrays.stream(rhythm.values(tally))).as("seed %d", seed).allMatch(value -> value > 0 && value < 1);
        for (int hour = 0; hour < 24; hour++) {
            double[] reactions = tally.reactions().clone();
            reactions[hour]++;
            double before = Clock.shares(rhythm.readiness(tally))[hour];
            double after = Clock.shares(rhythm.readiness(new Mails.Tally(reactions, tally.exposure())))[hour];
            assertThat(after).as("seed %d, hour %d", seed, hour).isGreaterThanOrEqualTo(before - ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void peopleInAnyOrderFollowTheSameRhythms(long seed) {
        var random = new Random(seed);
        List<double[]> observed = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            var hours = new double[24];
            for (int visit = 0; visit < 5; visit++) {
                hours[Math.floorMod((i % 3) * 8 + (int) Math.round(2 * random.nextGaussian()), 24)]++;
            }
            // No two people know equally much, so that who is looked at first does not depend on the order.
            hours[0] += i / 1e3;
            observed.add(hours);
        }
        Mixture one = new MixtureFitting(observed).fit(3, 20, 1);
        Collections.shuffle(observed, random);
        Mixture other = new MixtureFitting(observed).fit(3, 20, 1);
        for (int k = 0; k < one.size(); k++) {
            for (int h = 0; h < 24; h++) {
                assertThat(other.rhythms()[k][h]).as("seed %d", seed).isCloseTo(one.rhythms()[k][h], within(1e-6));
            }
        }
    }
}
