package org.personalize.measure;

import java.util.List;

/**
 * What is believed of an arm before anything came of it: a mean, and how many decisions that belief is worth.
 *
 * @param fittedOn on how many campaigns of the past it was fitted; 0 for a weak guess
 */
public record Prior(double mean, double worth, int fittedOn) {

    /** One in twenty, as if twenty mails had told so. */
    public static final Prior WEAK = new Prior(0.05, 20, 0);

    /** A campaign smaller than this says little of the rates that there can be. */
    public static final int LEAST_DECISIONS = 50;

    /** Of fewer campaigns nobody can say how far rates differ. */
    public static final int LEAST_CAMPAIGNS = 3;

    private static final double LEAST_WORTH = 2;

    /** However alike the past was: a new idea is not held down by more than this. */
    private static final double MOST_WORTH = 1_000;

    public Prior {
        if (!Double.isFinite(mean) || !(worth > 0)) {
            throw new IllegalArgumentException("a belief in " + mean + " worth " + worth);
        }
    }

    /**
     * From the campaigns of the past, by the method of moments: the more their means differ beyond what chance explains, the
     * less the belief is worth.
     *
     * @param past one arm for each campaign; the small ones are left aside
     */
    public static Prior of(List<Arm> past) {
        List<Arm> known =
                past.stream().filter(arm -> arm.number() >= LEAST_DECISIONS).toList();
        if (known.size() < LEAST_CAMPAIGNS) {
            return WEAK;
        }
        double decisions = known.stream().mapToDouble(Arm::number).sum();
        double mean = known.stream().mapToDouble(a -> a.mean() * a.number()).sum() / decisions;
        double within =
                known.stream().mapToDouble(a -> a.variance() * a.number()).sum() / decisions;
        double worth = within / between(known, mean, within);
        // Where nothing ever came of anything, there is nothing to fit to.
        return within == 0 ? WEAK : new Prior(mean, Math.max(LEAST_WORTH, Math.min(MOST_WORTH, worth)), known.size());
    }

    /** The variance of the means themselves: theirs, less what so many decisions each would show by chance. */
    private static double between(List<Arm> known, double mean, double within) {
        double squares = 0;
        double byChance = 0;
        for (Arm arm : known) {
            squares += (arm.mean() - mean) * (arm.mean() - mean);
            byChance += within / arm.number();
        }
        return Math.max(0, squares / (known.size() - 1) - byChance / known.size());
    }
}
