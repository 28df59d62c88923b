package org.personalize.rhythm;

import org.personalize.measure.Interval;

/**
 * All that a model says of one person's hours.
 *
 * @param own the person's own weighted observations per local hour
 * @param chances of the next reaction in each hour, if mail lay there equally at all hours
 * @param values what each hour is worth to send at
 * @param usualValues the same for the people around them
 * @param weight of how many observations the chances are worth
 * @param evidence how many observations move the hour, of what was done and of what was not
 * @param seenAfter how soon after its sending a mail is seen, hour by hour
 */
@SuppressWarnings("ArrayRecordComponent")
record PersonHours(
        double[] own,
        double[] chances,
        double[] around,
        double[] values,
        double[] usualValues,
        double weight,
        double evidence,
        double[] seenAfter) {

    /** A gain below this share is none. */
    private static final double LEAST_GAIN = 0.02;

    private static final int TOUCHING = 1;

    double observations() {
        return Clock.sum(own);
    }

    int bestHour() {
        return Clock.best(values);
    }

    int usualHour() {
        return Clock.best(usualValues);
    }

    /** Whether the best hour is enough of a gain over the usual one, after so much evidence. */
    boolean isPersonal(double leastEvidence) {
        double gain = values[bestHour()] / values[usualHour()] - 1;
        return evidence >= leastEvidence && bestHour() != usualHour() && gain >= LEAST_GAIN;
    }

    HourStory story(boolean isLearned, boolean isPersonal, boolean isOneHourAsGood, String days) {
        return new HourStory(
                isLearned,
                isPersonal,
                isOneHourAsGood,
                days,
                bestHour(),
                runnerUp(),
                usualHour(),
                observations(),
                gain(),
                own,
                chances,
                around,
                values,
                usualValues);
    }

    /** As the values say it, and as unsure as the chances behind them are. */
    private Interval gain() {
        double width = HourValues.width(chances, seenAfter, bestHour(), usualHour(), weight);
        double ratio = values[usualHour()] > 0 ? values[bestHour()] / values[usualHour()] : 1;
        return new Interval(
                ratio - 1, ratio * StrictMath.exp(-width) - 1, ratio * StrictMath.exp(width) - 1, (long) weight);
    }

    private int runnerUp() {
        int best = bestHour();
        int second = (best + Kernel.HOURS / 2) % Kernel.HOURS;
        for (int h = 0; h < Kernel.HOURS; h++) {
            int apart = Math.abs(h - best);
            boolean isApart = Math.min(apart, Kernel.HOURS - apart) > TOUCHING;
            second = isApart && values[h] > values[second] ? h : second;
        }
        return second;
    }
}
