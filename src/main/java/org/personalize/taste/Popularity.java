package org.personalize.taste;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.history.History;
import org.personalize.taste.Wants.Want;

/**
 * Items by how much they were wanted lately, times how much more than others this person wants their category:
 *
 * <pre>score = popularity · (n_uc + m) / (n_u · ρ_c + m)</pre>
 *
 * where n_uc is what the person wanted of the category, n_u of anything, and ρ_c the category's share of everybody's
 * wants, so that n_u · ρ_c is what to expect. The m wants as expected that everybody is given keep a single purchase in a
 * rare category from drowning all else. An interest that the person stated lifts its items, the less the more is known of what they really do.
 */
public final class Popularity implements Ranking {

    /** After this long a want counts half for popularity. */
    private static final double HALF_LIFE_SECONDS = 30 * 86_400.0;

    /** A person's leaning towards a category fades more slowly than a fashion. */
    private static final double LEANING_HALF_LIFE_SECONDS = 180 * 86_400.0;

    /** The m of the formula; a purchase weighs 3. */
    private static final double CAUTION = 10;

    /** How many times likelier a stated interest makes an item while nothing else is known of the person. */
    private static final double INTEREST_LIFT = 3;

    /** A little for every item, so that categories and interests order even those that nobody wanted yet. */
    private static final double LEAST_POPULARITY = 0.01;

    /** From here on a category is said to be the reason. */
    private static final double CLEAR_LEANING = 1.2;

    /** Items without a category have nothing in common to lean to. */
    private static final int NO_CATEGORY = 0;

    private final Wants wants;
    private final Interests interests;
    private final int[] categoryOf;
    private final double[] shares;
    private final double[] popular;
    private final long latest;

    public Popularity(Audience audience, Catalog catalog, History history, Interests interests, Instant now) {
        this.interests = interests;
        wants = new Wants(audience, history);
        latest = latest(history, now);
        categoryOf = categories(catalog);
        shares = new double[1 + Arrays.stream(categoryOf).max().orElse(NO_CATEGORY)];
        popular = new double[catalog.size()];
        Arrays.fill(popular, LEAST_POPULARITY);
        for (int person = 0; person < audience.size(); person++) {
            for (Want want : wants.of(person)) {
                popular[want.item()] += want.weight() * decay(want.second(), HALF_LIFE_SECONDS);
                shares[categoryOf[want.item()]] += want.weight() * decay(want.second(), LEANING_HALF_LIFE_SECONDS);
            }
        }
        toShares();
    }

    /** Now, or the newest event where the log ends earlier, so that an old log still ranks. */
    private static long latest(History history, Instant now) {
        long newest = history.size() == 0 ? Long.MAX_VALUE : history.second(history.size() - 1);
        return Math.min(newest, now.getEpochSecond());
    }

    private static int[] categories(Catalog catalog) {
        Map<String, Integer> numbers = new HashMap<>();
        numbers.put("", NO_CATEGORY);
        var categoryOf = new int[catalog.size()];
        for (int item = 0; item < categoryOf.length; item++) {
            String category = catalog.item(item).category();
            categoryOf[item] = numbers.computeIfAbsent(category == null ? "" : category, c -> numbers.size());
        }
        return categoryOf;
    }

    /** Each item gives its category one want more, so that no share is zero. */
    private void toShares() {
        shares[NO_CATEGORY] += 1.0;
        for (int category : categoryOf) {
            shares[category] += 1.0;
        }
        double sum = Arrays.stream(shares).sum();
        for (int category = 0; category < shares.length; category++) {
            shares[category] /= sum;
        }
    }

    private double decay(long second, double halfLifeSeconds) {
        return StrictMath.pow(0.5, Math.max(0, latest - second) / halfLifeSeconds);
    }

    @Override
    public void score(int person, double[] scores) {
        var leaning = new Leaning(person);
        for (int item = 0; item < popular.length; item++) {
            scores[item] = popular[item] * leaning.factors[categoryOf[item]];
        }
        for (int item = leaning.wanted.nextSetBit(0); item >= 0; item = leaning.wanted.nextSetBit(item + 1)) {
            scores[item] *= leaning.lift;
        }
    }

    @Override
    public double[] popular() {
        return popular;
    }

    @Override
    public String why(int person, int item) {
        var leaning = new Leaning(person);
        if (leaning.wanted.get(item)) {
            return "interest";
        }
        return leaning.factors[categoryOf[item]] >= CLEAR_LEANING ? "category" : "popular";
    }

    /** How one person differs from everybody. */
    private final class Leaning {

        final double[] factors = new double[shares.length];
        final BitSet wanted;
        final double lift;

        Leaning(int person) {
            double all = 0;
            for (Want want : wants.of(person)) {
                double weight = want.weight() * decay(want.second(), LEANING_HALF_LIFE_SECONDS);
                factors[categoryOf[want.item()]] += weight;
                all += weight;
            }
            for (int c = 0; c < factors.length; c++) {
                boolean isNeutral = all == 0 || c == NO_CATEGORY;
                factors[c] = isNeutral ? 1 : (factors[c] + CAUTION) / (all * shares[c] + CAUTION);
            }
            wanted = interests.wanted(person);
            lift = (all + CAUTION * INTEREST_LIFT) / (all + CAUTION);
        }
    }
}
