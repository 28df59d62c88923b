package org.personalize.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaningsTest {

    /** The share of a category in what is wanted next, where everybody begins with a few wants in the usual shares. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void differencesAreThoseOfTheChancesOfEachCategoryBesideWhatIsUsual(long seed) {
        var random = new Random(seed);
        double[] weights = random.doubles(20, 0.01, 1).map(x -> x * x).toArray();
        double all = Arrays.stream(weights).sum();
        double[] usual = Arrays.stream(weights).map(weight -> weight / all).toArray();
        double[] wanted = random.ints(20, 0, 4).mapToDouble(count -> count).toArray();
        double sum = Arrays.stream(wanted).sum();
        double[] above = new double[20];
        Arrays.setAll(above, category -> {
            double chance = (wanted[category] + Leanings.CAUTION * usual[category]) / (sum + Leanings.CAUTION);
            return Math.log(chance / usual[category]);
        });
        for (int category = 1; category < above.length; category++) {
            double told = Leanings.of(wanted[category], usual[category]) - Leanings.of(wanted[0], usual[0]);
            assertThat(told)
                    .as("seed %d, category %d", seed, category)
                    .isCloseTo(above[category] - above[0], within(1e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.02, 1})
    void nothingWantedIsNoLeaningAndEachWantMakesItStronger(double usual) {
        assertThat(Leanings.of(0, usual)).isZero();
        for (int wanted = 1; wanted < 50; wanted++) {
            assertThat(Leanings.of(wanted, usual)).isGreaterThan(Leanings.of(wanted - 1, usual));
        }
    }
}
