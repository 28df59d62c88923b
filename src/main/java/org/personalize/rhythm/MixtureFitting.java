package org.personalize.rhythm;

import java.util.Arrays;
import java.util.List;

/** Finds the rhythms that people follow, by expectation and maximization. */
final class MixtureFitting {

    /** How many observations of everybody's hours each rhythm has beside its own. */
    private static final double RHYTHM_PRIOR = 48;

    private static final double SHARE_PRIOR = 1;

    private final List<double[]> observed;
    private final double[] everybody;

    /** @param observed the weight of each hour of the day, a person each; at least one of them saw anything */
    MixtureFitting(List<double[]> observed) {
        this.observed = observed;
        var sums = new double[Kernel.HOURS];
        Arrays.fill(sums, 1.0 / Kernel.HOURS);
        observed.forEach(hours -> Clock.add(sums, hours));
        everybody = Clock.shares(sums);
    }

    /** The hours of everybody, told apart in nothing. */
    Mixture alike() {
        return new Mixture(new double[][] {everybody}, new double[] {1});
    }

    Mixture fit(int rhythms, int rounds, long seed) {
        double[][] first = FirstRhythms.of(observed, rhythms, seed);
        var shares = new double[first.length];
        Arrays.fill(shares, 1.0 / first.length);
        var mixture = new Mixture(first, shares);
        for (int round = 0; round < rounds; round++) {
            mixture = better(mixture);
        }
        return mixture;
    }

    private Mixture better(Mixture mixture) {
        var sums = new double[mixture.size()][Kernel.HOURS + 1];
        for (double[][] part : Portions.map(observed.size(), (from, to) -> follow(mixture, from, to))) {
            for (int k = 0; k < sums.length; k++) {
                Clock.add(sums[k], part[k]);
            }
        }
        var rhythms = new double[sums.length][Kernel.HOURS];
        var shares = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            for (int h = 0; h < Kernel.HOURS; h++) {
                rhythms[k][h] = sums[k][h] + RHYTHM_PRIOR * everybody[h];
            }
            rhythms[k] = Clock.shares(rhythms[k]);
            shares[k] = sums[k][Kernel.HOURS] + SHARE_PRIOR;
        }
        return new Mixture(rhythms, Clock.shares(shares));
    }

    /** For each rhythm what those who follow it did at each hour, and how many they are. */
    private double[][] follow(Mixture mixture, int from, int to) {
        var sums = new double[mixture.size()][Kernel.HOURS + 1];
        for (int i = from; i < to; i++) {
            mixture.addFollower(sums, observed.get(i));
        }
        return sums;
    }
}
