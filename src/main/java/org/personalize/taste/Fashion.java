package org.personalize.taste;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What is known of each item at a moment whoever looks at it: a number for every clue that is of the item alone. */
final class Fashion {

    /** The half-lives of the first clues, in days. */
    static final double[] HALF_LIVES = {3, 7, 14, 30, 90, 365};

    /** So many wants are as good as none. */
    private static final double NOTHING = 0.3;

    /** What nobody wanted yet is taken to be wanted by this part of what is like it. */
    private static final double BORROWED = 0.1;

    /** How much an item's whole category counts beside the items that read like it. */
    private static final double CATEGORY_PART = 0.2;

    private static final double FRESH_DAYS = 30;
    private static final double NEWEST_DAYS = 3;
    private static final int NEVER = Integer.MAX_VALUE;

    private final double[][] values = new double[Clue.FIRST_PERSONAL][];

    /** @param cut the minute from which on nothing is known */
    Fashion(Wants wants, int cut, Births births, Kin content, Categories categories) {
        int items = births.items();
        var popular = new double[HALF_LIVES.length][];
        Chunks.each(HALF_LIVES.length, 1, (h, from, to) -> popular[h] = popular(wants, cut, items, HALF_LIVES[h]));
        int[] first = first(wants, cut, items);
        values[Clue.FRESH.place()] = fresh(first, births, cut, FRESH_DAYS);
        values[Clue.NEWEST.place()] = fresh(first, births, cut, NEWEST_DAYS);
        values[Clue.UNSEEN.place()] =
                Arrays.stream(first).mapToDouble(f -> f == NEVER ? 1 : 0).toArray();
        values[Clue.COMING.place()] = IntStream.range(0, items)
                .mapToDouble(item -> births.isKnown(item) && births.minute(item) >= cut ? 1 : 0)
                .toArray();
        values[Clue.SEASON.place()] = Season.of(wants, cut, items, categories);
        values[Clue.RETURNS.place()] = Returns.of(wants, cut, items);
        values[Clue.PROMISE.place()] = promise(popular[Clue.POPULAR_14.place()], first, content, categories);
        for (int h = 0; h < popular.length; h++) {
            values[h] = Arrays.stream(popular[h])
                    .map(x -> Logarithm.of(x + NOTHING))
                    .toArray();
        }
    }

    /** How much each item was wanted, of which half is left after a half-life. */
    static double[] popular(Wants wants, int cut, int items, double halfLife) {
        var popular = new double[items];
        add(wants, 0, wants.size(), cut, new Decay(halfLife), popular);
        return popular;
    }

    /** Adds what is left of some wants to that of their items. */
    static void add(Wants wants, int from, int to, int cut, Decay decay, double[] popular) {
        for (int want = from; want < to; want++) {
            if (wants.minute(want) < cut) {
                popular[wants.item(want)] += wants.weight(want) * decay.after((long) cut - wants.minute(want));
            }
        }
    }

    /** When each item was wanted first. */
    private static int[] first(Wants wants, int cut, int items) {
        var first = new int[items];
        Arrays.fill(first, NEVER);
        for (int want = 0; want < wants.size(); want++) {
            if (wants.minute(want) < cut) {
                first[wants.item(want)] = Math.min(first[wants.item(want)], wants.minute(want));
            }
        }
        return first;
    }

    /** 1 for what came just now or is yet to come; 0 for what is old, or was never wanted and may have come at any time. */
    private static double[] fresh(int[] first, Births births, int cut, double lifetime) {
        var fresh = new double[first.length];
        for (int item = 0; item < fresh.length; item++) {
            int born = births.isKnown(item) ? births.minute(item) : first[item];
            double days = Math.max(0, ((double) cut - born) / Decay.DAY_MINUTES);
            fresh[item] = born == NEVER ? 0 : StrictMath.exp(-days / lifetime);
        }
        return fresh;
    }

    /**
     * Of what nobody wanted yet, how popular it is taken to be above nothing; 0 for all else. It stands apart from popularity,
     * which would else be learned wrongly where most of what is wanted next is yet to come.
     */
    private static double[] promise(double[] popular, int[] first, Kin content, Categories categories) {
        var promise = new double[popular.length];
        var sums = new double[categories.size()];
        var numbers = new int[categories.size()];
        for (int item = 0; item < popular.length; item++) {
            if (first[item] != NEVER) {
                sums[categories.of(item)] += popular[item];
                numbers[categories.of(item)]++;
            }
        }
        for (int item = 0; item < popular.length; item++) {
            int category = categories.of(item);
            double weights = first[item] == NEVER && numbers[category] > 0 ? CATEGORY_PART : 0;
            double sum = weights > 0 ? CATEGORY_PART * sums[category] / numbers[category] : 0;
            for (int link = content.from(item); first[item] == NEVER && link < content.to(item); link++) {
                if (first[content.other(link)] != NEVER) {
                    sum += content.strength(link) * popular[content.other(link)];
                    weights += content.strength(link);
                }
            }
            promise[item] = weights > 0 ? Logarithm.above(BORROWED * sum / weights, NOTHING) : 0;
        }
        return promise;
    }

    double value(int clue, int item) {
        return values[clue][item];
    }

    /** The values of one clue for all items; to be read only. */
    double[] values(Clue clue) {
        return values[clue.place()];
    }
}
