package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HourScoreTest {

    private static int[] active(int... hours) {
        var activity = new int[HourScore.HOURS];
        for (int hour : hours) {
            activity[hour]++;
        }
        return activity;
    }

    /** What the independent scorer calls the Dirichlet rule: own hours and a pinch of everybody's. */
    private static double[] dirichlet(int[] own) {
        var chances = new double[HourScore.HOURS];
        for (int h = 0; h < chances.length; h++) {
            chances[h] = own[h] + (h == 9 ? 4 : h == 20 ? 3 : 1) / 29.0;
        }
        return chances;
    }

    @Test
    void theNumbersAreThoseOfTheIndependentScorer() {
        var score = new HourScore();
        score.add(dirichlet(active(9, 9, 9, 20)), active(9, 10, 23, 0));
        score.add(dirichlet(active(20)), active(20, 21));
        score.add(dirichlet(active()), active(9));

        double nine = 4 / 29.0;
        double twenty = 3 / 29.0;
        double other = 1 / 29.0;
        double first = (Math.log((3 + nine) / 5) + 3 * Math.log(other / 5)) / 4;
        double second = (Math.log((1 + twenty) / 2) + Math.log(other / 2)) / 2;
        assertThat(score.logLikelihood())
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(first, second, Math.log(nine));
    }

    @Test
    void ofEqualWindowsTheEarliestHourIsChosen() {
        var chances = new double[HourScore.HOURS];
        chances[0] = chances[23] = 0.25;
        chances[12] = 0.5;
        var score = new HourScore();
        score.add(chances, active(0, 12));

        assertThat(HourScore.bestHour(chances)).isZero();
        assertThat(score.within()).containsExactly(0.5);
        assertThat(score.topThree()).containsExactly(1);
        assertThat(score.logLikelihood()[0]).isCloseTo((Math.log(0.25) + Math.log(0.5)) / 2, within(1e-9));
    }

    @Test
    void theClockHasNoEnds() {
        assertThat(HourScore.distance(23, 0)).isEqualTo(1);
        assertThat(HourScore.distance(0, 12)).isEqualTo(12);
        var late = new double[HourScore.HOURS];
        late[23] = 1;
        var score = new HourScore();
        score.add(late, active(22, 23, 0, 1));
        assertThat(score.within()[0]).isBetween(0.5, 0.75);
    }

    @Test
    void anHourThoughtImpossibleCostsMuchButNotEverything() {
        var sure = new double[HourScore.HOURS];
        sure[9] = 1;
        var score = new HourScore();
        score.add(sure, active(21));
        assertThat(score.logLikelihood()[0]).isCloseTo(Math.log(1e-6), within(1e-9));
    }

    @Test
    void whoDidNothingLaterIsLeftOut() {
        var score = new HourScore();
        assertThat(score.add(dirichlet(active()), active())).isFalse();
        assertThat(score.people()).isZero();
    }

    @Test
    void aWeekIsJudgedDayByDay() {
        var chances = new double[7 * HourScore.HOURS];
        chances[9] = 0.01;
        chances[6 * HourScore.HOURS + 20] = 0.99;
        var activity = new int[chances.length];
        activity[9] = 1;
        activity[6 * HourScore.HOURS + 20] = 1;
        activity[3 * HourScore.HOURS + 20] = 2;
        var score = new HourScore();
        score.add(chances, activity);

        assertThat(score.within()).containsExactly(0.5);
        assertThat(score.logLikelihood()[0]).isCloseTo(2 * Math.log(1 / 24.0) / 4, within(1e-9));
    }

    @Test
    void chancesAndHoursMustMatch() {
        var score = new HourScore();
        assertThatThrownBy(() -> score.add(new double[24], new int[168])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> score.add(new double[23], new int[23])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scalingChancesOrTurningTheClockChangesNothing() {
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            double[] chances = random.doubles(HourScore.HOURS).toArray();
            int[] activity = active(random.ints(1 + random.nextInt(20), 0, 24).toArray());
            int turn = 1 + random.nextInt(23);
            var score = new HourScore();
            score.add(chances, activity);
            score.add(Arrays.stream(chances).map(p -> 7 * p).toArray(), activity);
            var turned = new double[HourScore.HOURS];
            var turnedActivity = new int[HourScore.HOURS];
            for (int h = 0; h < HourScore.HOURS; h++) {
                turned[(h + turn) % 24] = chances[h];
                turnedActivity[(h + turn) % 24] = activity[h];
            }
            score.add(turned, turnedActivity);
            for (double[] each : new double[][] {score.within(), score.topThree(), score.logLikelihood()}) {
                assertThat(each[1]).as("seed " + seed).isCloseTo(each[0], within(1e-9));
                assertThat(each[2]).as("seed " + seed).isCloseTo(each[0], within(1e-9));
            }
            assertThat(score.within()[0]).as("seed " + seed).isBetween(0.0, 1.0);
        }
    }
}
