package org.personalize.learn;

import org.personalize.measure.Columns;

/**
 * The chance that a person buys within 30 days: a weighted sum of standardised features in log-odds, set right by a line
 * that was fitted on later people-days than the weights.
 *
 * @param features their names, for the papers and for {@code explain}
 * @param means over the people it was learned from
 * @param scales their standard deviations; 1 where all are alike
 */
record BuyerModel(
        String[] features,
        double[] means,
        double[] scales,
        double[] weights,
        double intercept,
        double slope,
        double offset) {

    BuyerModel {
        int size = features.length;
        if (means.length != size || scales.length != size || weights.length != size) {
            throw new IllegalArgumentException("a weight, a mean and a scale for each of " + size + " features");
        }
    }

    static BuyerModel of(Columns columns) {
        double[] line = columns.doubles("line");
        return new BuyerModel(
                columns.texts("features"),
                columns.doubles("means"),
                columns.doubles("scales"),
                columns.doubles("weights"),
                line[0],
                line[1],
                line[2]);
    }

    Columns columns() {
        return new Columns()
                .put("features", features)
                .put("means", means)
                .put("scales", scales)
                .put("weights", weights)
                .put("line", intercept, slope, offset);
    }

    /** The same weights with another line: slope and offset. */
    BuyerModel setRight(double[] line) {
        return new BuyerModel(features, means, scales, weights, intercept, line[0], line[1]);
    }

    /** Before the line sets it right. */
    double rawLogOdds(double[] values) {
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (values[i] - means[i]) / scales[i];
        }
        return sum;
    }

    double chance(double[] values) {
        return Logistic.chance(slope * rawLogOdds(values) + offset);
    }
}
