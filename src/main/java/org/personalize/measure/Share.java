package org.personalize.measure;

/**
 * How many of so many, with the interval that holds the true share 95 times in 100.
 *
 * @param count of how many it is true
 * @param of of how many it could be
 */
public record Share(long count, long of, double low, double high) {

    /** Standard errors of a normal variable that are exceeded, to either side, five times in a hundred. */
    static final double WIDTH = 1.959964;

    public Share {
        boolean isInOrder = 0 <= low && low <= high && high <= 1;
        if (count < 0 || count > of || !isInOrder) {
            throw new IllegalArgumentException(count + " of " + of + ", " + low + " to " + high);
        }
    }

    /** Every one of them by chance and for itself; of nobody, the share may be anything. */
    public static Share of(long count, long of) {
        return of(count, of, (double) of, WIDTH);
    }

    /**
     * By Wilson's interval, which stays within 0 and 1 and is of use for rare things too.
     *
     * @param worth how many independent observations those are worth; fewer where people were counted more than once
     * @param width to how many standard errors
     */
    public static Share of(long count, long of, double worth, double width) {
        if (of == 0) {
            return new Share(count, of, 0, 1);
        }
        double share = (double) count / of;
        double n = Math.max(worth, 1);
        double squared = width * width;
        double middle = (share + squared / (2 * n)) / (1 + squared / n);
        double reach = width / (1 + squared / n) * Math.sqrt(share * (1 - share) / n + squared / (4 * n * n));
        // Where nobody or everybody did it, rounding must not leave the share outside.
        double low = Math.min(share, Math.max(0, middle - reach));
        double high = Math.max(share, Math.min(1, middle + reach));
        return new Share(count, of, low, high);
    }

    /** Between 0 and 1; 0 of nobody. */
    public double mean() {
        return of == 0 ? 0 : (double) count / of;
    }
}
