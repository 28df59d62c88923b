package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareContrastTest {

    /** Two of the examples by which Newcombe (1998) compares eleven methods, with his figures for this one. */
    @Test
    void theIntervalIsTheOneOfTheLiterature() {
        Interval large = new ShareContrast(56, 70, 48, 80).difference();
        Interval small = new ShareContrast(9, 10, 3, 10).difference();

        assertThat(large.low()).isCloseTo(0.0528, within(0.00005));
        assertThat(large.high()).isCloseTo(0.3382, within(0.00005));
        assertThat(small.low()).isCloseTo(0.1700, within(0.00005));
        assertThat(small.high()).isCloseTo(0.8406, within(0.00005));
    }

    @Test
    void whereNobodyDidAnythingTheDifferenceMayStillBeSomething() {
        Interval nothing = new ShareContrast(0, 500, 0, 20).difference();

        assertThat(nothing.mean()).isZero();
        assertThat(nothing.low()).isBetween(-0.2, -0.1);
        assertThat(nothing.high()).isBetween(0.005, 0.02);
        assertThat(new ShareContrast(0, 500, 0, 20).ratio()).isEmpty();
    }

    @Test
    void turnedRoundItIsTheSameWithTheOtherSign() {
        Interval one = new ShareContrast(31, 900, 4, 60).difference();
        Interval other = new ShareContrast(4, 60, 31, 900).difference();

        assertThat(other.low()).isCloseTo(-one.high(), within(1e-9));
        assertThat(other.high()).isCloseTo(-one.low(), within(1e-9));
    }

    @Test
    void everyExtremeHasAnInterval() {
        for (int happened : new int[] {0, 1, 5, 10}) {
            for (int others : new int[] {0, 1, 5, 10}) {
                var contrast = new ShareContrast(happened, 10, others, 10);
                Interval difference = contrast.difference();
                assertThat(difference.low()).isBetween(-1.0, difference.mean());
                assertThat(difference.high()).isBetween(difference.mean(), 1.0);
                contrast.ratio().ifPresent(ratio -> assertThat(ratio.low()).isNotNegative());
            }
        }
    }

    @Test
    void aRatioSaysWhatTheDifferenceSays() {
        var sure = new ShareContrast(300, 9_500, 5, 500);
        var unsure = new ShareContrast(200, 9_500, 8, 500);

        assertThat(sure.difference().isAboveZero()).isTrue();
        assertThat(sure.ratio().orElseThrow().low()).isGreaterThan(1);
        assertThat(unsure.difference().isAboveZero()).isFalse();
        assertThat(unsure.ratio().orElseThrow().low()).isLessThan(1);
    }

    @Test
    void moreCannotHappenThanThereArePeople() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ShareContrast(11, 10, 0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new ShareContrast(0, 0, 0, 10));
    }

    @Test
    void theTailsOfTheNormalVariableAreThoseOfTheTables() {
        assertThat(Normal.beyond(1.959964)).isCloseTo(0.05, within(1e-7));
        assertThat(Normal.beyond(-3.290527)).isCloseTo(0.001, within(1e-9));
        assertThat(Normal.beyond(6)).isCloseTo(1.973175e-9, within(1e-14));
        assertThat(Normal.beyond(0)).isEqualTo(1);
        assertThat(Normal.width(0.05 / 3)).isCloseTo(2.393980, within(1e-5));
    }

    @Test
    void aSplitIsUnsoundOnlyWhereChanceHardlyMakesIt() {
        assertThat(new Split(9_480, 520, 0.05).isSound()).isTrue();
        assertThat(new Split(9_400, 600, 0.05).isSound()).isFalse();
        assertThat(new Split(0, 0, 0.05).chance()).isEqualTo(1);
        // 36² over 10,000 · 0.05 · 0.95, and the upper tail of χ² with one degree of freedom there.
        assertThat(new Split(9_464, 536, 0.05).chance()).isCloseTo(0.09860, within(0.0001));
    }

    @Test
    void whereNobodySpentAnythingThereIsNothingToCompare() {
        var nobody = new Spending(100, 0, 0);
        var somebody = new Spending(100, 50, 900);

        assertThat(nobody.less(nobody)).isEmpty();
        assertThat(somebody.less(nobody).orElseThrow().mean()).isEqualTo(0.5);
        assertThat(nobody.less(somebody).orElseThrow().mean()).isEqualTo(-0.5);
        assertThat(somebody.ratio(nobody)).isEmpty();
        assertThat(nobody.interval()).isEqualTo(new Interval(0, 0, 0, 0));
    }
}
