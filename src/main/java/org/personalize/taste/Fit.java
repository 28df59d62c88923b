package org.personalize.taste;

import java.util.Arrays;
import org.personalize.measure.Stratum;

/** One half of a blend, fitted: first to everybody, then to each stratum, which stays the nearer to everybody the less it has. */
final class Fit {

    private static final double RIDGE = 10;

    /** How many rows everybody's weights count for in a stratum. */
    private static final double POOL_RIDGE = 30;

    /**
     * How much of the evidence it takes to move the weight of what is of the item alone. All people of a window see the same
     * items come and go, so a million rows about them say no more than a few hundred items do.
     */
    private static final double FASHION_HOLD = 0.1;

    private final Examples examples;
    private final Clue[] clues;
    private final boolean had;

    /** Whether what is popular is carried into the season that begins: as much as it counts, its season does. */
    private final boolean isSeasonal;

    Fit(Examples examples, Clue[] clues, boolean had) {
        this.examples = examples;
        this.clues = Arrays.stream(clues).filter(clue -> clue != Clue.SEASON).toArray(Clue[]::new);
        isSeasonal = this.clues.length < clues.length;
        this.had = had;
    }

    void into(Blend blend) {
        Pool pool = examples.pooled(had);
        boolean knowsUntried = Arrays.asList(clues).contains(Clue.UNSEEN);
        var everybody = new Logistic(knowsUntried ? pool.rows() : pool.tried(), clues, pool.spread(), isSeasonal);
        double[] near = had ? everybody.origin() : popular(everybody.origin(), pool);
        double[] weights = everybody.fit(near, ridges(everybody, RIDGE));
        for (Stratum stratum : Stratum.values()) {
            Rows all = examples.rows(had, stratum);
            Rows own = knowsUntried ? all : all.tried();
            double[] found = weights;
            if (own.wins() > 0) {
                var fit = new Logistic(own, clues, pool.spread(), isSeasonal);
                found = fit.fit(weights, ridges(fit, POOL_RIDGE));
            }
            double[] whole = everybody.unscaled(found);
            double[] byClue = Arrays.copyOf(whole, Clue.NUMBER);
            blend.set(had, stratum, isSeasonal ? Blend.inSeason(byClue) : byClue, whole[Clue.NUMBER]);
        }
    }

    /** What to begin with: the popularity that alone says most, and nothing else. */
    private double[] popular(double[] origin, Pool pool) {
        double[] near = origin;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < clues.length; c++) {
            if (clues[c].isPopularity() && pool.alone(clues[c]).loss() < least) {
                Pool.Alone alone = pool.alone(clues[c]);
                least = alone.loss();
                near = new double[origin.length];
                near[c] = alone.weight();
                near[clues.length] = alone.start();
            }
        }
        return near;
    }

    private double[] ridges(Logistic fit, double personal) {
        double hold = personal + FASHION_HOLD * fit.evidence();
        return Arrays.stream(clues)
                .mapToDouble(clue -> clue.isPersonal() || clue.isOfUntried() ? personal : hold)
                .toArray();
    }
}
