package org.personalize.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalize.history.BuyerFeatures;
import org.personalize.measure.Calibration;

class BuyerTrainingTest {

    private static final int FEATURES = BuyerFeatures.NAMES.size();

    /** People whose first two features decide, on scales as different as real ones. */
    private static BuyerWindow window(long seed, int people) {
        var random = new Random(seed);
        var features = new double[people][];
        var bought = new double[people];
        for (int i = 0; i < people; i++) {
            features[i] = random.doubles(FEATURES).toArray();
            features[i][0] = random.nextInt(2);
            features[i][1] = 100 + 30 * random.nextGaussian();
            double logOdds = -3 + 2 * features[i][0] - 0.03 * (features[i][1] - 100);
            bought[i] = random.nextDouble() < Logistic.chance(logOdds) ? 1 : 0;
        }
        return new BuyerWindow(0, features, bought);
    }

    @Test
    void theSearchForWeightsEndsWhereTheGradientVanishes() {
        BuyerWindow window = window(1, 5_000);
        BuyerModel model = BuyerFit.weights(List.of(window));
        var gradient = new double[FEATURES + 1];
        for (int i = 0; i < window.size(); i++) {
            double wrong = Logistic.chance(model.rawLogOdds(window.features()[i])) - window.bought()[i];
            for (int f = 0; f < FEATURES; f++) {
                gradient[f] += wrong * (window.features()[i][f] - model.means()[f]) / model.scales()[f];
            }
            gradient[FEATURES] += wrong;
        }
        for (int f = 0; f < FEATURES; f++) {
            gradient[f] += model.weights()[f];
        }
        assertThat(Arrays.stream(gradient).map(Math::abs).max().orElseThrow() / window.size())
                .isLessThan(1e-5);
    }

    @Test
    void chancesComeTrueOnPeopleThatWereNotLearnedFrom() {
        BuyerModel model =
                new BuyerTraining(List.of(window(1, 20_000), window(2, 20_000), window(3, 20_000))).learned();
        BuyerWindow held = window(4, 20_000);
        double[] chances =
                Arrays.stream(held.features()).mapToDouble(model::chance).toArray();
        assertThat(Calibration.of(chances, held.bought()).error()).isLessThan(0.02);
        double[] likely = new double[FEATURES];
        likely[0] = 1;
        likely[1] = 40;
        assertThat(model.chance(likely)).isCloseTo(Logistic.chance(0.8), within(0.06));
    }

    /** @param buyers the first so many of the people */
    private static BuyerWindow bought(int buyers, int people) {
        var features = new double[people][FEATURES];
        var bought = new double[people];
        Arrays.fill(bought, 0, buyers, 1);
        return new BuyerWindow(0, features, bought);
    }

    private static String note(BuyerWindow... windows) {
        BuyerTraining.Trained trained = BuyerTraining.train(List.of(windows));
        assertThat(trained.model()).isEmpty();
        return trained.notes().get(0);
    }

    @Test
    void whereNothingIsLearnedTheReasonIsTheRightOne() {
        BuyerWindow good = bought(70, 140);
        assertThat(note()).startsWith("The log is too short: it takes 120 days to tell");
        assertThat(note(good, good)).startsWith("The log is too short: it takes 120 days to tell");
        assertThat(note(good, bought(12, 140), good, good))
                .startsWith("Too few people bought in 1970-01-01 to 1970-01-30: 12, and it takes 50 to tell");
        assertThat(note(bought(138, 140), good, good))
                .startsWith(
                        "Nearly everybody bought in 1970-01-01 to 1970-01-30: all but 2, and it takes 50 who did not");
        BuyerTraining.Trained opening =
                BuyerTraining.train(List.of(window(1, 2_000), window(2, 2_000), window(3, 2_000), bought(3, 10)));
        assertThat(opening.model()).as("a shop's first weeks do not count").isPresent();
    }

