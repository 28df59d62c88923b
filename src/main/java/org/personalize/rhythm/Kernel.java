package org.personalize.rhythm;

/**
 * A von Mises bell around the clock: what happened at nine says something about eight and ten too, and the hour after 23
 * is 0. Its values sum to 1 and are highest at distance 0.
 */
final class Kernel {

    static final int HOURS = 24;

    /** Twice around the clock, so that a distance below 0 needs no remainder. */
    private final double[] byDistance = new double[2 * HOURS];

    /**
     * @param concentration larger is narrower; its standard deviation is about 3.8 hours over the root of this
     */
    Kernel(double concentration) {
        double sum = 0;
        for (int d = 0; d < HOURS; d++) {
            byDistance[d] = StrictMath.exp(concentration * (StrictMath.cos(2 * Math.PI * d / HOURS) - 1));
            sum += byDistance[d];
        }
        for (int d = 0; d < HOURS; d++) {
            byDistance[d] /= sum;
            byDistance[d + HOURS] = byDistance[d];
        }
    }

    /** How far from its hour a visit speaks for others, in hours: the standard deviation, to a tenth. */
    static double hours(double concentration) {
        return StrictMath.rint(10 * HOURS / (2 * Math.PI) / StrictMath.sqrt(concentration)) / 10;
    }

    double at(int distance) {
        return byDistance[Math.floorMod(distance, HOURS)];
    }

    /** Each hour's weight, spread over the clock; the sum stays the same. */
    double[] spread(double[] weights) {
        var spread = new double[HOURS];
        for (int from = 0; from < HOURS; from++) {
            if (weights[from] != 0) {
                for (int to = 0; to < HOURS; to++) {
                    spread[to] += weights[from] * byDistance[HOURS + to - from];
                }
            }
        }
        return spread;
    }
}
