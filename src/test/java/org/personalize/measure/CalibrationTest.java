package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void chancesThatComeTrueHaveNoError() {
        var random = new Random(7);
        double[] chances = random.doubles(100_000).toArray();
        double[] outcomes =
                Arrays.stream(chances).map(p -> random.nextDouble() < p ? 1 : 0).toArray();

        Calibration calibration = Calibration.of(chances, outcomes);

        assertThat(calibration.error()).isLessThan(0.005);
        assertThat(calibration.tenths()).hasSize(10).allSatisfy(tenth -> {
            assertThat(tenth.outcome().number()).isEqualTo(10_000);
            assertThat(tenth.chance()).isBetween(tenth.low(), tenth.high());
        });
    }

    @Test
    void boastingIsMeasuredByHowFarItOvershoots() {
        var chances = new double[1_000];
        Arrays.fill(chances, 0.5);
        var outcomes = new double[1_000];
        Arrays.fill(outcomes, 0, 100, 1);

        Calibration calibration = Calibration.of(chances, outcomes);

        assertThat(calibration.error()).isCloseTo(0.4, within(1e-12));
        assertThat(calibration.tenths()).hasSize(1);
        assertThat(new Forecast("a purchase", "March", calibration).onTheWhole())
                .isEqualTo(" On the whole 50.0\u00a0% was told and 10.0\u00a0% came: told 5.0 times too high.");
    }

    @Test
    void whatChanceMakesIsNotCalledTooHigh() {
        int called = 0;
        for (long seed = 1; seed <= 400; seed++) {
            var random = new Random(seed);
            double[] chances = random.doubles(300).map(x -> 0.3 * x).toArray();
            double[] outcomes = Arrays.stream(chances)
                    .map(p -> random.nextDouble() < p ? 1 : 0)
                    .toArray();
            Calibration calibration = Calibration.of(chances, outcomes);
            called += calibration.isOffOnTheWhole() ? 1 : 0;
            assertThat(calibration.told())
                    .isCloseTo(Arrays.stream(chances).average().orElseThrow(), within(1e-12));
            assertThat(calibration.came())
                    .isCloseTo(Arrays.stream(outcomes).average().orElseThrow(), within(1e-12));
        }
        assertThat(called).as("one in twenty of 400").isBetween(8, 34);
    }

    @Test
    void theOrderOfThePeopleChangesNothing() {
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            int people = 1 + random.nextInt(500);
            var chances = new double[people];
            var outcomes = new double[people];
            for (int i = 0; i < people; i++) {
                chances[i] = random.nextInt(20) / 20.0;
                outcomes[i] = random.nextInt(2);
            }
            var backChances = new double[people];
            var backOutcomes = new double[people];
            for (int i = 0; i < people; i++) {
                backChances[i] = chances[people - 1 - i];
                backOutcomes[i] = outcomes[people - 1 - i];
            }
            Calibration there = Calibration.of(chances, outcomes);
            Calibration back = Calibration.of(backChances, backOutcomes);
            assertThat(back.error()).as("seed " + seed).isCloseTo(there.error(), within(1e-12));
            assertThat(back.tenths()).as("seed " + seed).hasSameSizeAs(there.tenths());
            long counted = there.tenths().stream()
                    .mapToLong(tenth -> tenth.outcome().number())
                    .sum();
            assertThat(counted).as("seed " + seed).isEqualTo(people);
        }
    }

    @Test
    void nobodyIsNoError() {
        assertThat(Calibration.of(new double[0], new double[0]).error()).isZero();
        assertThatThrownBy(() -> Calibration.of(new double[1], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
