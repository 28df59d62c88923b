package org.personalize.taste;

import java.util.Arrays;
import org.personalize.measure.Stratum;

/**
 * Makes chances of scores: one slope and one start for each stratum, and apart for what was had, so that of the items with a
 * chance of 10 % one in ten is wanted. The order within each stays as it is.
 */
final class Levelling {

    private static final int STEPS = 30;
    private static final double LEAST_SLOPE = 0.2;
    private static final double MOST_SLOPE = 5;

    /** How many rows speak for leaving the scores as they are. */
    private static final double CAUTION = 5;

    private Levelling() {}

    static Blend of(Blend blend, Examples examples) {
        var levelled = new Blend();
        for (Stratum stratum : Stratum.values()) {
            for (boolean had : new boolean[] {false, true}) {
                double[] line = line(blend, had, stratum, examples.rows(had, stratum));
                double[] weights = Arrays.stream(blend.weights(had, stratum))
                        .map(weight -> weight * line[0])
                        .toArray();
                levelled.set(had, stratum, weights, line[0] * blend.start(had, stratum) + line[1]);
            }
        }
        return levelled;
    }

    /** Slope and start by Newton's method. */
    private static double[] line(Blend blend, boolean had, Stratum stratum, Rows rows) {
        double slope = 1;
        double start = 0;
        for (int step = 0; step < STEPS; step++) {
            double bySlope = CAUTION * (1 - slope);
            double byStart = -CAUTION * start;
            double slopes = CAUTION;
            double both = 0;
            double starts = CAUTION;
            for (int row = 0; row < rows.size(); row++) {
                double score = blend.score(had, stratum, rows, row);
                double chance = Logistic.chance(slope * score + start);
                double error = rows.standsFor(row) * ((rows.isWin(row) ? 1 : 0) - chance);
                double curve = rows.standsFor(row) * chance * (1 - chance);
                bySlope += error * score;
                byStart += error;
                slopes += curve * score * score;
                both += curve * score;
                starts += curve;
            }
            double determinant = slopes * starts - both * both;
            double slopeStep = (bySlope * starts - byStart * both) / determinant;
            double startStep = (byStart * slopes - bySlope * both) / determinant;
            slope = Math.max(LEAST_SLOPE, Math.min(MOST_SLOPE, slope + slopeStep));
            start += Math.max(-2, Math.min(2, startStep));
            if (Math.abs(slopeStep) + Math.abs(startStep) < 1e-4) {
                break;
            }
        }
        return new double[] {slope, start};
    }
}
