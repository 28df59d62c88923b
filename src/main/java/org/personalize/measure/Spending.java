package org.personalize.measure;

import java.util.Optional;

/**
 * What some people spent: most of them nothing, a few a lot. A sum of baskets scatters like a count of somewhat fewer,
 * equal baskets, and so it is judged by the method for counts, which holds where few have bought.
 *
 * @param people those who spent nothing too
 * @param sum of what each spent, none of them less than nothing
 * @param squares of what each spent, added up
 */
public record Spending(long people, double sum, double squares) {

    public static final Spending NONE = new Spending(0, 0, 0);

    private static final double ROUNDING = 1e-9;

    public Spending {
        if (people < 0 || !(sum >= 0) || !(squares >= 0)) {
            throw new IllegalArgumentException(people + " people who spent " + sum);
        }
    }

    /** Per person. */
    public double mean() {
        return people == 0 ? 0 : sum / people;
    }

    /** Per person, with its 95 % interval; without a range where fewer than two spent anything: baskets differ, one does not. */
    public Interval interval() {
        return areSeveral() ? interval(Share.WIDTH) : new Interval(mean(), mean(), mean(), 0);
    }

    /** The square of a sum is larger than the sum of the squares as soon as it has two parts. */
    private boolean areSeveral() {
        return sum * sum > squares * (1 + ROUNDING);
    }

    /**
     * Likewise without a range where nobody spent anything.
     *
     * @param width to how many standard errors the interval reaches
     */
    public Interval interval(double width) {
        if (sum == 0) {
            return new Interval(0, 0, 0, 0);
        }
        double basket = Math.max(squares / sum, mean());
        double share = mean() / basket;
        double squared = width * width;
        double middle = (share + squared / (2 * people)) / (1 + squared / people);
        double reach = width
                / (1 + squared / people)
                * Math.sqrt(share * (1 - share) / people + squared / (4.0 * people * people));
        return new Interval(
                mean(),
                Math.min(mean(), Math.max(0, middle - reach) * basket),
                Math.max(mean(), (middle + reach) * basket),
                people);
    }

    /** What these spent more per person than others, with its 95 % interval; empty where nobody spent anything. */
    public Optional<Interval> less(Spending others) {
        return less(others, Share.WIDTH);
    }

    /** @param width to how many standard errors the interval reaches */
    public Optional<Interval> less(Spending others, double width) {
        if (people == 0 || others.people == 0 || sum + others.sum == 0) {
            return Optional.empty();
        }
        double basket = basket(others);
        Interval baskets = contrast(others, basket).difference(width);
        double difference = mean() - others.mean();
        return Optional.of(new Interval(
                difference,
                Math.min(difference, baskets.low() * basket),
                Math.max(difference, baskets.high() * basket),
                people + others.people));
    }

    /** By how much these spent more per person, as a ratio; empty where the others spent nothing. */
    public Optional<Interval> ratio(Spending others) {
        return people == 0 || others.people == 0 || others.sum == 0
                ? Optional.empty()
                : contrast(others, basket(others)).ratio();
    }

    /** How much the comparison rests on, as {@link ShareContrast#information} counts it. */
    public double information(Spending others) {
        return people == 0 || others.people == 0 || sum + others.sum == 0
                ? 0
                : contrast(others, basket(others)).information();
    }

    private ShareContrast contrast(Spending others, double basket) {
        return new ShareContrast(
                Math.min((double) people, sum / basket),
                people,
                Math.min((double) others.people, others.sum / basket),
                others.people);
    }

    /** The size that equal baskets would have; from both groups, since the smaller has too few to tell. */
    private double basket(Spending others) {
        double typical = (squares + others.squares) / (sum + others.sum);
        return Math.max(typical, Math.max(mean(), others.mean()));
    }
}
