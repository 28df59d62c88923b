package org.personalize.measure;

import java.util.Optional;

/**
 * What another way of deciding would have earned, worked out from decisions that were left to chance and logged with it. A
 * decision counts as often as the other way would have made it for once that it was made; such weights are only as good
 * as the sample behind them, so that with too little of one nothing is said.
 *
 * @param decisions how many logged decisions there were
 * @param effective how many equally weighted decisions say as much
 * @param selfNormalised the weighted mean of the rewards; empty below {@link #LEAST_EFFECTIVE}
 * @param doublyRobust the mean of what a forecast says of the other way, put right by what the logged decisions earned
 *     beside their own forecasts: sound when either the chances or the forecast are; empty likewise
 */
public record OffPolicy(
        long decisions, double effective, Optional<Interval> selfNormalised, Optional<Interval> doublyRobust) {

    public static final double LEAST_EFFECTIVE = 500;

    private static final double WIDTH = 1.96;

    /**
     * Judges by one entry a decision in each array.
     *
     * @param weights the chance with which the other way makes the logged decision, by the chance with which it was made
     * @param rewards what came of it
     * @param forecasts what was to be expected of the logged decision, by a model that has not seen its reward
     * @param elsewhere what the same model expects of the decision that the other way makes
     */
    public static OffPolicy of(double[] weights, double[] rewards, double[] forecasts, double[] elsewhere) {
        int n = weights.length;
        if (rewards.length != n || forecasts.length != n || elsewhere.length != n) {
            throw new IllegalArgumentException("expected a reward and two forecasts for each of " + n + " decisions");
        }
        double effective = effective(weights);
        if (effective < LEAST_EFFECTIVE) {
            return new OffPolicy(n, effective, Optional.empty(), Optional.empty());
        }
        var corrected = new double[n];
        for (int i = 0; i < n; i++) {
            corrected[i] = elsewhere[i] + weights[i] * (rewards[i] - forecasts[i]);
        }
        return new OffPolicy(
                n, effective, Optional.of(selfNormalised(weights, rewards)), Optional.of(Interval.of(corrected)));
    }

    private static double effective(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight of " + weight);
            }
            sum += weight;
            squares += weight * weight;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private static Interval selfNormalised(double[] weights, double[] rewards) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            weighted += weights[i] * rewards[i];
        }
        double mean = weighted / sum;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            double off = weights[i] * (rewards[i] - mean);
            squares += off * off;
        }
        double error = WIDTH * StrictMath.sqrt(squares) / sum;
        return new Interval(mean, mean - error, mean + error, weights.length);
    }
}
