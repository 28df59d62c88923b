package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.personalize.measure.BestArm.Gain;

/** Simulated campaigns that learn in six waves, each from what came of the waves before the last. */
class LearningWavesTest {

    private static final int CAMPAIGNS = 12;
    private static final int WAVES = 6;
    private static final int MAILS = 1_500;

    /** Mails by arm, over all campaigns. */
    private static double[] live(double[] rates, double[] ofWave, long seed) {
        var mails = new double[rates.length];
        for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
            var random = new Random(seed + campaign);
            List<Arm> closed = List.of(new Arm(), new Arm());
            for (int wave = 0; wave < WAVES; wave++) {
                BestArm best = BestArm.of(closed, Gain.SHARE, Prior.WEAK, campaign);
                double share = wave == 0 ? 0.5 : best.shares().get(0);
                assertThat(share).as("seed %d", seed).isBetween(BestArm.FLOOR, 1 - BestArm.FLOOR);
                for (int mail = 0; mail < MAILS; mail++) {
                    int arm = random.nextDouble() < share ? 0 : 1;
                    mails[arm]++;
                    boolean isClicked = random.nextDouble() < rates[arm] * ofWave[wave];
                    closed.get(arm).add(arm == 0 ? share : 1 - share, isClicked ? 1 : 0);
                }
            }
        }
        return mails;
    }

    private static double shareOfSecond(double[] mails) {
        return mails[1] / (mails[0] + mails[1]);
    }

    @Test
    void theBetterArmGetsMostMailsAndLittleIsLost() {
        double share = shareOfSecond(live(new double[] {0.02, 0.04}, new double[] {1, 1, 1, 1, 1, 1}, 100));
        // An even split gives the worse arm half of the mails; learning gives it a sixth of the first wave and little
        // later.
        assertThat(share).isBetween(0.8, 0.95);
    }

    @Test
    void aSmallDifferenceIsFollowedToo() {
        double share = shareOfSecond(live(new double[] {0.030, 0.036}, new double[] {1, 1, 1, 1, 1, 1}, 200));
        assertThat(share).isBetween(0.6, 0.85);
    }

    @Test
    void betweenEqualArmsNoneIsPreferredOnTheWhole() {
        double share = shareOfSecond(live(new double[] {0.03, 0.03}, new double[] {1, 1, 1, 1, 1, 1}, 300));
        assertThat(share).isBetween(0.4, 0.6);
    }

    @Test
    void theBetterArmIsFoundAlsoWhereEverybodyClicksMoreLater() {
        double share = shareOfSecond(live(new double[] {0.02, 0.03}, new double[] {0.3, 0.5, 1, 1.5, 2, 3}, 400));
        assertThat(share).isBetween(0.65, 0.95);
    }
}
