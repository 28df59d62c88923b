package org.personalize.rhythm;

import smile.math.special.Gamma;

/**
 * What a mail brings in reactions where the hour is like any other, as far as it is known: gamma distributed from person to
 * person, and, the more is known of somebody, the more narrowly around what they did.
 *
 * @param shape of how many reactions it is worth
 * @param rate the exposure in which so many are to be expected
 */
record Eagerness(double shape, double rate) {

    private static final double LEAST_SHAPE = 0.05;
    private static final double MOST_SHAPE = 50;
    private static final int HALVINGS = 60;

    double mean() {
        return shape / rate;
    }

    /** After so many reactions to so much exposure, each counted at the readiness of its hour. */
    Eagerness given(double reactions, double exposure) {
        return new Eagerness(shape + reactions, rate + exposure);
    }

    /** The mean of the logarithm. */
    double meanLog() {
        return Gamma.digamma(shape) - StrictMath.log(rate);
    }

    /** How likely so many reactions to so much exposure are, as a logarithm and but for what only the reactions decide. */
    double logLikelihood(double reactions, double exposure) {
        return shape * StrictMath.log(rate) - (shape + reactions) * StrictMath.log(rate + exposure);
    }

    /** The same and all of it that changes with this eagerness. */
    double wholeLogLikelihood(double reactions, double exposure) {
        return logLikelihood(reactions, exposure) + Gamma.lgamma(shape + reactions) - Gamma.lgamma(shape);
    }

    /** The chance of any reaction at all. */
    double chance(double exposure) {
        return 1 - StrictMath.exp(logLikelihood(0, exposure));
    }

    /** The one that is likeliest for people of whom this is the mean, and the mean of the logarithm. */
    static Eagerness fitted(double mean, double meanLog) {
        double apart = StrictMath.log(mean) - meanLog;
        double low = LEAST_SHAPE;
        double high = MOST_SHAPE;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = StrictMath.sqrt(low * high);
            if (StrictMath.log(middle) - Gamma.digamma(middle) > apart) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Eagerness(low, low / mean);
    }
}
