package org.personalize.rhythm;

import java.util.Arrays;

/**
 * How the hours of everybody differ between the days of the week, and how much is done on each day.
 *
 * @param days the share of each day from Monday
 * @param tilt how much likelier each of the 168 hours of the week is than the same hour on any day
 */
@SuppressWarnings("ArrayRecordComponent")
record Week(double[] days, double[] tilt) {

    static final int HOURS = DayKinds.DAYS * Kernel.HOURS;

    /** How many observations the hours of any day weigh against those of one kind of day. */
    private static final double HOURS_ALPHA = 200;

    private static final double DAYS_ALPHA = 7;

    /** A day like any other. */
    static Week even() {
        var days = new double[DayKinds.DAYS];
        var tilt = new double[HOURS];
        Arrays.fill(days, 1.0 / DayKinds.DAYS);
        Arrays.fill(tilt, 1);
        return new Week(days, tilt);
    }

    /** @param weights what was observed in each of the 168 hours */
    static Week of(DayKinds kinds, double[] weights) {
        var week = even();
        double all = Clock.sum(weights);
        double[] anyDay = new double[Kernel.HOURS];
        for (int h = 0; h < HOURS; h++) {
            anyDay[h % Kernel.HOURS] += (weights[h] + 1.0 / HOURS) / (all + 1);
        }
        for (int day = 0; day < DayKinds.DAYS; day++) {
            double[] alike = alike(kinds, weights, day);
            double n = Clock.sum(alike);
            for (int h = 0; h < Kernel.HOURS; h++) {
                double chance = (alike[h] + HOURS_ALPHA * anyDay[h]) / (n + HOURS_ALPHA);
                week.tilt[day * Kernel.HOURS + h] = chance / anyDay[h];
            }
            double ofDay = Clock.sum(Arrays.copyOfRange(weights, day * Kernel.HOURS, (day + 1) * Kernel.HOURS));
            week.days[day] = (ofDay + DAYS_ALPHA / DayKinds.DAYS) / (all + DAYS_ALPHA);
        }
        return week;
    }

    /** The hours of all days of the same kind. */
    private static double[] alike(DayKinds kinds, double[] weights, int day) {
        var alike = new double[Kernel.HOURS];
        for (int h = 0; h < HOURS; h++) {
            alike[h % Kernel.HOURS] += kinds.of(h / Kernel.HOURS) == kinds.of(day) ? weights[h] : 0;
        }
        return alike;
    }

    /** The chance of each hour of the week, from those of the hours of any day. */
    double[] spread(double[] chances) {
        var week = new double[HOURS];
        for (int day = 0; day < DayKinds.DAYS; day++) {
            double sum = 0;
            for (int h = 0; h < Kernel.HOURS; h++) {
                week[day * Kernel.HOURS + h] = chances[h] * tilt[day * Kernel.HOURS + h];
                sum += week[day * Kernel.HOURS + h];
            }
            for (int h = 0; h < Kernel.HOURS; h++) {
                week[day * Kernel.HOURS + h] *= days[day] / sum;
            }
        }
        return week;
    }
}
