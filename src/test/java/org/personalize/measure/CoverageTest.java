package org.personalize.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether intervals hold the truth as often as they say, in campaigns with and without an effect. */
class CoverageTest {

    private static final long SEED = 20_260_302;
    private static final int MANY = 10_000;

    /** How far the share of so many campaigns may be off by chance. */
    private static final double SLACK = 0.003;

    private final Campaigns campaigns = new Campaigns(SEED);

    @Tag("soak")
    @ParameterizedTest(name = "{0} people, {1} kept back, {2} buy, {3} times as many with mail")
    @CsvSource({
        "10000,  0.05, 0.02, 1.0",
        "10000,  0.05, 0.04, 1.3",
        "10000,  0.10, 0.01, 1.3",
        "50000,  0.05, 0.01, 1.0",
        "50000,  0.05, 0.01, 1.3",
        "50000,  0.05, 0.04, 1.0",
        "50000,  0.50, 0.02, 1.2",
        "200000, 0.05, 0.02, 1.1",
        "2000,   0.50, 0.04, 1.5",
    })
    void theIntervalOfADifferenceAndOfARatioHoldsTheTruth95TimesIn100(
            int people, double keptBack, double rate, double lift) {
        int held = 0;
        int heldRatios = 0;
        int ratios = 0;
        for (int campaign = 0; campaign < MANY; campaign++) {
            ShareContrast contrast = contrast(people, keptBack, rate, rate * lift);
            held += holds(contrast.difference(), rate * (lift - 1)) ? 1 : 0;
            Optional<Interval> ratio = contrast.ratio();
            ratios += ratio.isPresent() ? 1 : 0;
            heldRatios += ratio.isPresent() && holds(ratio.get(), lift) ? 1 : 0;
        }

        assertThat((double) held / MANY).as("seed " + SEED).isBetween(0.94, 0.96);
        assertThat((double) heldRatios / ratios).as("seed " + SEED).isBetween(0.94, 0.96 + SLACK);
    }

    @Test
    void ofAThousandCampaignsAboutNineHundredAndFiftyAreRight() {
        int held = 0;
        for (int campaign = 0; campaign < 1_000; campaign++) {
            held += holds(contrast(20_000, 0.05, 0.02, 0.025).difference(), 0.005) ? 1 : 0;
        }

        assertThat(held).as("seed " + SEED).isBetween(930, 970);
    }

    @Tag("soak")
    @ParameterizedTest(name = "{0} people, {1} kept back, {2} buy, baskets spread by {3}")
    @CsvSource({
        "10000, 0.05, 0.02, 0.6",
        "20000, 0.05, 0.03, 0.8",
        "20000, 0.10, 0.02, 0.8",
        "50000, 0.05, 0.02, 1.0",
        "20000, 0.50, 0.01, 0.8",
    })
    void theIntervalOfMoreRevenueHoldsTheTruth95TimesIn100(int people, double keptBack, double rate, double spread) {
        int held = 0;
        int others = (int) (people * keptBack);
        for (int campaign = 0; campaign < MANY; campaign++) {
            Spending with = campaigns.spending(people - others, 1.2 * rate, spread);
            Spending without = campaigns.spending(others, rate, spread);
            double truth = 0.2 * rate * Campaigns.meanBasket(spread);
            held += with.less(without).filter(more -> holds(more, truth)).isPresent() ? 1 : 0;
        }

        assertThat((double) held / MANY).as("seed " + SEED).isBetween(0.935, 0.965);
    }

    @Test
    void whoeverLooksEveryDayIsMisledInFewerThanFiveOfAHundredCampaigns() {
        assertThat(misledByLooking(500, 20_000, 0.05, 0.02)).isLessThan(0.05);
    }

    @Tag("soak")
    @ParameterizedTest(name = "{0} people, {1} kept back, {2} buy")
    @CsvSource({"20000, 0.05, 0.02", "20000, 0.5, 0.04", "100000, 0.1, 0.02", "4000, 0.05, 0.01"})
    void lookingEveryDayForAMonthNeverPays(int people, double keptBack, double rate) {
        assertThat(misledByLooking(MANY, people, keptBack, rate)).isLessThan(0.05);
    }

    /** Buyers come in from day to day, and at each look the interval must hold what is true by then: no difference. */
    private double misledByLooking(int looks, int people, double keptBack, double rate) {
        int misled = 0;
        int others = (int) (people * keptBack);
        for (int campaign = 0; campaign < looks; campaign++) {
            int with = 0;
            int without = 0;
            boolean isMisled = false;
            for (int day = 1; day <= 30 && !isMisled; day++) {
                with += campaigns.happened(people - others, rate / 30);
                without += campaigns.happened(others, rate / 30);
                var contrast = new ShareContrast(with, people - others, without, others);
                Interval interval = contrast.difference(Looks.width(contrast.information()));
                isMisled = !holds(interval, 0);
            }
            misled += isMisled ? 1 : 0;
        }
        return (double) misled / looks;
    }

    private ShareContrast contrast(int people, double keptBack, double rate, double withMail) {
        int others = (int) (people * keptBack);
        int treated = people - others;
        return new ShareContrast(
                campaigns.happened(treated, withMail), treated, campaigns.happened(others, rate), others);
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }
}
