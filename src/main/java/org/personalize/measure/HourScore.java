package org.personalize.measure;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well chances over local hours foretell the hours of later activity, person by person: the share of it within one
 * hour of the hour that would be chosen, the share in the three likeliest hours, and the mean log-likelihood of an hour.
 *
 * <p>The hour that would be chosen is the one around which three hours hold most, the earliest of equals. Chances over the
 * 168 hours of a week from Monday 0 h are judged a day at a time.
 */
public final class HourScore {

    public static final int HOURS = 24;

    private static final int LIKELIEST = 3;

    /** No hour is taken for less likely than this, so that one surprise does not outweigh everything. */
    private static final double FLOOR = 1e-6;

    private final Scores within = new Scores();
    private final Scores topThree = new Scores();
    private final Scores logLikelihood = new Scores();

    /**
     * Judges the chances of one person; somebody without later activity says nothing and is left out.
     *
     * @param chances at least 0, of the 24 hours of any day or the 168 of a week; need not sum to 1
     * @param activity how often the person was active in each of the same hours
     * @return whether the person counts
     */
    public boolean add(double[] chances, int[] activity) {
        if (chances.length != activity.length || chances.length % HOURS != 0) {
            throw new IllegalArgumentException(
                    "expected as many chances as hours, found " + chances.length + " and " + activity.length);
        }
        long events = Arrays.stream(activity).asLongStream().sum();
        if (events == 0) {
            return false;
        }
        var sums = new double[3];
        for (int day = 0; day < chances.length; day += HOURS) {
            judge(day(chances, day), Arrays.copyOfRange(activity, day, day + HOURS), sums);
        }
        within.add(sums[0] / events);
        topThree.add(sums[1] / events);
        logLikelihood.add(sums[2] / events);
        return true;
    }

    private static void judge(double[] chances, int[] activity, double[] sums) {
        int chosen = bestHour(chances);
        for (int h = 0; h < HOURS; h++) {
            sums[0] += distance(h, chosen) <= 1 ? activity[h] : 0;
            sums[2] += activity[h] == 0 ? 0 : activity[h] * StrictMath.log(Math.max(chances[h], FLOOR));
        }
        for (int h : likeliest(chances)) {
            sums[1] += activity[h];
        }
    }

    /** One day's chances, made to sum to 1; a day of which nothing is said is even. */
    private static double[] day(double[] chances, int from) {
        double[] day = Arrays.copyOfRange(chances, from, from + HOURS);
        double sum = 0;
        for (int h = 0; h < HOURS; h++) {
            day[h] = Math.max(0, day[h]);
            sum += day[h];
        }
        for (int h = 0; h < HOURS; h++) {
            day[h] = sum > 0 ? day[h] / sum : 1.0 / HOURS;
        }
        return day;
    }

    /** The hour around which three hours hold most of these chances, the earliest of equals. */
    public static int bestHour(double[] chances) {
        int best = 0;
        for (int h = 1; h < HOURS; h++) {
            best = around(chances, h) > around(chances, best) ? h : best;
        }
        return best;
    }

    private static double around(double[] chances, int hour) {
        return chances[(hour + HOURS - 1) % HOURS] + chances[hour] + chances[(hour + 1) % HOURS];
    }

    private static int[] likeliest(double[] chances) {
        return IntStream.range(0, HOURS)
                .boxed()
                .sorted((a, b) -> Double.compare(chances[b], chances[a]))
                .limit(LIKELIEST)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** How many hours lie between two on the clock, the shorter way round. */
    public static int distance(int hour, int other) {
        int apart = Math.abs(hour - other) % HOURS;
        return Math.min(apart, HOURS - apart);
    }

    /** How many people count. */
    public int people() {
        return within.size();
    }

    /** The share of later activity within one hour of the chosen hour, a number a person in the order they were added. */
    public double[] within() {
        return within.all();
    }

    /** The share of later activity in the three likeliest hours, likewise. */
    public double[] topThree() {
        return topThree.all();
    }

    /** The mean logarithm of the chance of an hour in which the person was active, likewise. */
    public double[] logLikelihood() {
        return logLikelihood.all();
    }
}
