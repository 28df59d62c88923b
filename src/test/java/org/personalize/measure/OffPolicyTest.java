package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffPolicyTest {

    private static final int HOURS = 4;
    private static final double[] REWARD = {0.05, 0.10, 0.20, 0.30};
    private static final int LOGS = 400;

    @Test
    void decisionsThatWereMadeAsTheyWouldBeAreWorthTheirMeanReward() {
        double[] ones = new double[600];
        Arrays.fill(ones, 1);
        double[] rewards = new double[600];
        Arrays.fill(rewards, 0, 60, 1);

        OffPolicy judged = OffPolicy.of(ones, rewards, new double[600], new double[600]);

        assertThat(judged.effective()).isEqualTo(600);
        assertThat(judged.selfNormalised().orElseThrow().mean()).isCloseTo(0.1, within(1e-12));
        assertThat(judged.doublyRobust().orElseThrow().mean()).isCloseTo(0.1, within(1e-12));
        Interval plain = Interval.of(rewards);
        assertThat(judged.selfNormalised().orElseThrow().low()).isCloseTo(plain.low(), within(1e-4));
    }

    @Test
    void tooSmallAnEffectiveSampleSaysNothing() {
        double[] weights = new double[5_000];
        Arrays.fill(weights, 0, 499, 7);

        OffPolicy judged = OffPolicy.of(weights, new double[5_000], new double[5_000], new double[5_000]);

        assertThat(judged.effective()).isCloseTo(499, within(1e-6));
        assertThat(judged.selfNormalised()).isEmpty();
        assertThat(judged.doublyRobust()).isEmpty();
    }

    @Test
    void noDecisionsAreNoSample() {
        double[] none = {};
        assertThat(OffPolicy.of(none, none, none, none).effective()).isZero();
    }

    @Test
    void aChanceOfNothingIsRefused() {
        double[] one = {Double.POSITIVE_INFINITY};
        assertThatThrownBy(() -> OffPolicy.of(one, one, one, one)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The log prefers the worst hour, so that counting without weights would be far off. */
    @Test
    void bothIntervalsHoldTheTruthAsOftenAsTheySay() {
        var random = new Random(20_260_301);
        int selfNormalised = 0;
        int doublyRobust = 0;
        int plain = 0;
        for (int log = 0; log < LOGS; log++) {
            Trial trial = Trial.drawn(random, 4_000, new double[] {0.55, 0.15, 0.15, 0.15}, 3);
            OffPolicy judged = trial.judged();
            selfNormalised += holds(judged.selfNormalised().orElseThrow(), REWARD[3]);
            doublyRobust += holds(judged.doublyRobust().orElseThrow(), REWARD[3]);
            plain += holds(Interval.of(trial.rewards), REWARD[3]);
        }
        assertThat(selfNormalised).isBetween((int) (0.92 * LOGS), (int) (0.98 * LOGS));
        assertThat(doublyRobust).isBetween((int) (0.92 * LOGS), (int) (0.98 * LOGS));
        assertThat(plain).isZero();
    }

    private static int holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    /** A log of decisions with known chances, and what a way that always takes one hour makes of it. */
    private record Trial(double[] weights, double[] rewards, double[] forecasts, double[] elsewhere) {

        static Trial drawn(Random random, int decisions, double[] chances, int wanted) {
            var trial = new Trial(
                    new double[decisions], new double[decisions], new double[decisions], new double[decisions]);
            for (int i = 0; i < decisions; i++) {
                int hour = hour(random.nextDouble(), chances);
                trial.weights[i] = hour == wanted ? 1 / chances[hour] : 0;
                trial.rewards[i] = random.nextDouble() < REWARD[hour] ? 1 : 0;
                // A forecast that is wrong, which the chances make good.
                trial.forecasts[i] = 0.1 + 0.02 * hour;
                trial.elsewhere[i] = 0.1 + 0.02 * wanted;
            }
            return trial;
        }

        private static int hour(double lot, double[] chances) {
            double rest = lot;
            for (int hour = 0; hour < HOURS - 1; hour++) {
                if (rest < chances[hour]) {
                    return hour;
                }
                rest -= chances[hour];
            }
            return HOURS - 1;
        }

        OffPolicy judged() {
            return OffPolicy.of(weights, rewards, forecasts, elsewhere);
        }
    }
}
