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

    /** Slope and offset, by Newton's steps, each halved until it leads downwards; sums in the order of the observations. */
    static double[] line(double[] logOdds, double[] happened) {
        double[] line = {1, 0};
        double loss = loss(line, logOdds, happened);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = step(line, logOdds, happened);
            double[] next = {line[0] - step[0], line[1] - step[1]};
            double nextLoss = loss(next, logOdds, happened);
            for (int halving = 0; !(nextLoss <= loss) && halving < MOST_STEPS; halving++) {
                step[0] /= 2;
                step[1] /= 2;
                next = new double[] {line[0] - step[0], line[1] - step[1]};
                nextLoss = loss(next, logOdds, happened);
            }
            if (!(nextLoss <= loss)) {
                break;
            }
            line = next;
            loss = nextLoss;
            if (Math.abs(step[0]) + Math.abs(step[1]) < SMALL_STEP) {
                break;
            }
        }
        return line;
    }

    private static double loss(double[] line, double[] logOdds, double[] happened) {
        double loss = PULL / 2 * ((line[0] - 1) * (line[0] - 1) + line[1] * line[1]);
        for (int i = 0; i < logOdds.length; i++) {
            double z = line[0] * logOdds[i] + line[1];
            // The logarithm of 1 + exp(z), which does not overflow.
            loss += Math.max(0, z) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - happened[i] * z;
        }
        return loss;
    }

    private static double[] step(double[] line, double[] logOdds, double[] happened) {
        double bySlope = PULL * (line[0] - 1);
        double byOffset = PULL * line[1];
        double slopeSlope = PULL;
        double slopeOffset = 0;
        double offsetOffset = PULL;
        for (int i = 0; i < logOdds.length; i++) {
            double p = chance(line[0] * logOdds[i] + line[1]);
            double wrong = p - happened[i];
            double curve = p * (1 - p);
            bySlope += wrong * logOdds[i];
            byOffset += wrong;
            slopeSlope += curve * logOdds[i] * logOdds[i];
            slopeOffset += curve * logOdds[i];
            offsetOffset += curve;
        }
        double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
        return new double[] {
            (offsetOffset * bySlope - slopeOffset * byOffset) / determinant,
            (slopeSlope * byOffset - slopeOffset * bySlope) / determinant
        };
    }
}
