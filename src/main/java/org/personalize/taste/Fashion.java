package org.personalize.taste;

import java.util.Arrays;

/** What is known of each item at a moment whoever looks at it: a number for every clue that is of the item alone. */
final class Fashion {

    /** The half-lives of the first clues, in days. */
    static final double[] HALF_LIVES = {3, 7, 14, 30, 90};

    /** So many wants are as good as none. */
    private static final double NOTHING = 0.3;

    private static final int MIDDLE = 2;
    private static final double FRESH_DAYS = 30;

    private final double[][] values = new double[Clue.FIRST_PERSONAL][];

    /** @param cut the minute from which on nothing is known */
    Fashion(Wants wants, int cut, int items, Kin content) {
        var popular = new double[HALF_LIVES.length][items];
        var first = new int[items];
        Arrays.fill(first, Integer.MAX_VALUE);
        var decays = Arrays.stream(HALF_LIVES).mapToObj(Decay::new).toArray(Decay[]::new);
        for (int want = 0; want < wants.size(); want++) {
            if (wants.minute(want) < cut) {
                int item = wants.item(want);
                first[item] = Math.min(first[item], wants.minute(want));
                for (int h = 0; h < decays.length; h++) {
                    popular[h][item] += wants.weight(want) * decays[h].after((long) cut - wants.minute(want));
                }
            }
        }
        values[Clue.FRESH.ordinal()] = fresh(first, cut);
        values[Clue.ALIKE_POPULAR.ordinal()] = alike(popular[MIDDLE], content);
        for (int h = 0; h < popular.length; h++) {
            values[h] = Arrays.stream(popular[h]).map(x -> Logarithm.of(x + NOTHING)).toArray();
        }
    }

    private static double[] fresh(int[] first, int cut) {
        return Arrays.stream(first)
                .mapToDouble(f -> f == Integer.MAX_VALUE
                        ? 0
                        : StrictMath.exp(-((double) cut - f) / Decay.DAY_MINUTES / FRESH_DAYS))
                .toArray();
    }

    /** How popular an item's likes are; what is like nothing is like nothing popular. */
    private static double[] alike(double[] popular, Kin content) {
        var alike = new double[popular.length];
        for (int item = 0; item < alike.length; item++) {
            double sum = 0;
            double weights = 0;
            for (int link = content.from(item); link < content.to(item); link++) {
                sum += content.strength(link) * popular[content.other(link)];
                weights += content.strength(link);
            }
            alike[item] = Logarithm.of((weights == 0 ? 0 : sum / weights) + NOTHING);
        }
        return alike;
    }

    double value(int clue, int item) {
        return values[clue][item];
    }

    /** The values of one clue for all items; to be read only. */
    double[] values(Clue clue) {
        return values[clue.ordinal()];
    }
}
