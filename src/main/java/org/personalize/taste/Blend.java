package org.personalize.taste;

import org.personalize.measure.Columns;
import org.personalize.measure.Stratum;

/**
 * How much each clue counts towards the log-odds of an item: apart for people of each stratum, and apart for what a person
 * already had, because wanting it again is another question.
 */
final class Blend {

    private static final int STRATA = Stratum.values().length;

    private final double[][][] weights = new double[2][STRATA][Clue.NUMBER];
    private final double[][] starts = new double[2][STRATA];

    Blend set(boolean had, Stratum stratum, double[] weights, double start) {
        this.weights[had ? 1 : 0][stratum.place()] = weights.clone();
        starts[had ? 1 : 0][stratum.place()] = start;
        return this;
    }

    /** The weight of each clue; to be read only. */
    double[] weights(boolean had, Stratum stratum) {
        return weights[had ? 1 : 0][stratum.place()];
    }

    double start(boolean had, Stratum stratum) {
        return starts[had ? 1 : 0][stratum.place()];
    }

    /** The log-odds of a row. */
    double score(boolean had, Stratum stratum, Rows rows, int row) {
        double[] own = weights(had, stratum);
        double sum = start(had, stratum);
        for (int clue = 0; clue < Clue.NUMBER; clue++) {
            sum += own[clue] * rows.value(row, clue);
        }
        return sum;
    }

    /** The part of the log-odds that is of the item alone. */
    double base(Fashion fashion, boolean had, Stratum stratum, int item) {
        double[] own = weights(had, stratum);
        double sum = start(had, stratum);
        for (int clue = 0; clue < Clue.FIRST_PERSONAL; clue++) {
            sum += own[clue] * fashion.value(clue, item);
        }
        return sum;
    }

    Columns columns() {
        var columns = new Columns();
        for (Stratum stratum : Stratum.values()) {
            for (boolean had : new boolean[] {false, true}) {
                String name = name(had, stratum);
                columns.put(name + ".weights", weights(had, stratum)).put(name + ".start", start(had, stratum));
            }
        }
        return columns;
    }

    static Blend of(Columns columns) {
        var blend = new Blend();
        for (Stratum stratum : Stratum.values()) {
            for (boolean had : new boolean[] {false, true}) {
                String name = name(had, stratum);
                double[] weights = columns.doubles(name + ".weights");
                if (weights.length != Clue.NUMBER) {
                    throw new IllegalArgumentException("expected " + Clue.NUMBER + " weights, found " + weights.length);
                }
                blend.set(had, stratum, weights, columns.number(name + ".start"));
            }
        }
        return blend;
    }

    private static String name(boolean had, Stratum stratum) {
        return (had ? "had." : "new.") + stratum.place();
    }
}
