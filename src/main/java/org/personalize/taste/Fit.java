package org.personalize.taste;

import java.util.Arrays;
import org.personalize.measure.Stratum;

/** One half of a blend, fitted: first to everybody, then to each stratum, which stays the nearer to everybody the less it has. */
final class Fit {

    private static final double RIDGE = 10;

    /** How many rows everybody's weights count for in a stratum. */
    private static final double POOL_RIDGE = 30;

    private final Examples examples;
    private final Clue[] clues;
    private final boolean had;

    Fit(Examples examples, Clue[] clues, boolean had) {
        this.examples = examples;
        this.clues = clues;
        this.had = had;
    }

    void into(Blend blend) {
        Rows pool = examples.pooled(had);
        var everybody = new Logistic(pool, clues, pool);
        double[] weights = everybody.fit(everybody.origin(), RIDGE);
        for (Stratum stratum : Stratum.values()) {
            Rows own = examples.rows(had, stratum);
            double[] found = weights;
            if (own.wins() > 0) {
                var fit = new Logistic(own, clues, pool);
                found = fit.fit(weights, POOL_RIDGE);
            }
            double[] all = everybody.unscaled(found);
            blend.set(had, stratum, Arrays.copyOf(all, Clue.NUMBER), all[Clue.NUMBER]);
        }
    }
}
