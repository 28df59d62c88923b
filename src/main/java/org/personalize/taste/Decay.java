package org.personalize.taste;

/** How much of a want is left after some time, from a table by the hour, so that ten million are weighed in no time. */
final class Decay {

    static final int DAY_MINUTES = 1_440;

    private static final int HOUR_MINUTES = 60;

    /** After this many half-lives nothing is left. */
    private static final int MOST_HALF_LIVES = 24;

    private final double[] byHour;

    Decay(double halfLifeDays) {
        byHour = new double[(int) (halfLifeDays * MOST_HALF_LIVES * DAY_MINUTES / HOUR_MINUTES)];
        for (int hour = 0; hour < byHour.length; hour++) {
            byHour[hour] = StrictMath.pow(0.5, hour / (halfLifeDays * DAY_MINUTES / HOUR_MINUTES));
        }
    }

    /** 1 for what is new or yet to come, 0.5 after a half-life. */
    double after(long minutes) {
        long hour = Math.max(0, minutes / HOUR_MINUTES);
        return hour < byHour.length ? byHour[(int) hour] : 0;
    }
}
