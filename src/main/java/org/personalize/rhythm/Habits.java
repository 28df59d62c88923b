package org.personalize.rhythm;

/**
 * How far what people did is trusted.
 *
 * @param kappa how narrowly a visit speaks for its own hour
 * @param alpha how many visits the hours of others weigh against a person's own
 * @param halfLifeDays how soon a visit is forgotten, or {@link Fading#NEVER}
 */
record Habits(double kappa, double alpha, double halfLifeDays) {

    static final Habits USUAL = new Habits(8, 6, 90);

    String words() {
        return "%s h around each action, %s actions weigh as much as everybody's, %s"
                .formatted(
                        number(Kernel.hours(kappa)),
                        number(alpha),
                        halfLifeDays == Fading.NEVER ? "nothing fades" : "half-life " + number(halfLifeDays) + " d");
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
