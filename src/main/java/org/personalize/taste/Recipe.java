package org.personalize.taste;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.personalize.measure.Stratum;

/**
 * Which clues are blended. Fixed ones have their weights from the start, and are the simple rules that a blend must beat.
 *
 * @param forNew the clues for items that the person did not have yet
 * @param forHad the clues for those they had
 * @param kind where the weights come from
 */
record Recipe(String name, Set<Clue> forNew, Set<Clue> forHad, Kind kind) {

    enum Kind {
        /** Each clue's weight is 1, and a clue behind the first only parts equals. */
        FIXED,
        FITTED,
        /** The mean of all that were fitted to several clues: what chance made one of them say, the others do not. */
        MEAN
    }

    private static final Set<Clue> POPULAR = EnumSet.of(Clue.POPULAR_3, Clue.POPULAR_14, Clue.POPULAR_90, Clue.SEASON);
    private static final Set<Clue> FASHION =
            and(EnumSet.range(Clue.POPULAR_3, Clue.POPULAR_90), EnumSet.of(Clue.SEASON, Clue.FRESH));

    /** Where most is over within days, as with news. */
    private static final Set<Clue> NEWS = and(FASHION, EnumSet.of(Clue.NEWEST));

    /** What parts the items that nobody wanted yet from all others, so that these are ranked by what is known of them. */
    private static final Set<Clue> UNTRIED = EnumSet.range(Clue.UNSEEN, Clue.COMING);

    private static final Set<Clue> OWN = EnumSet.range(Clue.OWN_14, Clue.OWN_LATEST);
    /** As little as can be said of what somebody had, for lists of which little is known. */
    private static final Set<Clue> FEW = EnumSet.of(Clue.OWN_COUNT);

    /** Of what kind the things are that somebody had. */
    private static final Set<Clue> KINDS = EnumSet.of(Clue.LEANING, Clue.TAGGED);

    private static final Set<Clue> CYCLE = EnumSet.of(Clue.RETURNS, Clue.OWN_DUE, Clue.OWN_HABIT);
    private static final Set<Clue> NEAR = EnumSet.range(Clue.NEIGHBOURS, Clue.TAGGED);
    private static final Set<Clue> KINDRED = EnumSet.of(Clue.KINDRED, Clue.KINDRED_LATELY);
    private static final Set<Clue> LINEARS = EnumSet.of(Clue.LINEAR, Clue.LINEAR_LATELY);

    /** How little a clue counts that only parts equals. */
    private static final double FAINT = 1e-4;

    /** @param hasLinear whether there are links of the linear model */
    static List<Recipe> all(boolean hasLinear) {
        List<Recipe> all = new ArrayList<>();
        for (int h = 0; h < Fashion.HALF_LIVES.length; h++) {
            Set<Clue> one = EnumSet.of(Clue.ALL.get(h));
            all.add(new Recipe("popular, half-life " + (int) Fashion.HALF_LIVES[h] + " d", one, one, Kind.FITTED));
        }
        all.add(new Recipe("item neighbours", EnumSet.of(Clue.NEIGHBOURS), EnumSet.of(Clue.NEIGHBOURS), Kind.FIXED));
        if (hasLinear) {
            all.add(new Recipe(
                    "linear item model (EASE)", EnumSet.of(Clue.LINEAR), EnumSet.of(Clue.LINEAR), Kind.FIXED));
        }
        all.add(new Recipe("people alike", EnumSet.of(Clue.KINDRED), EnumSet.of(Clue.KINDRED), Kind.FIXED));
        all.add(new Recipe("own repetition", EnumSet.of(Clue.OWN_60), EnumSet.of(Clue.OWN_60), Kind.FIXED));
        all.add(mixed("popularity, how often they had it", POPULAR, FEW, FEW));
        all.add(mixed("popularity, own habits", POPULAR, OWN, OWN));
        all.add(mixed(
                "popularity of 3 days, own habits, neighbours, likeness",
                EnumSet.of(Clue.POPULAR_3, Clue.SEASON),
                and(OWN, NEAR),
                OWN));
        all.add(mixed(
                "popularity of 14 days, own habits, neighbours, likeness",
                EnumSet.of(Clue.POPULAR_14, Clue.SEASON),
                and(OWN, NEAR),
                OWN));
        all.add(mixed("popularity, own categories and tags", POPULAR, KINDS, FEW));
        all.add(mixed("popularity, own habits and their cycle", POPULAR, OWN, and(OWN, CYCLE)));
        all.add(mixed(
                "popularity, own habits and their cycle, people alike",
                POPULAR,
                and(OWN, KINDRED),
                and(and(OWN, CYCLE), KINDRED)));
        all.add(mixed("popularity, own habits, neighbours, likeness", POPULAR, and(OWN, NEAR), and(OWN, NEAR)));
        all.add(mixed(
                "popularity and novelty, own habits, neighbours, likeness",
                FASHION,
                and(OWN, NEAR),
                and(and(OWN, NEAR), CYCLE)));
        all.add(mixed(
                "popularity and news of the last days, own habits, neighbours, likeness",
                NEWS,
                and(OWN, NEAR),
                and(and(OWN, NEAR), CYCLE)));
        if (hasLinear) {
            Set<Clue> personal = and(and(OWN, NEAR), LINEARS);
            all.add(mixed("everything, all links between items too", NEWS, personal, and(personal, CYCLE)));
        }
        all.add(new Recipe(
                "the mean of all blends above", union(all, Recipe::forNew), union(all, Recipe::forHad), Kind.MEAN));
        return all;
    }

    private static Set<Clue> union(List<Recipe> recipes, Function<Recipe, Set<Clue>> clues) {
        var all = EnumSet.noneOf(Clue.class);
        recipes.forEach(recipe -> all.addAll(clues.apply(recipe)));
        return all;
    }

    /** What one clue finds by itself. */
    static Recipe alone(Clue clue) {
        return new Recipe(clue.reason().words(), EnumSet.of(clue), EnumSet.of(clue), Kind.FIXED);
    }

    private static Recipe mixed(String name, Set<Clue> popular, Set<Clue> forNew, Set<Clue> forHad) {
        return new Recipe(name, and(and(popular, UNTRIED), forNew), and(popular, forHad), Kind.FITTED);
    }

    private static Set<Clue> and(Set<Clue> some, Set<Clue> more) {
        var all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    /** Whether it is one of the simple rules that the others must beat. */
    boolean isBaseline() {
        return isFixed() || forNew.size() == 1;
    }

    boolean isFixed() {
        return kind == Kind.FIXED;
    }

    boolean isMean() {
        return kind == Kind.MEAN;
    }

    Set<Clue> clues(boolean had) {
        return had ? forHad : forNew;
    }

    Blend blend(Examples examples) {
        return switch (kind) {
            case FIXED -> fixed();
            case FITTED -> fitted(examples);
            case MEAN -> throw new IllegalStateException("a mean is not fitted by itself");
        };
    }

    private Blend fixed() {
        var blend = new Blend();
        var weights = new double[Clue.NUMBER];
        weights[Clue.POPULAR_30.place()] = FAINT;
        forNew.forEach(clue -> weights[clue.place()] = 1);
        for (Stratum stratum : Stratum.values()) {
            blend.set(false, stratum, weights, 0).set(true, stratum, weights, 0);
        }
        return blend;
    }

    private Blend fitted(Examples examples) {
        var blend = new Blend();
        for (boolean had : new boolean[] {false, true}) {
            var clues = clues(had).toArray(Clue[]::new);
            new Fit(examples, clues, had).into(blend);
        }
        return blend;
    }
}