    /** What really drives the people of a simulator, each of another form than the model's. */
    private enum Form {
        THRESHOLDS {
            @Override
            double chance(double[] x) {
                return Logistic.chance(-2.3 + (x[0] > 0.5 ? 2.2 : 0) - (x[1] > 0 ? 1 : 0));
            }
        },
        VALLEY {
            @Override
            double chance(double[] x) {
                return Logistic.chance(-2.5 + 1.2 * x[0] * x[0] - 0.6 * x[1]);
            }
        },
        SHARES {
            @Override
            double chance(double[] x) {
                return Math.max(0.01, Math.min(0.9, 0.12 + 0.1 * x[0] + (x[1] > 1 ? 0.25 : 0)));
            }
        },
        NOBODY_DIFFERS {
            @Override
            double chance(double[] x) {
                return 0.07;
            }
        };

        abstract double chance(double[] x);

        BuyerWindow window(Random random, int people, double[] chances) {
            var features = new double[people][FEATURES];
            var bought = new double[people];
            for (int i = 0; i < people; i++) {
                for (int f = 0; f < FEATURES; f++) {
                    features[i][f] = random.nextGaussian();
                }
                chances[i] = chance(features[i]);
                bought[i] = random.nextDouble() < chances[i] ? 1 : 0;
            }
            return new BuyerWindow(0, features, bought);
        }
    }

    /** Compared with the true chances, so that no luck of the held-out people is in it. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void inASmallShopChancesAreOffByLessThanTwoPointsWhateverTheFormOfTheTruth(Form form) {
        double sum = 0;
        int seeds = 5;
        for (int seed = 1; seed <= seeds; seed++) {
            var random = new Random(seed);
            List<BuyerWindow> windows = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                windows.add(form.window(random, 1_400, new double[1_400]));
            }
            var truth = new double[10_000];
            BuyerWindow held = form.window(random, truth.length, truth);
            BuyerModel model = new BuyerTraining(windows).learned();
            double[] chances =
                    Arrays.stream(held.features()).mapToDouble(model::chance).toArray();
            sum += Calibration.of(chances, truth).error();
        }
        assertThat(sum / seeds).as("mean over seeds 1 to " + seeds).isLessThan(0.02);
    }

    @Test
    void aLargerSumNeverMakesASmallerChance() {
        for (int seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            int people = 5 + random.nextInt(500);
            double[] sums = random.doubles(people, -4, 4).toArray();
            double[] happened = random.doubles(people).map(d -> d < 0.3 ? 1 : 0).toArray();
            BuyerScale scale = BuyerScale.of(sums, happened);
            double slope = scale.line()[0];
            double last = slope < 0 ? 1 : 0;
            for (double z = -8; z <= 8; z += 0.05) {
                double chance = scale.chance(z);
                assertThat(chance).as("seed " + seed + " at " + z).isBetween(0.0, 1.0);
                assertThat(slope < 0 ? last - chance : chance - last)
                        .as("seed " + seed + " at " + z)
                        .isGreaterThan(-1e-9);
                last = chance;
            }
        }
    }

    @Test
    void aLineSetsRightWhatIsTooSureOfItself() {
        var random = new Random(5);
        double[] truth = random.doubles(20_000, -3, 3).toArray();
        double[] happened = Arrays.stream(truth)
                .map(t -> random.nextDouble() < Logistic.chance(t) ? 1 : 0)
                .toArray();
        double[] tooSure = Arrays.stream(truth).map(t -> 2 * t + 1).toArray();
        double[] line = Logistic.line(tooSure, happened);
        assertThat(line[0]).isCloseTo(0.5, within(0.03));
        assertThat(line[1]).isCloseTo(-0.5, within(0.06));
    }

    @Test
    void withoutASinglePurchaseTheLineStillHasAnAnswer() {
        double[] line = Logistic.line(new double[] {-1, -2, -3}, new double[3]);
        assertThat(line[0]).isFinite();
        assertThat(line[1]).isFinite().isNegative();
    }
}
