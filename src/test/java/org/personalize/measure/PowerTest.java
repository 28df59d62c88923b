package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerTest {

    /** By the textbook: 10 % against 15 % needs 686 people on either side, 5 % against 6 % needs 8,158. */
    @Test
    void theSmallestDifferenceIsTheTextbooks() {
        assertThat(Power.smallest(0.10, 686, 686).orElseThrow()).isCloseTo(0.05, within(0.0003));
        assertThat(Power.smallest(0.05, 8_158, 8_158).orElseThrow()).isCloseTo(0.01, within(0.0001));
    }

    @Test
    void aDifferenceOfThatSizeIsSeenFourTimesInFive() {
        int treated = 4_000;
        int others = 800;
        double rate = 0.08;
        double difference = Power.smallest(rate, treated, others).orElseThrow();
        var random = new Random(11);
        int rounds = 4_000;
        int seen = 0;
        for (int round = 0; round < rounds; round++) {
            double one = normal(random, rate + difference, treated);
            double other = normal(random, rate, others);
            double mean = (one * treated + other * others) / (treated + others);
            double error = Math.sqrt(mean * (1 - mean) * (1.0 / treated + 1.0 / others));
            seen += Math.abs(one - other) > 1.959964 * error ? 1 : 0;
        }
        assertThat((double) seen / rounds).isCloseTo(0.8, within(0.02));
    }

    /** A share of so many people, where they are many enough for the curve. */
    private static double normal(Random random, double share, int people) {
        return share + random.nextGaussian() * Math.sqrt(share * (1 - share) / people);
    }

    @Test
    void morePeopleSeeSmallerDifferences() {
        Sight sight = Sight.of(Sight.Question.MAIL, true, 9_500, 500, 0.03);

        assertThat(sight.twice().orElseThrow()).isLessThan(sight.asSet().orElseThrow());
        assertThat(sight.tenfold().orElseThrow()).isLessThan(sight.twice().orElseThrow());
        assertThat(sight.tenfold().orElseThrow()).isCloseTo(sight.asSet().orElseThrow() / Math.sqrt(10), within(0.003));
    }

    @Test
    void wherePeopleAreTooFewNothingIsPromised() {
        assertThat(Power.smallest(0.5, 3, 2)).isEmpty();
        assertThat(Power.smallest(0.1, 0, 100)).isEmpty();
        assertThat(Power.smallest(1, 1_000, 1_000)).isEmpty();
        assertThatThrownBy(() -> Power.smallest(1.2, 10, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
