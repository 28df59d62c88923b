package org.personalize.rhythm;

/**
 * What somebody did, drawn towards what others like them do:
 *
 * <pre>p = (Σ kernel + α · base) / (n + α)</pre>
 *
 * so that somebody nothing is known about gets the hours of others, and enough of their own visits outweigh them. No base
 * is more pointed than the kernel, which is why one more visit at an hour never makes that hour less likely.
 */
final class OwnHours {

    private OwnHours() {}

    /**
     * @param spread the person's own weights, spread by the kernel
     * @param n their sum
     */
    static double[] drawn(double[] spread, double n, double[] base, double alpha) {
        if (n == 0) {
            return base.clone();
        }
        var drawn = new double[Kernel.HOURS];
        for (int h = 0; h < Kernel.HOURS; h++) {
            drawn[h] = (spread[h] + alpha * base[h]) / (n + alpha);
        }
        return drawn;
    }

    /** The same hours, blunted just so far that none of them is likelier than the kernel's own middle. */
    static double[] blunted(double[] hours, Kernel kernel) {
        double most = hours[Clock.best(hours)];
        double limit = kernel.at(0);
        if (most <= limit) {
            return hours;
        }
        double[] spread = kernel.spread(hours);
        double part = 0;
        for (int h = 0; h < Kernel.HOURS; h++) {
            if (hours[h] > limit && hours[h] > spread[h]) {
                part = Math.max(part, (hours[h] - limit) / (hours[h] - spread[h]));
            }
        }
        var blunted = new double[Kernel.HOURS];
        for (int h = 0; h < Kernel.HOURS; h++) {
            blunted[h] = (1 - part) * hours[h] + part * spread[h];
        }
        return blunted;
    }
}
