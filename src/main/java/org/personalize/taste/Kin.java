package org.personalize.taste;

import org.personalize.measure.Columns;

/** Which items speak for which: for each item the others that whoever wanted it may want too, and how strongly. */
final class Kin {

    private final int[] starts;
    private final int[] others;
    private final float[] strengths;

    Kin(int[] starts, int[] others, float[] strengths) {
        this.starts = starts;
        this.others = others;
        this.strengths = strengths;
    }

    static Kin none(int items) {
        return new Kin(new int[items + 1], new int[0], new float[0]);
    }

    int from(int item) {
        return starts[item];
    }

    int to(int item) {
        return starts[item + 1];
    }

    int other(int link) {
        return others[link];
    }

    float strength(int link) {
        return strengths[link];
    }

    /** How strongly one item speaks for another; 0 where they are not linked. */
    double strength(int item, int other) {
        for (int link = starts[item]; link < starts[item + 1]; link++) {
            if (others[link] == other) {
                return strengths[link];
            }
        }
        return 0;
    }

    boolean isEmpty() {
        return others.length == 0;
    }

    Columns columns() {
        return new Columns().put("starts", starts).put("others", others).put("strengths", strengths);
    }

    static Kin of(Columns columns) {
        return new Kin(columns.ints("starts"), columns.ints("others"), columns.floats("strengths"));
    }

    /** Refuses links that lead nowhere, as those of a damaged file may. */
    void check(int items) {
        boolean isWhole = starts.length == items + 1
                && starts[0] == 0
                && starts[items] == others.length
                && others.length == strengths.length;
        for (int item = 0; isWhole && item < items; item++) {
            isWhole = starts[item] <= starts[item + 1];
        }
        for (int link = 0; isWhole && link < others.length; link++) {
            isWhole = others[link] >= 0 && others[link] < items && Float.isFinite(strengths[link]);
        }
        if (!isWhole) {
            throw new IllegalArgumentException("expected links between " + items + " items");
        }
    }

    /**
     * The same links between the items of another catalog.
     *
     * @param numbers for each item of these links its number there, or -1 where it is gone
     */
    Kin renumbered(int[] numbers, int items) {
        var rows = new KinRows(items);
        for (int item = 0; item < numbers.length; item++) {
            if (numbers[item] >= 0) {
                for (int link = starts[item]; link < starts[item + 1]; link++) {
                    if (numbers[others[link]] >= 0) {
                        rows.add(numbers[item], numbers[others[link]], strengths[link]);
                    }
                }
            }
        }
        return rows.kin();
    }
}
