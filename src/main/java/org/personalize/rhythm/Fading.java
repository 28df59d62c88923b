package org.personalize.rhythm;

/**
 * How much of an observation is left after some time.
 *
 * @param latest the second from which ages are counted; what is later is as fresh
 * @param halfLifeDays after how many days half of it is left; {@link #NEVER} keeps all of it
 */
record Fading(long latest, double halfLifeDays) {

    static final double NEVER = 0;

    private static final double DAY_SECONDS = 86_400;

    Fading {
        if (!(halfLifeDays >= 0)) {
            throw new IllegalArgumentException("expected a number of days, found " + halfLifeDays);
        }
    }

    double at(long second) {
        return halfLifeDays == NEVER
                ? 1
                : StrictMath.pow(0.5, Math.max(0, latest - second) / (halfLifeDays * DAY_SECONDS));
    }
}
