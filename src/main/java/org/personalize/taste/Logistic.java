package org.personalize.taste;

import java.util.Arrays;

/**
 * Logistic regression by Newton's method on clues brought to mean 0 and deviation 1, held by a ridge near weights that are
 * known already. Few clues and many rows: each step is one pass over the rows, summed in fixed pieces and order.
 */
final class Logistic {

    private static final int CHUNK = 4_096;
    private static final int MOST_STEPS = 25;
    private static final int MOST_HALVES = 10;
    private static final double SMALL_STEP = 1e-4;
    private static final double LONGEST_STEP = 4;
    private static final double LEAST_DEVIATION = 1e-9;
    private static final double TINY = 1e-9;

    private static final Curve CURVE = new Curve();

    private final Rows rows;
    private final Clue[] clues;
    private final double[] means;
    private final double[] deviations;

    /** Row after row, as deviations from the mean, with a 1 for the start behind them. */
    private final float[] measured;

    /** @param scale every clue's mean and deviation, by which it is measured, as {@link Rows#spread} finds them */
    Logistic(Rows rows, Clue[] clues, double[][] scale) {
        this.rows = rows;
        this.clues = clues;
        means = new double[clues.length];
        deviations = new double[clues.length];
        for (int c = 0; c < clues.length; c++) {
            means[c] = scale[0][clues[c].place()];
            deviations[c] = scale[1][clues[c].place()];
        }
        measured = new float[rows.size() * (clues.length + 1)];
        Chunks.each(rows.size(), CHUNK, (chunk, from, to) -> {
            for (int row = from; row < to; row++) {
                measure(row);
            }
        });
    }

    private void measure(int row) {
        int start = row * (clues.length + 1);
        measured[start + clues.length] = 1;
        for (int c = 0; c < clues.length; c++) {
            measured[start + c] = deviations[c] > LEAST_DEVIATION
                    ? (float) ((rows.value(row, clues[c].place()) - means[c]) / deviations[c])
                    : 0;
        }
    }

    /**
     * @param near weights to stay near, by place with the start behind them, standardised
     * @param ridges how many rows each of these weighs; the start is free
     */
    double[] fit(double[] near, double[] ridges) {
        double[] weights = near.clone();
        double[] before = near;
        double least = Double.POSITIVE_INFINITY;
        int n = clues.length + 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] sums = sums(weights);
            double loss = sums[n][n] + held(weights, near, ridges);
            for (int half = 0; half < MOST_HALVES && loss > least * (1 + TINY); half++) {
                weights = middle(weights, before);
                sums = sums(weights);
                loss = sums[n][n] + held(weights, near, ridges);
            }
            least = loss;
            before = weights.clone();
            for (int i = 0; i < n; i++) {
                double hold = i < clues.length ? ridges[i] : TINY;
                sums[n][i] -= hold * (weights[i] - near[i]);
                sums[i][i] += hold + TINY;
            }
            double[] change = solve(sums, sums[n], n);
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

    /** What it costs to leave the weights that are known already. */
    private static double held(double[] weights, double[] near, double[] ridges) {
        double sum = 0;
        for (int i = 0; i < ridges.length; i++) {
            sum += ridges[i] * (weights[i] - near[i]) * (weights[i] - near[i]) / 2;
        }
        return sum;
    }

    /** Where a clue is rare a step may lead too far, and the next still farther; half of it is tried then. */
    private static double[] middle(double[] weights, double[] before) {
        var middle = new double[weights.length];
        Arrays.setAll(middle, i -> (weights[i] + before[i]) / 2);
        return middle;
    }

    /** How much the rows can say about a weight: their curvature where nothing is known. */
    double evidence() {
        double sum = rows.sumOfWeights();
        double share = (rows.sumOfWins() + 0.5) / (sum + 1);
        return sum * share * (1 - share);
    }

    /** How badly weights explain the rows: the negative log-likelihood. */
    double loss(double[] weights) {
        int n = clues.length + 1;
        double loss = 0;
        for (int row = 0; row < rows.size(); row++) {
            double score = 0;
            for (int i = 0; i < n; i++) {
                score += weights[i] * measured[row * n + i];
            }
            double chance = CURVE.at(score);
            loss -= rows.weight(row) * Logarithm.of(rows.isWin(row) ? chance : 1 - chance);
        }
        return loss;
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
                all[clues[c].place()] = weight;
                all[Clue.NUMBER] -= weight * means[c];
            }
        }
        return all;
    }

    /** The curvature row by row, and behind it the slope with the loss at its end. */
    private double[][] sums(double[] weights) {
        int n = clues.length + 1;
        var parts = new double[Chunks.count(rows.size(), CHUNK)][][];
        Chunks.each(rows.size(), CHUNK, (chunk, from, to) -> parts[chunk] = part(weights, from, to));
        var sums = new double[n + 1][n + 1];
        for (double[][] part : parts) {
            for (int i = 0; i <= n; i++) {
                for (int j = 0; j <= n; j++) {
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
        var sums = new double[n + 1][n + 1];
        for (int row = from; row < to; row++) {
            int start = row * n;
            double score = 0;
            for (int i = 0; i < n; i++) {
                score += weights[i] * measured[start + i];
            }
            double chance = CURVE.at(score);
            sums[n][n] -= rows.weight(row) * Logarithm.of(rows.isWin(row) ? chance : 1 - chance);
            double slope = rows.weight(row) * ((rows.isWin(row) ? 1 : 0) - chance);
            double curve = rows.weight(row) * chance * (1 - chance);
            for (int i = 0; i < n; i++) {
                sums[n][i] += slope * measured[start + i];
                double own = curve * measured[start + i];
                for (int j = 0; j <= i; j++) {
                    sums[i][j] += own * measured[start + j];
                }
            }
        }
        return sums;
    }

    static double chance(double score) {
        return 1 / (1 + StrictMath.exp(-score));
    }

    /** The same as {@link #chance} to six digits, from a table. */
    private static final class Curve {

        private static final int REACH = 16;
        private static final int STEPS = 256;
        private final double[] table = new double[2 * REACH * STEPS + 2];

        Curve() {
            for (int i = 0; i < table.length; i++) {
                table[i] = chance((double) i / STEPS - REACH);
            }
        }

        double at(double score) {
            double place = (Math.max(-REACH, Math.min(REACH, score)) + REACH) * STEPS;
            int entry = (int) place;
            return table[entry] + (place - entry) * (table[entry + 1] - table[entry]);
        }
    }

    /** Solves a symmetric, positive definite system by elimination. */
    private static double[] solve(double[][] a, double[] b, int n) {
        double[] x = Arrays.copyOf(b, n);
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
