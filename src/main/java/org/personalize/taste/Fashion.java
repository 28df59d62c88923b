package org.personalize.taste;

import java.util.Arrays;

/** What is known of each item at a moment whoever looks at it: a number for every clue that is of the item alone. */
final class Fashion {

    /** The half-lives of the first clues, in days. */
    static final double[] HALF_LIVES = {3, 7, 14, 30, 90};

    /** So many wants are as good as none. */
    private static final double NOTHING = 0.3;

    /** What nobody wanted yet is taken to be wanted by this part of what is like it. */
    private static final double BORROWED = 0.1;

    private static final double FRESH_DAYS = 30;
    private static final int NEVER = Integer.MAX_VALUE;

    private final double[][] values = new double[Clue.FIRST_PERSONAL][];

    /** @param cut the minute from which on nothing is known */
    Fashion(Wants wants, int cut, int items, Kin content) {
        var popular = new double[HALF_LIVES.length][items];
        var first = new int[items];
        Arrays.fill(first, NEVER);
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
        values[Clue.FRESH.place()] = fresh(first, cut);
        for (int h = 0; h < popular.length; h++) {
            borrow(popular[h], first, content);
            values[h] = Arrays.stream(popular[h])
                    .map(x -> Logarithm.of(x + NOTHING))
                    .toArray();
        }
    }

    /** 1 for what was wanted for the first time just now; 0 for what never was, as for what is old. */
    private static double[] fresh(int[] first, int cut) {
        return Arrays.stream(first)
                .mapToDouble(f -> f == NEVER ? 0 : StrictMath.exp(-((double) cut - f) / Decay.DAY_MINUTES / FRESH_DAYS))
                .toArray();
    }

    private static void borrow(double[] popular, int[] first, Kin content) {
        for (int item = 0; item < popular.length; item++) {
            double sum = 0;
            double weights = 0;
            for (int link = content.from(item); first[item] == NEVER && link < content.to(item); link++) {
                if (first[content.other(link)] != NEVER) {
                    sum += content.strength(link) * popular[content.other(link)];
                    weights += content.strength(link);
                }
            }
            if (weights > 0) {
                popular[item] = BORROWED * sum / weights;
            }
        }
    }

    double value(int clue, int item) {
        return values[clue][item];
    }

    /** The values of one clue for all items; to be read only. */
    double[] values(Clue clue) {
        return values[clue.place()];
    }
}
