package org.personalize.measure;

/**
 * How wide an interval must be that is looked at again and again while figures come in: wide enough to hold the truth at
 * all looks together, 95 times in 100. It is the boundary of a normal mixture (Robbins), which grows so slowly that looking
 * never pays.
 */
public final class Looks {

    private static final double MISSED = 0.05;

    /** The number of outcomes for which the boundary is tightest is about five times this. */
    private static final double TUNED_FOR = 10;

    private Looks() {}

    /**
     * @param information how much is known so far, as {@link ShareContrast#information} counts it
     * @return to how many standard errors the interval must reach
     */
    public static double width(double information) {
        double known = information / TUNED_FOR;
        return known <= 0
                ? Double.MAX_VALUE
                : Math.sqrt((1 + 1 / known) * StrictMath.log((1 + known) / (MISSED * MISSED)));
    }
}
