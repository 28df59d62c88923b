package org.personalize.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
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
        BuyerModel model = BuyerFit.of(List.of(window(1, 20_000)), window(2, 20_000));
        BuyerWindow held = window(3, 20_000);
        double[] chances =
                Arrays.stream(held.features()).mapToDouble(model::chance).toArray();
        assertThat(Calibration.of(chances, held.bought()).error()).isLessThan(0.02);
        double[] likely = new double[FEATURES];
        likely[0] = 1;
        likely[1] = 40;
        assertThat(model.chance(likely)).isCloseTo(Logistic.chance(0.8), within(0.06));
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
