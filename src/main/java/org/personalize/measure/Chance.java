package org.personalize.measure;

/**
 * Random numbers that follow from a seed alone, on any machine: splitmix64, and what can be made of it. Not for use by
 * several threads at once.
 */
final class Chance {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long FIRST_MIX = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MIX = 0x94D049BB133111EBL;
    private static final int KEPT_BITS = 53;

    private long state;

    Chance(long seed) {
        state = seed;
    }

    /** Above 0 and below 1. */
    double uniform() {
        state += STEP;
        long mixed = (state ^ (state >>> 30)) * FIRST_MIX;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND_MIX;
        mixed ^= mixed >>> 31;
        return ((mixed >>> (Long.SIZE - KEPT_BITS)) + 0.5) * 0x1.0p-53;
    }

    /** Standard normal, after Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /** From the beta distribution with these two shapes, both above 0. */
    double beta(double one, double other) {
        double first = logGamma(one);
        double second = logGamma(other);
        // The ratio of two gammas, in logarithms: small shapes give numbers too small for a double.
        return 1 / (1 + StrictMath.exp(second - first));
    }

    /** The logarithm of a number from the gamma distribution of this shape, after Marsaglia and Tsang. */
    private double logGamma(double shape) {
        if (shape < 1) {
            return logGamma(shape + 1) + StrictMath.log(uniform()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double root = 1 + c * x;
            double cube = root * root * root;
            boolean isTaken =
                    root > 0 && StrictMath.log(uniform()) < x * x / 2 + d - d * cube + d * StrictMath.log(cube);
            if (isTaken) {
                return StrictMath.log(d * cube);
            }
        }
    }
}
