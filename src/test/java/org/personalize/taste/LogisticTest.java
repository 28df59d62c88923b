package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.measure.Stratum;

class LogisticTest {

    private static final Clue[] TWO = {Clue.POPULAR_3, Clue.CONTENT};

    private static final double[] ONE = {1, 1};

    private static Rows rows(int size, double first, double second, double start) {
        var random = new Random(7);
        var rows = new Rows();
        var clues = new double[Clue.NUMBER];
        for (int row = 0; row < size; row++) {
            clues[Clue.POPULAR_3.place()] = 100 + 5 * random.nextGaussian();
            clues[Clue.CONTENT.place()] = random.nextDouble();
            double score = start + first * clues[Clue.POPULAR_3.place()] + second * clues[Clue.CONTENT.place()];
            rows.add(clues, random.nextDouble() < Logistic.chance(score), 1);
        }
        return rows;
    }

    @Test
    void theWeightsThatMadeTheOutcomesAreFoundWhateverTheScale() {
        Rows rows = rows(50_000, 0.3, -2, -30);
        var logistic = new Logistic(rows, TWO, rows.spread());
        double[] found = logistic.unscaled(logistic.fit(logistic.origin(), ONE));
        assertThat(found[Clue.POPULAR_3.place()]).isCloseTo(0.3, within(0.02));
        assertThat(found[Clue.CONTENT.place()]).isCloseTo(-2, within(0.2));
        assertThat(found[Clue.NUMBER]).isCloseTo(-30, within(2.0));
    }

    @Test
    void noWeightCanBeMovedForTheBetter() {
        var logistic = new Logistic(
                rows(20_000, 0.3, -2, -30), TWO, rows(20_000, 0.3, -2, -30).spread());
        double[] near = logistic.origin();
        double[] found = logistic.fit(near, ONE);
        for (int weight = 0; weight < found.length; weight++) {
            for (double step : new double[] {-0.005, 0.005}) {
                double[] moved = found.clone();
                moved[weight] += step;
                assertThat(cost(logistic, moved, near)).isGreaterThan(cost(logistic, found, near));
            }
        }
    }

    private static double cost(Logistic logistic, double[] weights, double[] near) {
        double held = 0;
        for (int i = 0; i < ONE.length; i++) {
            held += ONE[i] * (weights[i] - near[i]) * (weights[i] - near[i]) / 2;
        }
        return logistic.loss(weights) + held;
    }

    @Test
    void aClueThatNeverChangesAndOutcomesThatNeverComeBreakNothing() {
        var rows = new Rows();
        for (int i = 0; i < 50; i++) {
            rows.add(new double[Clue.NUMBER], false, 1);
        }
        var logistic = new Logistic(rows, TWO, rows.spread());
        assertThat(DoubleStream.of(logistic.unscaled(logistic.fit(logistic.origin(), ONE))))
                .allMatch(Double::isFinite);
        var none = new Logistic(new Rows(), TWO, new Rows().spread());
        assertThat(DoubleStream.of(none.unscaled(none.fit(none.origin(), ONE)))).allMatch(Double::isFinite);
    }

    /** A clue that hardly anybody has must be heard where it speaks clearly, and must not shout where it met little. */
    @Test
    void aRareClueIsHeardAsFarAsItWasMet() {
        for (int met : new int[] {2, 400}) {
            var rows = new Rows();
            var clues = new double[Clue.NUMBER];
            for (int row = 0; row < 20_000; row++) {
                boolean isRare = row < met;
                clues[Clue.POPULAR_3.place()] = row % 7;
                clues[Clue.CONTENT.place()] = isRare ? 1 : 0;
                rows.add(clues, isRare ? row % 2 == 0 : row % 50 == 0, 1);
            }
            var logistic = new Logistic(rows, TWO, rows.spread());
            double weight =
                    logistic.unscaled(logistic.fit(logistic.origin(), new double[] {10, 10}))[Clue.CONTENT.place()];
            double truth = Math.log(49);
            assertThat(weight).isBetween(met > 2 ? 0.8 * truth : 0, 1.05 * truth);
        }
    }

    @Test
    void levelledScoresAreChancesThatComeTrue() {
        Rows rows = rows(20_000, 0, 3, -2);
        var crooked = new double[Clue.NUMBER];
        crooked[Clue.CONTENT.place()] = 1;
        Blend blend = new Blend().set(false, Stratum.SOME, crooked, 4);
        Outcomes told = outcomes(rows, blend);
        assertThat(told.calibration(true).error()).isGreaterThan(0.3);
        assertThat(outcomes(rows, Levelling.of(blend, told)).calibration(true).error())
                .isLessThan(0.02);
    }

    private static Outcomes outcomes(Rows rows, Blend blend) {
        var outcomes = new Outcomes();
        for (int row = 0; row < rows.size(); row++) {
            double score = blend.score(false, Stratum.SOME, rows, row);
            outcomes.of(false, Stratum.SOME).add(score, rows.isWin(row), true);
        }
        return outcomes;
    }

    @Test
    void whatFewRowsSayIsNeverCertainAndAStratumWithoutAnyGoesWithTheOthers() {
        Blend blend = new Blend()
                .set(false, Stratum.FEW, new double[Clue.NUMBER], 22)
                .set(false, Stratum.SOME, new double[Clue.NUMBER], 22);
        var outcomes = new Outcomes();
        for (int row = 0; row < 200; row++) {
            boolean isFew = row < 150;
            outcomes.of(false, isFew ? Stratum.FEW : Stratum.NONE).add(22, isFew, true);
        }
        Blend levelled = Levelling.of(blend, outcomes);
        assertThat(Logistic.chance(levelled.start(false, Stratum.FEW))).isBetween(0.98, 0.995);
        assertThat(Logistic.chance(levelled.start(false, Stratum.SOME))).isCloseTo(0.75, within(0.01));
    }

    @Test
    void anOrderFallsToTheLastDigitAndPartsEqualsById() {
        var random = new Random(11);
        var scores = new double[3_000];
        int[] ranks = IntStream.range(0, scores.length)
                .map(i -> (i * 7 + 5) % scores.length)
                .toArray();
        for (int item = 0; item < scores.length; item++) {
            scores[item] = item % 3 == 0 ? random.nextInt(5) - 2 : -4.5 + item % 17 * Math.ulp(4.5);
        }
        int[] expected = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                        .thenComparingInt(item -> ranks[item]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(Order.of(scores, ranks)).containsExactly(expected);
        assertThat(Order.of(new double[0], new int[0])).isEmpty();
    }

    @Test
    void theLogarithmIsRightToFiveDigitsAndNeverFalls() {
        double last = Double.NEGATIVE_INFINITY;
        for (double x = 1e-6; x < 1e9; x *= 1.0007) {
            assertThat(Logarithm.of(x))
                    .isCloseTo(StrictMath.log(x), within(1e-6))
                    .isGreaterThan(last);
            last = Logarithm.of(x);
        }
        assertThat(Logarithm.above(0, 0.1)).isZero();
    }
}
