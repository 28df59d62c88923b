package org.personalize.measure;

/**
 * A mean of what was measured, with the interval that holds the true one 95 times in 100.
 *
 * @param number how many observations it is the mean of
 */
public record Interval(double mean, double low, double high, long number) {

    /** Standard errors to either side of a mean that cover 95 % of a normal distribution. */
    private static final double WIDTH = 1.96;

    public Interval {
        if (!(low <= mean && mean <= high) || number < 0) {
            throw new IllegalArgumentException(low + " ≤ " + mean + " ≤ " + high + " of " + number);
        }
    }

    /** The mean of these, ± 1.96 standard errors; nothing measured is 0 of 0. */
    public static Interval of(double[] values) {
        int n = values.length;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = n == 0 ? 0 : sum / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = n < 2 ? 0 : WIDTH * StrictMath.sqrt(squares / (n - 1) / n);
        return new Interval(mean, mean - error, mean + error, n);
    }

    /** The mean difference of two measurements on the same people, in the same order. */
    public static Interval ofDifference(double[] values, double[] others) {
        if (values.length != others.length) {
            throw new IllegalArgumentException("expected pairs, found " + values.length + " and " + others.length);
        }
        var differences = new double[values.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - others[i];
        }
        return of(differences);
    }

    /** Whether anything says how far the true mean may be from this one; of nothing measured nothing does. */
    public boolean hasRange() {
        return number > 0;
    }

    /** Whether all of it lies above zero: better by more than chance explains. */
    public boolean isAboveZero() {
        return low > 0;
    }
}
