package org.personalize.measure;

/**
 * What came of the decisions for one of several ways to do something. A decision counts for as many as the chance says that
 * it stands for: of one that came about in 20 of 100 cases, five. So an arm that was chosen more often late, when everybody
 * did more, gains nothing by that.
 */
public final class Arm {

    private long number;
    private double total;
    private double weights;
    private double squaredWeights;
    private double gains;
    private double squaredGains;

    /**
     * One more decision.
     *
     * @param chance with which it was made
     * @param gain what came of it: 1 or 0, or an amount
     */
    public void add(double chance, double gain) {
        if (!(chance > 0 && chance <= 1) || !Double.isFinite(gain)) {
            throw new IllegalArgumentException("a gain of " + gain + " with a chance of " + chance);
        }
        double weight = 1 / chance;
        number++;
        total += gain;
        weights += weight;
        squaredWeights += weight * weight;
        gains += weight * gain;
        squaredGains += weight * gain * gain;
    }

    public long number() {
        return number;
    }

    /** What all of them earned, each counted as one. */
    public double total() {
        return total;
    }

    /** How many decisions of one and the same chance would say as much. */
    public double effective() {
        return squaredWeights == 0 ? 0 : weights * weights / squaredWeights;
    }

    /** What one decision earned, by how many each stands for; 0 where there was none. */
    public double mean() {
        return weights == 0 ? 0 : gains / weights;
    }

    /** By how much single decisions differ, squared. */
    public double variance() {
        double mean = mean();
        return weights == 0 ? 0 : Math.max(0, squaredGains / weights - mean * mean);
    }
}
