package org.personalize.measure;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Two shares beside each other, by the score method of Miettinen and Nurminen: what a difference or a ratio could be is
 * asked of the shares that fit it best, so that the intervals hold for rare things and for groups of very unequal size,
 * where the usual ± does not. Counts need not be whole: weighted people are worth what they are worth.
 *
 * @param happened among the treated
 * @param othersHappened among the others
 */
public record ShareContrast(double happened, double treated, double othersHappened, double others) {

    private static final int HALVINGS = 100;

    /** Ratios from e⁻²⁵ to e²⁵: more than the people of the Earth to one. */
    private static final double WIDEST_LOG = 25;

    public ShareContrast {
        boolean isCounted = 0 <= happened && happened <= treated && 0 <= othersHappened && othersHappened <= others;
        if (!isCounted || treated < 1 || others < 1) {
            throw new IllegalArgumentException(
                    happened + " of " + treated + " and " + othersHappened + " of " + others);
        }
    }

    public static ShareContrast of(Share treated, Share others) {
        return new ShareContrast(treated.count(), treated.of(), others.count(), others.of());
    }

    private double mean() {
        return happened / treated;
    }

    private double othersMean() {
        return othersHappened / others;
    }

    /** The treated less the others, with its 95 % interval. */
    public Interval difference() {
        return difference(Share.WIDTH);
    }

    /** @param width to how many standard errors the interval reaches */
    public Interval difference(double width) {
        double difference = mean() - othersMean();
        double low = root(d -> errors(d) - width, -1, difference);
        double high = root(d -> errors(d) + width, difference, 1);
        return new Interval(difference, Math.min(low, difference), Math.max(high, difference), number());
    }

    /** The treated by the others, with its 95 % interval, which may have no upper end; empty where the others have none. */
    public Optional<Interval> ratio() {
        if (othersHappened == 0) {
            return Optional.empty();
        }
        double ratio = mean() / othersMean();
        double low = happened == 0 ? 0 : StrictMath.exp(ratioRoot(Share.WIDTH));
        double high = StrictMath.exp(ratioRoot(-Share.WIDTH));
        return Optional.of(new Interval(ratio, Math.min(low, ratio), Math.max(high, ratio), number()));
    }

    /** The chance of a difference at least as large, were there none. */
    public double chance() {
        return Normal.beyond(errors(0));
    }

    /**
     * How many outcomes the difference rests on: those of both groups where they are of equal size, halved; little more than
     * those of the smaller one where they are not.
     */
    public double information() {
        double pooled = (happened + othersHappened) / (treated + others);
        return pooled / (1 / treated + 1 / others);
    }

    private long number() {
        return Math.round(treated + others);
    }

    private double ratioRoot(double errors) {
        double low = -WIDEST_LOG;
        double high = WIDEST_LOG;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (ratioErrors(StrictMath.exp(middle)) > errors) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return errors > 0 ? low : high;
    }

    /** Where a falling function crosses zero; the end where it does not. */
    private static double root(DoubleUnaryOperator falling, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** By how many standard errors what was found exceeds a supposed difference. */
    private double errors(double difference) {
        double other = fitting(difference);
        double one = other + difference;
        return errors(mean() - othersMean() - difference, one * (1 - one) / treated + other * (1 - other) / others);
    }

    private double ratioErrors(double ratio) {
        double n = treated + others;
        double a = n * ratio;
        double b = treated * ratio + happened + others + othersHappened * ratio;
        double sum = happened + othersHappened;
        double root = Math.sqrt(Math.max(0, b * b - 4 * a * sum));
        double other = Math.min(1, 2 * sum / (b + root));
        double one = Math.min(1, ratio * other);
        return errors(
                mean() - ratio * othersMean(),
                one * (1 - one) / treated + ratio * ratio * other * (1 - other) / others);
    }

    private double errors(double excess, double variance) {
        double n = treated + others;
        double error = Math.sqrt(Math.max(0, variance) * n / (n - 1));
        return error > 0 ? excess / error : Math.copySign(Double.MAX_VALUE, excess);
    }

    /** The others' most likely share if the treated's is larger by so much: the root of a cubic that lies in between. */
    private double fitting(double d) {
        double n = treated + others;
        double sum = happened + othersHappened;
        double third = ((treated + 2 * others) * d - n - sum) / (3 * n);
        double linear = ((others * d - n - 2 * othersHappened) * d + sum) / n;
        double constant = othersHappened * d * (1 - d) / n;
        double q = third * third * third - third * linear / 2 + constant / 2;
        double p = Math.copySign(Math.sqrt(Math.max(0, third * third - linear / 3)), q);
        double cosine = p == 0 ? 0 : Math.max(-1, Math.min(1, q / (p * p * p)));
        double angle = (Math.PI + StrictMath.acos(cosine)) / 3;
        double share = 2 * p * StrictMath.cos(angle) - third;
        return Math.max(Math.max(0, -d), Math.min(Math.min(1, 1 - d), share));
    }
}
