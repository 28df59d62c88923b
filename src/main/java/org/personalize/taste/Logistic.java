package org.personalize.taste;

import java.util.Arrays;

/**
 * Logistic regression by Newton's method on clues brought to mean 0 and deviation 1, held by a ridge near weights that are
 * known already. Few clues and many rows: each step is one pass over the rows, summed in fixed pieces and order. The
 * curvature, by far the dearest to sum, is kept for as long as steps with it become shorter quickly.
 */
final class Logistic {

    private static final int CHUNK = 4_096;
    private static final int MOST_STEPS = 25;
    private static final int MOST_HALVES = 10;
    private static final double SMALL_STEP = 1e-4;
    private static final double LONGEST_STEP = 4;

    /** A step is quick to shorten that is at most this part of the one before. */
    private static final double QUICK = 0.25;

    private static final double LEAST_DEVIATION = 1e-9;
    private static final double TINY = 1e-9;

    private static final Curve CURVE = new Curve();

    private final Rows rows;
    private final Clue[] clues;
    private final boolean isSeasonal;
    private final double[] means;
    private final double[] deviations;

    /** Row after row, as deviations from the mean, with a 1 for the start behind them. */
    private final float[] measured;

    /** How sharply each row's loss bends at the weights looked at last. */
    private final double[] bends;

    /** @param scale every clue's mean and deviation, by which it is measured, as {@link Rows#spread} finds them */
    Logistic(Rows rows, Clue[] clues, double[][] scale) {
        this(rows, clues, scale, false);
    }

    /** @param isSeasonal whether what is popular is carried into the season that begins */
    Logistic(Rows rows, Clue[] clues, double[][] scale, boolean isSeasonal) {
        this.isSeasonal = isSeasonal;
        this.rows = rows;
        this.clues = clues;
        means = new double[clues.length];
        deviations = new double[clues.length];
        for (int c = 0; c < clues.length; c++) {
            means[c] = scale[0][clues[c].place()];
            deviations[c] = scale[1][clues[c].place()];
        }
        measured = new float[rows.size() * (clues.length + 1)];
        bends = new double[rows.size()];
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
            measured[start + c] =
                    deviations[c] > LEAST_DEVIATION ? (float) ((value(row, clues[c]) - means[c]) / deviations[c]) : 0;
        }
    }

    private double value(int row, Clue clue) {
        double value = rows.value(row, clue.place());
        return isSeasonal && clue.isPopularity() ? value + rows.value(row, Clue.SEASON.place()) : value;
    }

    /**
     * @param near weights to stay near, by place with the start behind them, standardised
     * @param ridges how many rows each of these weighs; the start is free
     */
    double[] fit(double[] near, double[] ridges) {
        double[] weights = near.clone();
        double[] before = near;
        double least = Double.POSITIVE_INFINITY;
        double last = Double.POSITIVE_INFINITY;
        int n = clues.length + 1;
        double[][] curvature = {};
        for (int step = 0; step < MOST_STEPS && last >= SMALL_STEP; step++) {
            double[] slope = slope(weights);
            double loss = slope[n] + held(weights, near, ridges);
            for (int half = 0; half < MOST_HALVES && loss > least * (1 + TINY); half++) {
                weights = middle(weights, before);
                slope = slope(weights);
                loss = slope[n] + held(weights, near, ridges);
            }
            least = loss;
            before = weights.clone();
            for (int i = 0; i < ridges.length; i++) {
                slope[i] -= ridges[i] * (weights[i] - near[i]);
            }
            double[] change = step == 0 ? slope : solve(curvature, slope, n);
            if (step == 0 || longest(change) > QUICK * last) {
                curvature = curvature(ridges);
                change = solve(curvature, slope, n);
            }
            last = longest(change);
            double part = last > LONGEST_STEP ? LONGEST_STEP / last : 1;
            for (int i = 0; i < n; i++) {
                weights[i] += part * change[i];
            }
        }
        return weights;
    }

    private static double longest(double[] change) {
        return Arrays.stream(change).map(Math::abs).max().orElse(0);
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
        double loss = 0;
        for (int row = 0; row < rows.size(); row++) {
            double chance = CURVE.at(score(weights, row));
            loss -= rows.weight(row) * Logarithm.of(rows.isWin(row) ? chance : 1 - chance);
        }
        return loss;
    }

    /** Two sums side by side, as no processor adds to one as fast as it multiplies. */
    private double score(double[] weights, int row) {
        int n = clues.length + 1;
        int start = row * n;
        double even = 0;
        double odd = 0;
        for (int i = 0; i < n - 1; i += 2) {
            even += weights[i] * measured[start + i];
            odd += weights[i + 1] * measured[start + i + 1];
        }
        return even + odd + (n % 2 == 0 ? 0 : weights[n - 1] * measured[start + n - 1]);
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

    /** The slope of what the rows say, with their loss at its end. */
    private double[] slope(double[] weights) {
        return summed(clues.length + 2, (from, to) -> slope(weights, from, to));
    }

    /** The curvature at the weights whose slope was asked for last, with what holds the weights. */
    private double[][] curvature(double[] ridges) {
        int n = clues.length + 1;
        double[] flat = summed(n * n, this::curvature);
        var curvature = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                curvature[i][j] = flat[i * n + j];
                curvature[j][i] = flat[i * n + j];
            }
            curvature[i][i] += (i < ridges.length ? ridges[i] : 0) + TINY;
        }
        return curvature;
    }

    /** What some rows add to sums. */
    private interface Part {
        double[] of(int from, int to);
    }

    private double[] summed(int size, Part part) {
        var parts = new double[Chunks.count(rows.size(), CHUNK)][];
        Chunks.each(rows.size(), CHUNK, (chunk, from, to) -> parts[chunk] = part.of(from, to));
        var sums = new double[size];
        for (double[] one : parts) {
            for (int i = 0; i < size; i++) {
                sums[i] += one[i];
            }
        }
        return sums;
    }

    private double[] slope(double[] weights, int from, int to) {
        int n = clues.length + 1;
        var sums = new double[n + 1];
        for (int row = from; row < to; row++) {
            int start = row * n;
            double chance = CURVE.at(score(weights, row));
            sums[n] -= rows.weight(row) * Logarithm.of(rows.isWin(row) ? chance : 1 - chance);
            double slope = rows.weight(row) * ((rows.isWin(row) ? 1 : 0) - chance);
            bends[row] = rows.weight(row) * chance * (1 - chance);
            for (int i = 0; i < n; i++) {
                sums[i] += slope * measured[start + i];
            }
        }
        return sums;
    }

    private double[] curvature(int from, int to) {
        int n = clues.length + 1;
        var sums = new double[n * n];
        for (int row = from; row < to; row++) {
            int start = row * n;
            for (int i = 0; i < n; i++) {
                double own = bends[row] * measured[start + i];
                for (int j = 0; j <= i; j++) {
                    sums[i * n + j] += own * measured[start + j];
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
    private static double[] solve(double[][] matrix, double[] b, int n) {
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
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
