package org.personalize.rhythm;

/**
 * What an hour is worth to send at: a mail is seen in the hour in which it arrives or in one of the next, in falling
 * shares.
 */
final class HourValues {

    /** Where nobody knows how mail ages: most of it is seen at once, or not long after. */
    static final double[] SOON = {0.6, 0.3, 0.1};

    /** Standard errors to either side that cover 90 % of a normal distribution. */
    private static final double WIDTH = 1.645;

    private HourValues() {}

    /** The chance mass of the hours soon after each. */
    static double[] of(double[] chances, double[] seenAfter) {
        var values = new double[Kernel.HOURS];
        for (int h = 0; h < Kernel.HOURS; h++) {
            for (int age = 0; age < seenAfter.length; age++) {
                values[h] += seenAfter[age] * chances[(h + age) % Kernel.HOURS];
            }
        }
        return values;
    }

    /**
     * How far the logarithm of what one hour is worth beside another may be off to either side, were the chances known from
     * so many observations; 90 % of the time it is not further.
     */
    static double width(double[] chances, double[] seenAfter, int best, int other, double observations) {
        double[] values = of(chances, seenAfter);
        double variance = 0;
        for (int h = 0; h < Kernel.HOURS; h++) {
            double slope = slope(seenAfter, h, best, values[best]) - slope(seenAfter, h, other, values[other]);
            variance += chances[h] * slope * slope;
        }
        return best == other ? 0 : WIDTH * StrictMath.sqrt(variance / (observations + 1));
    }

    /** By how much the logarithm of an hour's worth grows with the chance at another hour. */
    private static double slope(double[] seenAfter, int at, int hour, double value) {
        int age = Math.floorMod(at - hour, Kernel.HOURS);
        return age < seenAfter.length && value > 0 ? seenAfter[age] / value : 0;
    }
}
