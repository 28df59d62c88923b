package org.personalize.sample;

import java.util.Locale;

/**
 * When somebody looks at mail and shops: peaks of the day as {hour, spread, share}, and how lively a weekend day is
 * beside a working day. An hour past 24 belongs to the night after.
 */
enum Rhythm {
    EARLY(0.18, 0.8, new double[][] {{6.4, 0.6, 0.7}, {20.0, 1.0, 0.3}}, new double[][] {{8.0, 1.0, 1}}),
    COMMUTER(0.24, 0.5, new double[][] {{7.6, 0.4, 0.5}, {17.6, 0.6, 0.5}}, new double[][] {
        {10.5, 1.6, 0.7}, {19.0, 2.0, 0.3}
    }),
    LUNCH(0.20, 0.7, new double[][] {{12.5, 0.5, 0.75}, {21.0, 1.0, 0.25}}, new double[][] {
        {13.0, 1.5, 0.6}, {20.5, 1.5, 0.4}
    }),
    EVENING(0.26, 1.2, new double[][] {{20.3, 1.1, 0.85}, {12.5, 0.6, 0.15}}, new double[][] {{19.0, 2.2, 1}}),
    NIGHT(0.12, 1.3, new double[][] {{23.2, 1.1, 0.8}, {11.0, 1.0, 0.2}}, new double[][] {{24.4, 1.3, 1}});

    final double share;
    final double weekend;
    final double[][] weekdayPeaks;
    final double[][] weekendPeaks;

    Rhythm(double share, double weekend, double[][] weekdayPeaks, double[][] weekendPeaks) {
        this.share = share;
        this.weekend = weekend;
        this.weekdayPeaks = weekdayPeaks;
        this.weekendPeaks = weekendPeaks;
    }

    /** The share of moments that follow no rhythm at all. */
    static final double STRAY = 0.12;

    /** A moment of activity as a fraction of hours after the day's midnight, between 0 and 28. */
    double moment(Dice dice, boolean isWeekend, double shift) {
        if (dice.chance(STRAY)) {
            return dice.between(7, 23);
        }
        double[][] peaks = isWeekend ? weekendPeaks : weekdayPeaks;
        double[] shares = new double[peaks.length];
        for (int i = 0; i < peaks.length; i++) {
            shares[i] = peaks[i][2];
        }
        double[] peak = peaks[dice.weighted(shares)];
        return StrictMath.max(0.1, StrictMath.min(27.9, dice.normal(peak[0] + shift, peak[1])));
    }

    static Rhythm roll(Dice dice) {
        double[] shares = new double[values().length];
        for (Rhythm rhythm : values()) {
            shares[rhythm.ordinal()] = rhythm.share;
        }
        return values()[dice.weighted(shares)];
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
