package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.measure.BestArm.Gain;

class BestArmTest {

    private static final long SEED = 17;

    private static Arm arm(int decisions, int happened, double chance) {
        var arm = new Arm();
        for (int i = 0; i < decisions; i++) {
            arm.add(chance, i < happened ? 1 : 0);
        }
        return arm;
    }

    private static BestArm judged(Arm... arms) {
        return BestArm.of(List.of(arms), Gain.SHARE, Prior.WEAK, SEED);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void theChanceToBeBestIsWhatTwoNormalDistributionsSay() {
        // 30 and 45 of 1,000: the difference is 0.015 with a standard error of 0.00850, so that it is above 0 in 96.1
        // %.
        BestArm best = judged(arm(1_000, 30, 0.5), arm(1_000, 45, 0.5));
        assertThat(best.chances().get(1)).isCloseTo(0.961, within(0.012));
        assertThat(sum(best.chances())).isCloseTo(1, within(1e-9));
        assertThat(best.shares().get(1)).isCloseTo(0.05 + 0.9 * best.chances().get(1), within(0.0051));
    }

    @Test
    void theSameArmsAndSeedGiveTheSame() {
        assertThat(judged(arm(100, 3, 0.5), arm(100, 5, 0.5))).isEqualTo(judged(arm(100, 3, 0.5), arm(100, 5, 0.5)));
    }

    @Test
    void nobodyIsEverGivenUp() {
        BestArm best = judged(arm(5_000, 10, 0.5), arm(5_000, 900, 0.5), arm(5_000, 20, 0.5));
        assertThat(best.shares()).containsExactly(0.05, 0.9, 0.05);
    }

    @Test
    void asManyArmsAsTheFloorAllowsAreSharedOutEvenly() {
        List<Arm> arms = new ArrayList<>(Collections.nCopies(19, arm(50, 1, 0.05)));
        arms.add(arm(5_000, 900, 0.05));
        assertThat(BestArm.of(arms, Gain.SHARE, Prior.WEAK, SEED).shares()).containsOnly(0.05);
    }

    @Test
    void sharesAreWholeHundredthsThatSumToOne() {
        for (int arms = 1; arms <= 20; arms++) {
            List<Arm> some = IntStream.range(0, arms)
                    .mapToObj(i -> arm(40 + i, i % 4, 0.3))
                    .toList();
            List<Double> shares = BestArm.of(some, Gain.SHARE, Prior.WEAK, SEED).shares();
            assertThat(sum(shares)).isCloseTo(1, within(1e-9));
            assertThat(shares).allSatisfy(share -> {
                assertThat(share).isGreaterThanOrEqualTo(BestArm.FLOOR);
                assertThat(share * 100).isCloseTo(Math.rint(share * 100), within(1e-9));
            });
        }
    }

    @Test
    void oneArmGetsEverything() {
        assertThat(judged(arm(10, 1, 1)).shares()).containsExactly(1.0);
    }

    @Test
    void whereNothingWasEverEarnedNoArmIsTheBest() {
        BestArm best = BestArm.of(List.of(arm(500, 0, 0.5), arm(500, 0, 0.5)), Gain.AMOUNT, Prior.WEAK, SEED);
        assertThat(best.chances().get(0)).isCloseTo(0.5, within(1e-9));
        assertThat(best.shares()).containsExactly(0.5, 0.5);
        assertThat(judged(arm(500, 0, 0.5), arm(500, 0, 0.5)).shares().get(0)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void allMailsInOneArmLeaveTheOtherOpen() {
        BestArm best = judged(arm(400, 8, 0.5), new Arm());
        assertThat(best.shares().get(1)).isBetween(0.3, 0.95);
    }

    @Test
    void amountsAreComparedByTheirMeans() {
        var random = new Random(4);
        var low = new Arm();
        var high = new Arm();
        for (int i = 0; i < 2_000; i++) {
            low.add(0.5, random.nextDouble() < 0.05 ? 40 * random.nextDouble() : 0);
            high.add(0.5, random.nextDouble() < 0.05 ? 90 * random.nextDouble() : 0);
        }
        BestArm best = BestArm.of(List.of(low, high), Gain.AMOUNT, Prior.WEAK, SEED);
        assertThat(best.chances().get(1)).isGreaterThan(0.99);
    }

    @Test
    void anArmThatWasChosenOftenerInGoodTimesGainsNothingByThat() {
        // Both arms are alike: one in a hundred early, one in ten late, when the first was drawn for nine in ten.
        var often = new Arm();
        var seldom = new Arm();
        IntStream.range(0, 1_000).forEach(i -> often.add(0.5, i < 10 ? 1 : 0));
        IntStream.range(0, 1_000).forEach(i -> seldom.add(0.5, i < 10 ? 1 : 0));
        IntStream.range(0, 1_800).forEach(i -> often.add(0.9, i < 180 ? 1 : 0));
        IntStream.range(0, 200).forEach(i -> seldom.add(0.1, i < 20 ? 1 : 0));
        assertThat(often.mean()).isCloseTo(seldom.mean(), within(1e-9));
        assertThat(judged(often, seldom).chances().get(0)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void manyDecisionsOfDifferentChancesSayLess() {
        var arm = new Arm();
        IntStream.range(0, 100).forEach(i -> arm.add(0.5, 1));
        assertThat(arm.effective()).isCloseTo(100, within(1e-9));
        IntStream.range(0, 100).forEach(i -> arm.add(0.05, 1));
        assertThat(arm.effective()).isBetween(100.0, 130.0);
        assertThat(arm.number()).isEqualTo(200);
    }

    @Test
    void anImpossibleChanceIsRefused() {
        assertThatThrownBy(() -> new Arm().add(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Arm().add(1.5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Arm().add(0.5, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePriorIsWhatTheCampaignsOfThePastWereDrawnFrom() {
        // Rates from a beta distribution with shapes 8 and 192: a mean of 0.04, worth 200 decisions.
        var random = new Random(11);
        var chance = new Chance(12);
        List<Arm> past = new ArrayList<>();
        for (int campaign = 0; campaign < 400; campaign++) {
            double rate = chance.beta(8, 192);
            var arm = new Arm();
            for (int i = 0; i < 600; i++) {
                arm.add(1, random.nextDouble() < rate ? 1 : 0);
            }
            past.add(arm);
        }
        Prior prior = Prior.of(past);
        assertThat(prior.mean()).isCloseTo(0.04, within(0.002));
        assertThat(prior.worth()).isBetween(140.0, 280.0);
        assertThat(prior.fittedOn()).isEqualTo(400);
    }

    @Test
    void aPastOfFewOrSmallOrFruitlessCampaignsSaysLittle() {
        assertThat(Prior.of(List.of())).isEqualTo(Prior.WEAK);
        assertThat(Prior.of(List.of(arm(500, 9, 1), arm(500, 12, 1)))).isEqualTo(Prior.WEAK);
        assertThat(Prior.of(Collections.nCopies(9, arm(10, 1, 1)))).isEqualTo(Prior.WEAK);
        assertThat(Prior.of(Collections.nCopies(9, arm(900, 0, 1)))).isEqualTo(Prior.WEAK);
        assertThat(Prior.of(Collections.nCopies(9, arm(900, 20, 1))).worth()).isEqualTo(1_000);
    }

    @Test
    void betaNumbersHaveTheirMeanAndVarianceAlsoWithSmallShapes() {
        for (double[] shapes : new double[][] {{0.1, 0.3}, {1, 19}, {40, 900}}) {
            var chance = new Chance(5);
            double[] drawn = IntStream.range(0, 40_000)
                    .mapToDouble(i -> chance.beta(shapes[0], shapes[1]))
                    .toArray();
            double all = shapes[0] + shapes[1];
            double mean = shapes[0] / all;
            Interval found = Interval.of(drawn);
            double error = Math.sqrt(mean * (1 - mean) / (all + 1) / drawn.length);
            assertThat(found.mean()).isCloseTo(mean, within(4 * error));
            assertThat((found.high() - found.mean()) / 1.96).isCloseTo(error, within(0.05 * error));
        }
    }
}
