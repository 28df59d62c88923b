package org.personalize.taste;

import java.util.Arrays;

/** A blend at a moment: what each item scores for somebody of a stratum whom nothing ties to it, and the order of that. */
final class Shelves {

    private static final int STRATA = Stratum.values().length;

    private final Moment moment;
    private final Blend blend;
    private final double[][][] bases = new double[2][STRATA][];
    private final int[][][] byCategory = new int[STRATA][][];

    Shelves(Moment moment, Blend blend) {
        this.moment = moment;
        this.blend = blend;
        for (Stratum stratum : Stratum.values()) {
            for (boolean had : new boolean[] {false, true}) {
                var base = new double[moment.items()];
                Arrays.setAll(base, item -> blend.base(moment.fashion(), had, stratum, item));
                bases[had ? 1 : 0][stratum.ordinal()] = base;
            }
            byCategory[stratum.ordinal()] = inOrder(bases[0][stratum.ordinal()]);
        }
    }

    private int[][] inOrder(double[] base) {
        Categories categories = moment.categories();
        var sizes = new int[categories.size()];
        var byRank = new int[base.length];
        for (int item = 0; item < base.length; item++) {
            sizes[categories.of(item)]++;
            byRank[moment.ranks()[item]] = item;
        }
        var ordered = new int[sizes.length][];
        Arrays.setAll(ordered, category -> new int[sizes[category]]);
        var next = new int[sizes.length];
        for (int item : sortedDown(base, byRank)) {
            int category = categories.of(item);
            ordered[category][next[category]++] = item;
        }
        return ordered;
    }

    /** The items from the highest score down; equals stay in the order they came in. */
    private static int[] sortedDown(double[] scores, int[] items) {
        return Arrays.stream(items)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[b], scores[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    Moment moment() {
        return moment;
    }

    Blend blend() {
        return blend;
    }

    /** By item; to be read only. */
    double[] base(boolean had, Stratum stratum) {
        return bases[had ? 1 : 0][stratum.ordinal()];
    }

    /** A category's items, the highest base first; to be read only. */
    int[] shelf(Stratum stratum, int category) {
        return byCategory[stratum.ordinal()][category];
    }
}
