package org.personalize.rhythm;

/**
 * When one person was there: one visit per hour of their own clock, whatever they did in it, in the order of time.
 *
 * @param seconds when the last of each visit was, since 1970
 * @param hours the hours they fell into, since 1970 on the person's own clock
 * @param weights how sure it is that the person was there
 */
@SuppressWarnings("ArrayRecordComponent")
record Visits(long[] seconds, long[] hours, double[] weights) {

    static final Visits NONE = new Visits(new long[0], new long[0], new double[0]);

    /** 1970 began on a Thursday. */
    private static final int FIRST_DAY_OF_WEEK = 3;

    /** How much a visit says of a day of another kind than its own. */
    private static final double OTHER_DAYS = 0.25;

    int size() {
        return hours.length;
    }

    /** Of the day, from 0 to 23. */
    int hour(int visit) {
        return (int) Math.floorMod(hours[visit], (long) Kernel.HOURS);
    }

    /** Of the week, from Monday 0 h. */
    int hourOfWeek(int visit) {
        long day = Math.floorDiv(hours[visit], (long) Kernel.HOURS) + FIRST_DAY_OF_WEEK;
        return (int) Math.floorMod(day, (long) DayKinds.DAYS) * Kernel.HOURS + hour(visit);
    }

    /** The weight of each hour of the day, from what happened before a moment. */
    double[] byHour(Fading fading, long before) {
        var byHour = new double[Kernel.HOURS];
        for (int visit = 0; visit < size() && seconds[visit] < before; visit++) {
            byHour[hour(visit)] += weights[visit] * fading.at(seconds[visit]);
        }
        return byHour;
    }

    /** The same for one day of the week, of which days of another kind say less. */
    double[] byHour(Fading fading, long before, DayKinds kinds, int day) {
        var byHour = new double[Kernel.HOURS];
        int kind = kinds.of(day);
        for (int visit = 0; visit < size() && seconds[visit] < before; visit++) {
            int hour = hourOfWeek(visit);
            double left = kinds.of(hour / Kernel.HOURS) == kind ? 1 : OTHER_DAYS;
            byHour[hour % Kernel.HOURS] += left * weights[visit] * fading.at(seconds[visit]);
        }
        return byHour;
    }
}
