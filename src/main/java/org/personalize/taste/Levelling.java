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

    private static final double LONGEST_STEP = 1;
    private static final double SMALL_STEP = 1e-4;
    private static final double LEAST_CURVE = 1e-6;

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

    /** Slope and start by Newton's method, on scores as distances from their mean. */
    private static double[] line(Blend blend, boolean had, Stratum stratum, Rows rows) {
        var scores = new double[rows.size()];
        double all = 0;
        double wins = 0;
        double mean = 0;
        for (int row = 0; row < scores.length; row++) {
            scores[row] = blend.score(had, stratum, rows, row);
            all += rows.standsFor(row);
            wins += rows.isWin(row) ? rows.standsFor(row) : 0;
            mean += scores[row] * rows.standsFor(row);
        }
        if (all == 0) {
            return new double[] {1, 0};
        }
        mean /= all;
        double share = (wins + 0.5) / (all + 1);
        double[] line = {1, StrictMath.log(share / (1 - share))};
        for (int step = 0; step < STEPS && improve(line, rows, scores, mean); step++) {}
        return new double[] {line[0], line[1] - line[0] * mean};
    }

    /** One step; whether another may be worth it. */
    private static boolean improve(double[] line, Rows rows, double[] scores, double mean) {
        double bySlope = CAUTION * (1 - line[0]);
        double byLevel = 0;
        double slopes = CAUTION;
        double both = 0;
        double levels = LEAST_CURVE;
        for (int row = 0; row < scores.length; row++) {
            double score = scores[row] - mean;
            double chance = Logistic.chance(line[0] * score + line[1]);
            double error = rows.standsFor(row) * ((rows.isWin(row) ? 1 : 0) - chance);
            double curve = rows.standsFor(row) * chance * (1 - chance);
            bySlope += error * score;
            byLevel += error;
            slopes += curve * score * score;
            both += curve * score;
            levels += curve;
        }
        double determinant = slopes * levels - both * both;
        double slopeStep = (bySlope * levels - byLevel * both) / determinant;
        double levelStep = (byLevel * slopes - bySlope * both) / determinant;
        double longest = Math.max(Math.abs(slopeStep), Math.abs(levelStep));
        double part = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
        line[0] = Math.max(LEAST_SLOPE, Math.min(MOST_SLOPE, line[0] + part * slopeStep));
        line[1] += part * levelStep;
        return longest > SMALL_STEP;
    }
}
