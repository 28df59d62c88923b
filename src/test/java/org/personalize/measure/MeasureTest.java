package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void aMeanComesWithWhatChanceMayHaveAdded() {
        Interval interval = Interval.of(new double[] {1, 2, 3, 4});
        assertThat(interval.mean()).isEqualTo(2.5);
        assertThat(interval.high() - interval.mean()).isCloseTo(1.96 * Math.sqrt(5.0 / 3 / 4), within(1e-12));
        assertThat(interval.number()).isEqualTo(4);
    }

    @Test
    void nothingMeasuredIsNothingOfNobody() {
        assertThat(Interval.of(new double[0])).isEqualTo(new Interval(0, 0, 0, 0));
        assertThat(Interval.of(new double[] {3})).isEqualTo(new Interval(3, 3, 3, 1));
    }

    @Test
    void whatIsNoNumberIsNoMeasurement() {
        assertThatThrownBy(() -> Interval.of(new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(1, 2, 3, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pairsSeeADifferenceThatTwoMeansHide() {
        var random = new Random(3);
        double[] some = random.doubles(200, 0, 100).toArray();
        double[] better =
                Arrays.stream(some).map(x -> x + 1 + random.nextDouble()).toArray();
        assertThat(Interval.ofDifference(better, some).isAboveZero()).isTrue();
        assertThat(Interval.ofDifference(some, better).isAboveZero()).isFalse();
        assertThat(Interval.of(better).low()).isLessThan(Interval.of(some).high());
        assertThatThrownBy(() -> Interval.ofDifference(some, new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nineteenOfTwentyIntervalsHoldTheTruth() {
        int holding = 0;
        for (long seed = 1; seed <= 1_000; seed++) {
            Interval interval = Interval.of(new Random(seed).doubles(50).toArray());
            holding += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
        }
        assertThat(holding).isBetween(920, 970);
    }

    @Test
    void strataBeginWhereTheyAreSaidToBegin() {
        assertThat(Arrays.stream(new double[] {0, 0.5, 1, 4, 4.9, 5, 19, 20, 1e6})
                        .mapToObj(n -> Stratum.of(n).word()))
                .containsExactly("0", "0", "1–4", "1–4", "1–4", "5–19", "5–19", "20+", "20+");
        assertThatThrownBy(() -> Stratum.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columnsAreFoundByNameAndKind() {
        var columns = new Columns()
                .put("best", 9)
                .put("hours", new int[] {1, 2})
                .put("name", "EASE")
                .putAll("part", new Columns().put("weights", new float[] {0.5f}));
        assertThat(columns.names()).containsExactlyInAnyOrder("best", "hours", "name", "part.weights");
        assertThat(columns.ints("hours")).containsExactly(1, 2);
        assertThat(columns.text("name")).isEqualTo("EASE");
        assertThat(columns.under("part").floats("weights")).containsExactly(0.5f);
        assertThat(columns.under("par").names()).isEmpty();
        assertThat(columns.has("part.weights")).isTrue();
        assertThatThrownBy(() -> columns.doubles("hours")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> columns.put("name", "again")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShareOfTheWorkIsWork() {
        assertThat(Work.ofSeconds(60).share(0.5)).isEqualTo(Work.ofSeconds(30));
        assertThatThrownBy(() -> new Work(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Work.ofSeconds(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
