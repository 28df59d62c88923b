package org.personalize.taste;

import java.util.Arrays;

/**
 * Logistic regression by Newton's method on clues brought to mean 0 and deviation 1, held by a ridge near weights that are
 * known already. Few clues and many rows: each step is one pass over the rows, summed in fixed pieces and order.
 */
final class Logistic {

    private static final int CHUNK = 4_096;
    private static final int MOST_STEPS = 25;
    private static final double SMALL_STEP = 1e-7;
    private static final double LONGEST_STEP = 4;
    private static final double LEAST_DEVIATION = 1e-9;
    private static final double TINY = 1e-9;

    private final Rows rows;
    private final Clue[] clues;
    private final double[] means;
    private final double[] deviations;

    /** @param scale the rows whose mean and deviation the clues are measured by */
    Logistic(Rows rows, Clue[] clues, Rows scale) {
        this.rows = rows;
        this.clues = clues;
        means = new double[clues.length];
        deviations = new double[clues.length];
        double sum = scale.sumOfWeights();
        for (int c = 0; c < clues.length; c++) {
            int clue = clues[c].ordinal();
            means[c] = scale.total(clue, 0, 1) / sum;
            deviations[c] = Math.sqrt(scale.total(clue, means[c], 2) / sum);
        }
    }

    /**
     * @param near weights to stay near, by place with the start behind them, standardised
     * @param ridge how many rows these weigh
     */
    double[] fit(double[] near, double ridge) {
        double[] weights = near.clone();
        int n = clues.length + 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] sums = sums(weights);
            for (int i = 0; i < n; i++) {
                double hold = i < clues.length ? ridge : TINY;
                sums[n][i] -= hold * (weights[i] - near[i]);
                sums[i][i] += hold + TINY;
            }
            double[] change = solve(sums, sums[n]);
            double longest = Arrays.stream(change).map(Math::abs).max().orElse(0);
            double part = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
            for (int i = 0; i < n; i++) {
                weights[i] += part * change[i];
            }
            if (longest < SMALL_STEP) {
                break;
            }
        }
        return weights;
    }

    /** Where nothing is known: no weights, and the start that the rows have on the whole. */
    double[] origin() {
        var origin = new double[clues.length + 1];
        double share = (rows.sumOfWins() + 0.5) / (rows.sumOfWeights() + 1);
        origin[clues.length] = StrictMath.log(share / (1 - share));
        return origin;
    }

    /** The weights for every clue as it is, with the start behind them. */
    double[] unscaled(double[] weights) {
        var all = new double[Clue.NUMBER + 1];
        all[Clue.NUMBER] = weights[clues.length];
        for (int c = 0; c < clues.length; c++) {
            if (deviations[c] > LEAST_DEVIATION) {
                double weight = weights[c] / deviations[c];
                all[clues[c].ordinal()] = weight;
                all[Clue.NUMBER] -= weight * means[c];
            }
        }
        return all;
    }

    /** The curvature row by row, and behind it the slope. */
    private double[][] sums(double[] weights) {
        int n = clues.length + 1;
        var parts = new double[Chunks.count(rows.size(), CHUNK)][][];
        Chunks.each(rows.size(), CHUNK, (chunk, from, to) -> parts[chunk] = part(weights, from, to));
        var sums = new double[n + 1][n];
        for (double[][] part : parts) {
            for (int i = 0; i <= n; i++) {
                for (int j = 0; j < n; j++) {
                    sums[i][j] += part[i][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sums[j][i] = sums[i][j];
            }
        }
        return sums;
    }

    private double[][] part(double[] weights, int from, int to) {
        int n = clues.length + 1;
        var sums = new double[n + 1][n];
        var x = new double[n];
        x[n - 1] = 1;
        for (int row = from; row < to; row++) {
            double score = weights[n - 1];
            for (int c = 0; c < clues.length; c++) {
                x[c] = deviations[c] > LEAST_DEVIATION
                        ? (rows.value(row, clues[c].ordinal()) - means[c]) / deviations[c]
                        : 0;
                score += weights[c] * x[c];
            }
            double chance = chance(score);
            double slope = rows.weight(row) * ((rows.isWin(row) ? 1 : 0) - chance);
            double curve = rows.weight(row) * chance * (1 - chance);
            for (int i = 0; i < n; i++) {
                sums[n][i] += slope * x[i];
                double own = curve * x[i];
                for (int j = 0; j <= i; j++) {
                    sums[i][j] += own * x[j];
                }
            }
        }
        return sums;
    }

    static double chance(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** Solves a symmetric, positive definite system by elimination. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int row = i + 1; row < n; row++) {
                double factor = a[row][i] / a[i][i];
                for (int j = i; j < n; j++) {
                    a[row][j] -= factor * a[i][j];
                }
                x[row] -= factor * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                x[i] -= a[i][j] * x[j];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
