package org.personalize.learn;

/** The curve between log-odds and chances, and the straight line through log-odds that fits what happened best. */
final class Logistic {

    private static final int MOST_STEPS = 50;
    private static final double SMALL_STEP = 1e-10;

    /** A little pull towards leaving the log-odds as they are, so that a stretch without a single purchase has an answer. */
    private static final double PULL = 1;

    private Logistic() {}

    static double chance(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    static double logOdds(double chance) {
        return StrictMath.log(chance / (1 - chance));
    }

    /** Slope and offset, by Newton's steps; sums in the order of the observations. */
    static double[] line(double[] logOdds, double[] happened) {
        double slope = 1;
        double offset = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double bySlope = PULL * (slope - 1);
            double byOffset = PULL * offset;
            double slopeSlope = PULL;
            double slopeOffset = 0;
            double offsetOffset = PULL;
            for (int i = 0; i < logOdds.length; i++) {
                double p = chance(slope * logOdds[i] + offset);
                double wrong = p - happened[i];
                double curve = p * (1 - p);
                bySlope += wrong * logOdds[i];
                byOffset += wrong;
                slopeSlope += curve * logOdds[i] * logOdds[i];
                slopeOffset += curve * logOdds[i];
                offsetOffset += curve;
            }
            double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
            double slopeStep = (offsetOffset * bySlope - slopeOffset * byOffset) / determinant;
            double offsetStep = (slopeSlope * byOffset - slopeOffset * bySlope) / determinant;
            slope -= slopeStep;
            offset -= offsetStep;
            if (Math.abs(slopeStep) + Math.abs(offsetStep) < SMALL_STEP) {
                break;
            }
        }
        return new double[] {slope, offset};
    }
}
