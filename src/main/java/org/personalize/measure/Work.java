package org.personalize.measure;

/**
 * How much may be computed, counted in multiplications before anything starts. A budget of seconds becomes a fixed list
 * of work this way, and the same list gives the same model on a slow and on a fast machine.
 */
public record Work(double operations) {

    /** What two ordinary cores do in a second with plain loops; a promise about work, not about clocks. */
    private static final double PER_SECOND = 1e9;

    public Work {
        if (!(operations > 0)) {
            throw new IllegalArgumentException("expected some work, found " + operations);
        }
    }

    public static Work ofSeconds(double seconds) {
        return new Work(seconds * PER_SECOND);
    }

    public Work share(double part) {
        return new Work(operations * part);
    }
}
