package org.personalize.taste;

import java.util.Arrays;

/** Links between items while they are found, each item's on their own, so that several threads can find them. */
final class KinRows {

    private final int[][] others;
    private final float[][] strengths;
    private final int[] sizes;

    KinRows(int items) {
        others = new int[items][];
        strengths = new float[items][];
        sizes = new int[items];
    }

    void add(int item, int other, float strength) {
        int size = sizes[item];
        if (size == 0 && others[item] == null) {
            others[item] = new int[8];
            strengths[item] = new float[8];
        } else if (size == others[item].length) {
            others[item] = Arrays.copyOf(others[item], 2 * size);
            strengths[item] = Arrays.copyOf(strengths[item], 2 * size);
        }
        others[item][size] = other;
        strengths[item][size] = strength;
        sizes[item]++;
    }

    /**
     * Adds the strongest of these links, by amount whatever the sign; of equals those to the items that come first.
     *
     * @param candidates the other items
     * @param size how many of them
     * @param byItem the strength of every item's link
     */
    void addStrongest(int item, int[] candidates, int size, double[] byItem, int most) {
        var best = new Strongest(Math.min(most, size));
        for (int i = 0; i < size; i++) {
            if (candidates[i] != item) {
                best.offer(candidates[i], (float) Math.abs(byItem[candidates[i]]));
            }
        }
        for (int other : best.items()) {
            add(item, other, (float) byItem[other]);
        }
    }

    Kin kin() {
        var starts = new int[sizes.length + 1];
        for (int item = 0; item < sizes.length; item++) {
            starts[item + 1] = starts[item] + sizes[item];
        }
        var allOthers = new int[starts[sizes.length]];
        var allStrengths = new float[allOthers.length];
        for (int item = 0; item < sizes.length; item++) {
            if (sizes[item] > 0) {
                System.arraycopy(others[item], 0, allOthers, starts[item], sizes[item]);
                System.arraycopy(strengths[item], 0, allStrengths, starts[item], sizes[item]);
            }
        }
        return new Kin(starts, allOthers, allStrengths);
    }
}
