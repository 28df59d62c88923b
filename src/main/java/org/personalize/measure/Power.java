package org.personalize.measure;

import java.util.OptionalDouble;

/**
 * What a comparison of two shares can see: the smallest difference that it would find 80 times in 100, judged two-sided at
 * 5 %.
 */
public final class Power {

    /** Standard errors that a normal variable exceeds, to either side, five times in a hundred. */
    private static final double TWO_SIDED = 1.959964;

    /** Standard errors that a normal variable stays below eighty times in a hundred. */
    private static final double EIGHTY = 0.841621;

    private static final int HALVINGS = 60;

    private Power() {}

    /**
     * By how much the share among the treated must exceed that of the others to be seen.
     *
     * @param rate the share among the others, from 0 to 1
     * @return empty where not even all of the treated would be enough
     */
    public static OptionalDouble smallest(double rate, long treated, long others) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("expected a share, found " + rate);
        }
        double high = 1 - rate;
        if (treated < 1 || others < 1 || !isSeen(rate, high, treated, others)) {
            return OptionalDouble.empty();
        }
        double low = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (isSeen(rate, middle, treated, others)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    private static boolean isSeen(double rate, double difference, long treated, long others) {
        double other = rate + difference;
        double mean = (rate * others + other * treated) / (treated + others);
        double ifNone = TWO_SIDED * Math.sqrt(mean * (1 - mean) * (1.0 / treated + 1.0 / others));
        double ifSo = EIGHTY * Math.sqrt(rate * (1 - rate) / others + other * (1 - other) / treated);
        return difference > 0 && difference >= ifNone + ifSo;
    }
}
