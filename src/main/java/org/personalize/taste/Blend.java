package org.personalize.taste;

import java.util.Arrays;
import java.util.List;
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

    /** What an item that a person did not have loses beside those they had. */
    private final double[] losses = new double[STRATA];

    Blend set(boolean had, Stratum stratum, double[] weights, double start) {
        this.weights[had ? 1 : 0][stratum.place()] = weights.clone();
        starts[had ? 1 : 0][stratum.place()] = start;
        return this;
    }

    /** Of several blends, every weight's mean. */
    static Blend mean(List<Blend> blends) {
        var mean = new Blend();
        for (Blend blend : blends) {
            for (int had = 0; had < 2; had++) {
                for (int stratum = 0; stratum < STRATA; stratum++) {
                    mean.starts[had][stratum] += blend.starts[had][stratum] / blends.size();
                    for (int clue = 0; clue < Clue.NUMBER; clue++) {
                        mean.weights[had][stratum][clue] += blend.weights[had][stratum][clue] / blends.size();
                    }
                }
            }
        }
        return mean;
    }

    /** The same weights, with the season counting as much as all that is popular. */
    static double[] inSeason(double[] weights) {
        double[] seasonal = weights.clone();
        seasonal[Clue.SEASON.place()] = Clue.ALL.stream()
                .filter(Clue::isPopularity)
                .mapToDouble(clue -> weights[clue.place()])
                .sum();
        return seasonal;
    }

    /**
     * The same blend with something taken from what a person did not have.
     *
     * @param losses by stratum
     */
    Blend balanced(double[] losses) {
        var balanced = new Blend();
        for (Stratum stratum : Stratum.values()) {
            for (boolean had : new boolean[] {false, true}) {
                balanced.set(had, stratum, weights(had, stratum), start(had, stratum));
            }
        }
        System.arraycopy(losses, 0, balanced.losses, 0, STRATA);
        return balanced;
    }

    /**
     * What is taken from the log-odds where both stand in one list; no part of an item's chance.
     *
     * @param had whether the person had the item
     */
    double loss(boolean had, Stratum stratum) {
        return had ? 0 : losses[stratum.place()];
    }

    /** The weight of each clue; to be read only. */
    double[] weights(boolean had, Stratum stratum) {
        return weights[had ? 1 : 0][stratum.place()];
    }

    /** Whether a clue changes anybody's score. */
    boolean uses(Clue clue) {
        return Arrays.stream(weights).flatMap(Arrays::stream).anyMatch(strata -> strata[clue.place()] != 0);
    }

    /** Whether its log-odds were learned and levelled, so that they make a chance: fitting finds a start, usual settings have none. */
    boolean isFitted(boolean had, Stratum stratum) {
        return start(had, stratum) != 0;
    }

    double start(boolean had, Stratum stratum) {
        return starts[had ? 1 : 0][stratum.place()];
    }

    /** The log-odds of a row, which make its chance. */
    double score(boolean had, Stratum stratum, Rows rows, int row) {
        double[] own = weights(had, stratum);
        double sum = start(had, stratum);
        for (int clue = 0; clue < Clue.NUMBER; clue++) {
            sum += own[clue] * rows.value(row, clue);
        }
        return sum;
    }

    /** The part of an item's place in a list that is of the item alone. */
    double base(Fashion fashion, boolean had, Stratum stratum, int item) {
        double[] own = weights(had, stratum);
        double sum = start(had, stratum) - loss(had, stratum);
        for (int clue = 0; clue < Clue.FIRST_PERSONAL; clue++) {
            sum += own[clue] * fashion.value(clue, item);
        }
        return sum;
    }

    Columns columns() {
        var columns = new Columns().put("losses", losses);
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
        double[] losses = columns.doubles("losses");
        if (losses.length != STRATA) {
            throw new IllegalArgumentException("expected " + STRATA + " losses, found " + losses.length);
        }
        System.arraycopy(losses, 0, blend.losses, 0, STRATA);
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
