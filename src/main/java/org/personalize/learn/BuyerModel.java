package org.personalize.learn;

import org.personalize.measure.Columns;

/**
 * The chance that a person buys within 30 days: a weighted sum of standardised features in log-odds, set right by a
 * scale that was fitted on later days than the weights.
 *
 * @param features their names, for the papers and for {@code explain}
 * @param means over the people it was learned from
 * @param scales their standard deviations; 1 where all are alike
 */
record BuyerModel(
        String[] features, double[] means, double[] scales, double[] weights, double intercept, BuyerScale scale) {

    BuyerModel {
        int size = features.length;
        if (means.length != size || scales.length != size || weights.length != size) {
            throw new IllegalArgumentException("a weight, a mean and a scale for each of " + size + " features");
        }
    }

    static BuyerModel of(Columns columns) {
        return new BuyerModel(
                columns.texts("features"),
                columns.doubles("means"),
                columns.doubles("scales"),
                columns.doubles("weights"),
                columns.number("intercept"),
                BuyerScale.of(columns.under("scale")));
    }

    Columns columns() {
        return new Columns()
                .put("features", features)
                .put("means", means)
                .put("scales", scales)
                .put("weights", weights)
                .put("intercept", intercept)
                .putAll("scale", scale.columns());
    }

    /** Before the scale sets it right. */
    double rawLogOdds(double[] values) {
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (values[i] - means[i]) / scales[i];
        }
        return sum;
    }

    /** The same weights with another scale. */
    BuyerModel setRight(BuyerScale other) {
        return new BuyerModel(features, means, scales, weights, intercept, other);
    }

    double chance(double[] values) {
        return scale.chance(rawLogOdds(values));
    }
}
