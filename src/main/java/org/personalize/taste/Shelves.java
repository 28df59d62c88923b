package org.personalize.taste;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.personalize.measure.Stratum;

/** A blend at a moment: what each item scores for somebody of a stratum whom nothing ties to it, and the order of that. */
final class Shelves {

    private static final int STRATA = Stratum.values().length;

    private final Moment moment;
    private final Blend blend;
    private final double[][][] bases = new double[2][STRATA][];
    private final int[][] orders = new int[STRATA][];
    private final int[][][] byCategory = new int[STRATA][][];

    Shelves(Moment moment, Blend blend) {
        this(moment, blend, item -> true);
    }

    /** @param offered the items that lie on them at all */
    private Shelves(Moment moment, Blend blend, IntPredicate offered) {
        this.moment = moment;
        this.blend = blend;
        for (Stratum stratum : Stratum.values()) {
            int s = stratum.place();
            bases[0][s] = base(false, stratum, moment);
            bases[1][s] = base(true, stratum, moment);
            orders[s] = Arrays.stream(Order.of(bases[0][s], moment.ranks()))
                    .filter(offered)
                    .toArray();
            byCategory[s] = parted(orders[s], moment.categories());
        }
    }

    private double[] base(boolean had, Stratum stratum, Moment at) {
        var base = new double[at.items()];
        Arrays.setAll(base, item -> blend.base(at.fashion(), had, stratum, item));
        return base;
    }

    private static int[][] parted(int[] order, Categories categories) {
        var sizes = new int[categories.size()];
        for (int item : order) {
            sizes[categories.of(item)]++;
        }
        var parts = new int[sizes.length][];
        Arrays.setAll(parts, category -> new int[sizes[category]]);
        var next = new int[sizes.length];
        for (int item : order) {
            int category = categories.of(item);
            parts[category][next[category]++] = item;
        }
        return parts;
    }

    /** The same with some of the items only. */
    Shelves with(IntPredicate offered) {
        return new Shelves(moment, blend, offered);
    }

    Moment moment() {
        return moment;
    }

    Blend blend() {
        return blend;
    }

    /** By item; to be read only. */
    double[] base(boolean had, Stratum stratum) {
        return bases[had ? 1 : 0][stratum.place()];
    }

    /** All items, the highest base first; to be read only. */
    int[] order(Stratum stratum) {
        return orders[stratum.place()];
    }

    /** A category's items, the highest base first; to be read only. */
    int[] shelf(Stratum stratum, int category) {
        return byCategory[stratum.place()][category];
    }
}
