package org.personalize.rhythm;

import java.util.Arrays;

/** Sums and shares over the hours of a day. */
final class Clock {

    private Clock() {}

    static double[] even() {
        var even = new double[Kernel.HOURS];
        Arrays.fill(even, 1.0 / Kernel.HOURS);
        return even;
    }

    static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** The sum of the products, hour by hour. */
    static double product(double[] weights, double[] others) {
        double sum = 0;
        for (int h = 0; h < weights.length; h++) {
            sum += weights[h] * others[h];
        }
        return sum;
    }

    static void add(double[] sums, double[] weights) {
        for (int h = 0; h < sums.length; h++) {
            sums[h] += weights[h];
        }
    }

    /** The same proportions, summing to one. */
    static double[] shares(double[] weights) {
        double sum = sum(weights);
        var shares = new double[weights.length];
        for (int h = 0; h < shares.length; h++) {
            shares[h] = weights[h] / sum;
        }
        return shares;
    }

    /** The hour of the highest value, the earliest of equals. */
    static int best(double[] values) {
        int best = 0;
        for (int h = 1; h < values.length; h++) {
            best = values[h] > values[best] ? h : best;
        }
        return best;
    }

    /** How far the two are apart where they are furthest. */
    static double furthest(double[] one, double[] other) {
        double furthest = 0;
        for (int i = 0; i < one.length; i++) {
            furthest = Math.max(furthest, Math.abs(one[i] - other[i]));
        }
        return furthest;
    }
}
