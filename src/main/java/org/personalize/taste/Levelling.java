package org.personalize.taste;

import java.util.Arrays;
import org.personalize.measure.Stratum;
import org.personalize.taste.Outcomes.Scored;

/**
 * Makes chances of scores: one slope and one start for each stratum, and apart for what was had, so that of the items with a
 * chance of 10 % one in ten is wanted, by people of whom nobody knew whether they would come back. The order within each
 * stays as it is.
 */
final class Levelling {

    private static final int STEPS = 30;
    private static final double LEAST_SLOPE = 0.2;
    private static final double MOST_SLOPE = 5;

    /** How many rows speak for leaving the scores as they are; fewer where nearly all is taken, whatever the score. */
    private static final double CAUTION = 5;

    /** How much rows count together that are imagined at all scores alike, and did as those of all people. */
    private static final double DOUBT = 5;

    /** Of one more, nobody knows what it does, so that nothing is ever certain. */
    private static final double UNKNOWN = 0.5;

    private static final double LONGEST_STEP = 1;
    private static final double SMALL_STEP = 1e-4;
    private static final double LEAST_CURVE = 1e-6;

    private Levelling() {}

    static Blend of(Blend blend, Outcomes outcomes) {
        var levelled = new Blend();
        for (boolean had : new boolean[] {false, true}) {
            Scored all = outcomes.pooled(had);
            for (Stratum stratum : Stratum.values()) {
                Scored own = outcomes.of(had, stratum);
                double[] line = line(own.size() == 0 ? all : own, all.share());
                double[] weights = Arrays.stream(blend.weights(had, stratum))
                        .map(weight -> weight * line[0])
                        .toArray();
                levelled.set(had, stratum, weights, line[0] * blend.start(had, stratum) + line[1]);
            }
        }
        return levelled;
    }

    /** Slope and start by Newton's method, on scores as distances from their mean. */
    private static double[] line(Scored rows, double usual) {
        double mean = 0;
        for (int row = 0; row < rows.size(); row++) {
            mean += rows.score(row) / rows.size();
        }
        double[] line = {1, StrictMath.log(rows.share() / (1 - rows.share()))};
        for (int step = 0; step < STEPS && improve(line, rows, mean, usual); step++) {}
        return new double[] {line[0], line[1] - line[0] * mean};
    }

    /** One step; whether another may be worth it. */
    private static boolean improve(double[] line, Scored rows, double mean, double usual) {
        double caution = CAUTION * Math.min(1, 2 * (1 - usual));
        double doubt = (DOUBT + 1) / Math.max(1, rows.size());
        double imagined = (DOUBT * usual + UNKNOWN) / (DOUBT + 1);
        double bySlope = caution * (1 - line[0]);
        double byLevel = 0;
        double slopes = caution;
        double both = 0;
        double levels = LEAST_CURVE;
        for (int row = 0; row < rows.size(); row++) {
            double score = rows.score(row) - mean;
            double chance = Logistic.chance(line[0] * score + line[1]);
            double error = (rows.isWin(row) ? 1 : 0) - chance + doubt * (imagined - chance);
            double curve = (1 + doubt) * chance * (1 - chance);
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
