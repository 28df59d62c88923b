package org.personalize.taste;

import java.util.function.IntToDoubleFunction;

/** Picks items that are good and not all of a kind, greedily. */
final class Variety {

    /** What an item loses, in log-odds, that is the very same as one that is there. */
    private static final double LOSS = 1.5;

    /** How alike two items are that share nothing but their category. */
    private static final double SAME_CATEGORY = 0.3;

    private static final int CANDIDATES_EACH = 5;
    private static final int MORE_CANDIDATES = 20;

    private final Moment moment;

    Variety(Moment moment) {
        this.moment = moment;
    }

    /** From among how many of the best so many are picked. */
    static int candidates(int most) {
        return (int) Math.min(Integer.MAX_VALUE, (long) CANDIDATES_EACH * most + MORE_CANDIDATES);
    }

    /** @param best items, the best first */
    int[] pick(int[] best, IntToDoubleFunction score, int most) {
        var picked = new int[Math.min(most, best.length)];
        var nearest = new double[best.length];
        for (int place = 0; place < picked.length; place++) {
            int next = -1;
            for (int i = 0; i < best.length; i++) {
                boolean isFree = nearest[i] != Double.POSITIVE_INFINITY;
                if (isFree && (next < 0 || value(best, i, nearest, score) > value(best, next, nearest, score))) {
                    next = i;
                }
            }
            picked[place] = best[next];
            nearest[next] = Double.POSITIVE_INFINITY;
            for (int i = 0; i < best.length; i++) {
                nearest[i] = Math.max(nearest[i], alike(best[i], best[next]));
            }
        }
        return picked;
    }

    private static double value(int[] best, int i, double[] nearest, IntToDoubleFunction score) {
        return score.applyAsDouble(best[i]) - LOSS * nearest[i];
    }

    /** From 0 for nothing in common to 1 for the same. */
    double alike(int item, int other) {
        double words = Math.max(
                moment.content().strength(item, other), moment.content().strength(other, item));
        boolean isSameCategory = moment.categories().of(item) != Categories.NONE
                && moment.categories().of(item) == moment.categories().of(other);
        return Math.max(words, isSameCategory ? SAME_CATEGORY : 0);
    }
}
