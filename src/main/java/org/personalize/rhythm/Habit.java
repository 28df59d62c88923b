package org.personalize.rhythm;

/**
 * One way of weighing what somebody did against what people like them do.
 *
 * @param kappa how narrowly a visit speaks for its own hour
 * @param alpha how many visits the hours of others weigh against a person's own
 * @param halfLifeDays how soon a visit is forgotten, or {@link Fading#NEVER}
 */
record Habit(double kappa, double alpha, double halfLifeDays) {

    static final Habit USUAL = new Habit(8, 6, 90);

    /**
     * The chance of an hour.
     *
     * @param spread the person's own visits at it, spread by the kernel
     * @param n all their visits
     * @param base the chance of the hour for people like them
     */
    double chance(double spread, double n, double base) {
        return n == 0 ? base : (spread + alpha * base) / (n + alpha);
    }
}
