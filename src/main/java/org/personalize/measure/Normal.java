package org.personalize.measure;

/** The tails of a standard normal variable, exact enough for chances of one in a trillion. */
public final class Normal {

    private static final double SERIES_ENDS = 2.5;
    private static final int MOST_TERMS = 200;
    private static final int HALVINGS = 80;
    private static final double WIDEST = 40;

    private Normal() {}

    /** The chance that it is at least so many standard errors away from its mean, to either side. */
    public static double beyond(double errors) {
        double x = Math.abs(errors) / Math.sqrt(2);
        if (x == 0) {
            return 1;
        }
        return x < SERIES_ENDS ? 1 - series(x) : fraction(x);
    }

    /** The error function by its series: 2/√π · e^(−x²) · Σ (2x²)ⁿ x / (1·3·5…). */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < MOST_TERMS && term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / StrictMath.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }

    /** Its complement by a continued fraction, from the inside out. */
    private static double fraction(double x) {
        double tail = x;
        for (int n = MOST_TERMS; n > 0; n--) {
            tail = x + n / 2.0 / tail;
        }
        return StrictMath.exp(-x * x) / StrictMath.sqrt(Math.PI) / tail;
    }

    /** The other way round: how many standard errors are exceeded, to either side, with this chance. */
    public static double width(double chance) {
        if (!(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException("a chance of " + chance);
        }
        double low = 0;
        double high = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (beyond(middle) > chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
