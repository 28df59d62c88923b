package org.personalize.rhythm;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import smile.clustering.BBDTree;
import smile.clustering.KMeans;
import smile.math.MathEx;

/** Rhythms to begin with: the middles of groups of people of whom most is known, whose hours are alike. */
final class FirstRhythms {

    private static final int MOST_PEOPLE = 4_000;
    private static final int MOST_ROUNDS = 20;
    private static final double TOLERANCE = 1e-4;
    private static final double KAPPA = 8;

    /** What differs by less than a part of this is the same. */
    private static final double GRAIN = 1e9;

    /** The share of everybody's hours in each rhythm, so that none has an hour at which nothing ever happens. */
    private static final double EVERYBODY = 0.1;

    private FirstRhythms() {}

    /** @return shares of a day, fewer than wished for where there are few people */
    static double[][] of(List<double[]> observed, int wished, long seed) {
        double[][] points = points(observed);
        double[] everybody = new double[Kernel.HOURS];
        Arrays.fill(everybody, 1e-3);
        observed.forEach(hours -> Clock.add(everybody, hours));
        double[] usual = Clock.shares(everybody);
        double[][] middles = points.length < 2 * wished ? new double[][] {usual} : middles(points, wished, seed);
        for (double[] middle : middles) {
            for (int h = 0; h < Kernel.HOURS; h++) {
                middle[h] = (1 - EVERYBODY) * middle[h] + EVERYBODY * usual[h];
            }
        }
        return middles;
    }

    /**
     * Where people differ in so few ways, each way is one, since groups begun at the same point would stay the same. Smile
     * draws its first middles by a generator of the thread, which is set so that they are the same every time.
     */
    private static double[][] middles(double[][] points, int wished, long seed) {
        var different = new TreeSet<double[]>(Arrays::compare);
        for (double[] point : points) {
            different.add(Arrays.stream(point)
                    .map(share -> StrictMath.rint(share * GRAIN) / GRAIN)
                    .toArray());
        }
        if (different.size() <= wished) {
            return different.toArray(double[][]::new);
        }
        MathEx.setSeed(seed);
        var groups = KMeans.fit(new BBDTree(points), points, wished, MOST_ROUNDS, TOLERANCE);
        return Arrays.stream(groups.centroids).map(double[]::clone).toArray(double[][]::new);
    }

    private static double[][] points(List<double[]> observed) {
        var kernel = new Kernel(KAPPA);
        double[] known = observed.stream().mapToDouble(Clock::sum).toArray();
        return IntStream.range(0, observed.size())
                .boxed()
                .filter(i -> known[i] > 0)
                .sorted(Comparator.comparingDouble((Integer i) -> -known[i]))
                .limit(MOST_PEOPLE)
                .map(i -> Clock.shares(kernel.spread(observed.get(i))))
                .toArray(double[][]::new);
    }
}
