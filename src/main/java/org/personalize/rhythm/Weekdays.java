package org.personalize.rhythm;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.function.IntFunction;

/** On which days of the week a mail may arrive, asked for each hour of the day by itself. */
public final class Weekdays {

    /** Any day, each as likely as another. */
    public static final Weekdays ANY = new Weekdays(new int[DayKinds.DAYS * Kernel.HOURS]);

    /** By the hours of the week from Monday 00 h: which share a day has in its hour of the day. */
    private final double[] shares = new double[DayKinds.DAYS * Kernel.HOURS];

    /**
     * @param counts how often each of the 168 hours of the week from Monday 00 h is possible; an hour of the day that never
     *     is may fall on any day
     */
    public Weekdays(int[] counts) {
        for (int hour = 0; hour < Kernel.HOURS; hour++) {
            int all = 0;
            for (int h = hour; h < counts.length; h += Kernel.HOURS) {
                all += counts[h];
            }
            for (int h = hour; h < counts.length; h += Kernel.HOURS) {
                shares[h] = all == 0 ? 1.0 / DayKinds.DAYS : counts[h] / (double) all;
            }
        }
    }

    public static Weekdays on(DayOfWeek day) {
        var counts = new int[DayKinds.DAYS * Kernel.HOURS];
        int first = hourOfWeek(day, 0);
        Arrays.fill(counts, first, first + Kernel.HOURS, 1);
        return new Weekdays(counts);
    }

    public static int hourOfWeek(DayOfWeek day, int hour) {
        return (day.getValue() - 1) * Kernel.HOURS + hour;
    }

    /** What holds for each hour of the day, from what holds for each day of the week; asked only for days that count. */
    public double[] mean(IntFunction<double[]> ofDay) {
        var mean = new double[Kernel.HOURS];
        for (int day = 0; day < DayKinds.DAYS; day++) {
            double[] hours = has(day) ? ofDay.apply(day) : mean;
            for (int hour = 0; hour < Kernel.HOURS; hour++) {
                mean[hour] += share(day, hour) * hours[hour];
            }
        }
        return mean;
    }

    boolean has(int day) {
        for (int hour = 0; hour < Kernel.HOURS; hour++) {
            if (share(day, hour) > 0) {
                return true;
            }
        }
        return false;
    }

    private double share(int day, int hour) {
        return shares[day * Kernel.HOURS + hour];
    }
}
