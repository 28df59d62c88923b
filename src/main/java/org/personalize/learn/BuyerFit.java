package org.personalize.learn;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.personalize.history.BuyerFeatures;
import smile.classification.LogisticRegression;

/** Fits the weights of a buyer model on some windows. */
final class BuyerFit {

    /** A little pull of all weights towards zero. */
    private static final double PENALTY = 1;

    private static final double TOLERANCE = 1e-8;
    private static final int MOST_STEPS = 1_000;

    /** Sums are cut up by the size of the pool, so it is the same on every machine. */
    private static final int THREADS = 2;

    private static final BuyerScale AS_IT_IS = new BuyerScale(new double[] {1, 0}, new double[1], new double[1]);

    private BuyerFit() {}

    /** The weights alone, over standardised features: on their raw scales Smile's search would stop too early. */
    static BuyerModel weights(List<BuyerWindow> windows) {
        double[][] rows =
                windows.stream().flatMap(w -> Arrays.stream(w.features())).toArray(double[][]::new);
        int[] bought = windows.stream()
                .flatMapToDouble(w -> Arrays.stream(w.bought()))
                .mapToInt(b -> (int) b)
                .toArray();
        double[] means = means(rows);
        double[] scales = scales(rows, means);
        double[][] standard = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            standard[i] = new double[means.length];
            for (int f = 0; f < means.length; f++) {
                standard[i][f] = (rows[i][f] - means[f]) / scales[f];
            }
        }
        double[] found = inOwnPool(standard, bought);
        return new BuyerModel(
                BuyerFeatures.NAMES.toArray(String[]::new),
                means,
                scales,
                Arrays.copyOf(found, means.length),
                found[means.length],
                AS_IT_IS);
    }

    private static double[] inOwnPool(double[][] rows, int[] bought) {
        var pool = new ForkJoinPool(THREADS);
        try {
            return pool.submit(() -> LogisticRegression.binomial(rows, bought, PENALTY, TOLERANCE, MOST_STEPS)
                            .coefficients())
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    private static double[] means(double[][] rows) {
        var sums = new double[BuyerFeatures.NAMES.size()];
        for (double[] row : rows) {
            for (int f = 0; f < sums.length; f++) {
                sums[f] += row[f];
            }
        }
        return Arrays.stream(sums).map(sum -> sum / rows.length).toArray();
    }

    private static double[] scales(double[][] rows, double[] means) {
        var squares = new double[means.length];
        for (double[] row : rows) {
            for (int f = 0; f < squares.length; f++) {
                squares[f] += (row[f] - means[f]) * (row[f] - means[f]);
            }
        }
        return Arrays.stream(squares)
                .map(square -> square == 0 ? 1 : StrictMath.sqrt(square / rows.length))
                .toArray();
    }
}
