package org.personalize.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * With what chance each of several arms is the best one, and how a sender who wants to earn and to learn shares people out
 * by that, after Thompson.
 *
 * @param chances that the arm is the best one; they sum to 1
 * @param shares {@link #FLOOR} for each and the rest by the chances, in whole hundredths; they sum to 1
 */
public record BestArm(List<Double> chances, List<Double> shares) {

    /** How often everything is drawn from what is believed. */
    public static final int DRAWS = 10_000;

    /** Every arm keeps this share, so that it can still turn out to be better. */
    public static final double FLOOR = 0.05;

    private static final int HUNDRED = 100;

    public BestArm {
        chances = List.copyOf(chances);
        shares = List.copyOf(shares);
    }

    /** What a decision can bring. */
    public enum Gain {
        /** It happens or it does not: a beta distribution over the share. */
        SHARE,
        /** Any amount: a normal distribution over the mean, with the variance of all arms together. */
        AMOUNT
    }

    /**
     * Judges the arms.
     *
     * @param prior of every arm; for amounts only its worth counts, and the mean of all arms is believed in
     * @param seed of the draws: the same for the same arms gives the same
     */
    public static BestArm of(List<Arm> arms, Gain gain, Prior prior, long seed) {
        double[] wins = new double[arms.size()];
        var chance = new Chance(seed);
        double pooled = pooledMean(arms);
        double variance = pooledVariance(arms);
        double[] drawn = new double[arms.size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int arm = 0; arm < drawn.length; arm++) {
                drawn[arm] = switch (gain) {
                    case SHARE -> share(arms.get(arm), prior, chance);
                    case AMOUNT -> amount(arms.get(arm), prior.worth(), pooled, variance, chance);
                };
            }
            count(drawn, wins);
        }
        return new BestArm(boxed(wins), boxed(shares(wins)));
    }

    private static double share(Arm arm, Prior prior, Chance chance) {
        double effective = arm.effective();
        double mean = Math.max(0, Math.min(1, prior.mean()));
        double happened = mean * prior.worth() + arm.mean() * effective;
        double not = (1 - mean) * prior.worth() + (1 - arm.mean()) * effective;
        return chance.beta(Math.max(happened, Double.MIN_NORMAL), Math.max(not, Double.MIN_NORMAL));
    }

    private static double amount(Arm arm, double worth, double pooled, double variance, Chance chance) {
        double known = worth + arm.effective();
        double mean = (pooled * worth + arm.mean() * arm.effective()) / known;
        return mean + StrictMath.sqrt(variance / known) * chance.normal();
    }

    private static double pooledMean(List<Arm> arms) {
        double effective = arms.stream().mapToDouble(Arm::effective).sum();
        return effective == 0
                ? 0
                : arms.stream().mapToDouble(a -> a.mean() * a.effective()).sum() / effective;
    }

    private static double pooledVariance(List<Arm> arms) {
        double effective = arms.stream().mapToDouble(Arm::effective).sum();
        return effective == 0
                ? 0
                : arms.stream().mapToDouble(a -> a.variance() * a.effective()).sum() / effective;
    }

    /** Equals share the win: where nothing was ever earned, no arm is the best. */
    private static void count(double[] drawn, double[] wins) {
        double best = Arrays.stream(drawn).max().orElse(0);
        long winners = Arrays.stream(drawn).filter(value -> value == best).count();
        for (int arm = 0; arm < drawn.length; arm++) {
            wins[arm] += drawn[arm] == best ? 1.0 / winners / DRAWS : 0;
        }
    }

    /** Whole hundredths, so that a hair's breadth moves nobody; what rounding leaves goes to whom it took most from. */
    private static double[] shares(double[] chances) {
        int arms = chances.length;
        double free = Math.max(0, 1 - arms * FLOOR);
        double[] wanted = Arrays.stream(chances)
                .map(chance -> HUNDRED * ((1 - free) / arms + free * chance))
                .toArray();
        int[] hundredths =
                Arrays.stream(wanted).mapToInt(w -> (int) Math.floor(w + 1e-9)).toArray();
        int left = HUNDRED - Arrays.stream(hundredths).sum();
        int[] byRest = IntStream.range(0, arms)
                .boxed()
                .sorted((one, other) ->
                        Double.compare(wanted[other] - hundredths[other], wanted[one] - hundredths[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < left; i++) {
            hundredths[byRest[i % arms]]++;
        }
        return Arrays.stream(hundredths).mapToDouble(h -> h / (double) HUNDRED).toArray();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
