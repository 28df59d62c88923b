package org.personalize.taste;

import java.util.EnumMap;
import java.util.Map;

/** The rows of all strata together, with what every fit to them asks for again. */
final class Pool {

    private static final double[] RIDGE = {10};

    private final Rows rows;
    private final double[][] spread;

    /** By which it is learned what popularity says: of what nobody wanted yet it says nothing. */
    private final Rows tried;

    private final Map<Clue, Alone> alone = new EnumMap<>(Clue.class);

    /** What one clue says without any other: its weight, the start, and how badly they explain the rows. */
    record Alone(double weight, double start, double loss) {}

    Pool(Rows rows) {
        this.rows = rows;
        spread = rows.spread();
        tried = rows.tried();
    }

    Rows rows() {
        return rows;
    }

    Rows tried() {
        return tried;
    }

    /** Every clue's mean and deviation. */
    double[][] spread() {
        return spread;
    }

    Alone alone(Clue clue) {
        return alone.computeIfAbsent(clue, one -> {
            var fit = new Logistic(tried, new Clue[] {one}, spread);
            double[] weights = fit.fit(fit.origin(), RIDGE);
            return new Alone(weights[0], weights[1], fit.loss(weights));
        });
    }
}
