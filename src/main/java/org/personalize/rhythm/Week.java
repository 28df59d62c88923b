package org.personalize.rhythm;

import java.util.Arrays;

/**
 * How the hours of everybody differ between the days of the week, and how much is done on each day.
 *
 * @param kinds which days are told apart
 * @param days the share of each day from Monday
 * @param tilt how much likelier each of the 168 hours of the week is than the same hour on any day
 */
@SuppressWarnings("ArrayRecordComponent")
record Week(DayKinds kinds, double[] days, double[] tilt) {

    static final int HOURS = DayKinds.DAYS * Kernel.HOURS;

    /** How many observations the hours of any day weigh against those of one kind of day. */
    private static final double HOURS_ALPHA = 200;

    private static final double DAYS_ALPHA = 7;

    /** A day like any other. */
    static Week even() {
        return even(DayKinds.ALIKE);
    }

    private static Week even(DayKinds kinds) {
        var days = new double[DayKinds.DAYS];
        var tilt = new double[HOURS];
        Arrays.fill(days, 1.0 / DayKinds.DAYS);
        Arrays.fill(tilt, 1);
        return new Week(kinds, days, tilt);
    }

    /** @param weights what was observed in each of the 168 hours */
    static Week of(DayKinds kinds, double[] weights) {
        var week = even(kinds);
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

    /** What was done in each of the 168 hours before a moment. */
    static Week before(VisitSample sample, long before, DayKinds kinds) {
        var weights = new double[HOURS];
        for (double[] part : Portions.map(sample.size(), (from, to) -> weights(sample, before, from, to))) {
            Clock.add(weights, part);
        }
        return of(kinds, weights);
    }

    private static double[] weights(VisitSample sample, long before, int from, int to) {
        var weights = new double[HOURS];
        for (Visits visits : sample.visits().subList(from, to)) {
            for (int visit = 0; visit < visits.size() && visits.seconds()[visit] < before; visit++) {
                weights[visits.hourOfWeek(visit)] += visits.weights()[visit];
            }
        }
        return weights;
    }

    /** The hours of all days of the same kind. */
    private static double[] alike(DayKinds kinds, double[] weights, int day) {
        var alike = new double[Kernel.HOURS];
        for (int h = 0; h < HOURS; h++) {
            alike[h % Kernel.HOURS] += kinds.of(h / Kernel.HOURS) == kinds.of(day) ? weights[h] : 0;
        }
        return alike;
    }

    /** The hours of one day, from those of any. */
    double[] tilted(double[] chances, int day) {
        var tilted = new double[Kernel.HOURS];
        for (int h = 0; h < Kernel.HOURS; h++) {
            tilted[h] = chances[h] * tilt[day * Kernel.HOURS + h];
        }
        return Clock.shares(tilted);
    }

    /** The chance of each hour of the week, from those of the hours of any day. */
    double[] spread(double[] chances) {
        var week = new double[HOURS];
        for (int day = 0; day < DayKinds.DAYS; day++) {
            double[] hours = tilted(chances, day);
            for (int h = 0; h < Kernel.HOURS; h++) {
                week[day * Kernel.HOURS + h] = days[day] * hours[h];
            }
        }
        return week;
    }
}
