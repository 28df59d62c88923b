package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;

/**
 * Which settings would have foretold the hours of a window best, by the mean log-likelihood of an hour, a person as much
 * as another.
 */
final class HabitChoice {

    /** Enough to tell settings apart; more would only take longer. */
    private static final int MOST_PEOPLE = 20_000;

    static final int[] RHYTHMS = {0, 8, 16, 32};
    private static final double[] HALF_LIVES = {30, 90, 180, 360, Fading.NEVER};
    private static final double NARROWEST = 40;
    private static final double[] KAPPAS = {4, 8, 12, 20, NARROWEST};
    private static final double[] ALPHAS = {1, 2, 4, 6, 8, 12, 16, 24, 32, 64, 128, 512};

    private final HourWindow window;
    private final int people;

    HabitChoice(HourWindow window) {
        this.window = window;
        people = Math.min(window.size(), MOST_PEOPLE);
    }

    /**
     * @param rhythms how many a mixture has, 0 for everybody's hours
     * @param score the mean log-likelihood
     */
    record Fit(int rhythms, Habits habits, double score) {

        String words() {
            return (rhythms == 0 ? "own hours, everybody's (" : "own hours, " + rhythms + " shared rhythms (")
                    + habits.words() + ")";
        }
    }

    /** The best settings for each number of rhythms, in their order. */
    List<Fit> fits(int[] numbers) {
        List<Fit> best = new ArrayList<>();
        for (int rhythms : numbers) {
            best.add(fit(rhythms));
        }
        return best;
    }

    private Fit fit(int rhythms) {
        List<Fit> fits = new ArrayList<>();
        Base following = rhythms == 0 ? null : base(rhythms, Habits.USUAL.halfLifeDays(), NARROWEST);
        for (double halfLife : HALF_LIVES) {
            List<Known> followers = following == null ? List.of() : known(following, halfLife);
            for (double kappa : KAPPAS) {
                List<Known> known = following == null ? known(base(0, halfLife, kappa), halfLife) : followers;
                double[] scores = scores(known, new Kernel(kappa));
                for (int a = 0; a < ALPHAS.length; a++) {
                    fits.add(new Fit(rhythms, new Habits(kappa, ALPHAS[a], halfLife), scores[a]));
                }
            }
        }
        return fits.stream()
                .reduce((best, fit) -> fit.score() > best.score() ? fit : best)
                .orElseThrow();
    }

    private Base base(int rhythms, double halfLife, double kappa) {
        return new ActivityFitting(window.sample(), window.fading(halfLife), window.cut())
                .base(rhythms, new Kernel(kappa), ActivityFitting.Care.FOR_CHOOSING);
    }

    /** What one person did, and what people like them do. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Known(double[] byHour, double[] around, int[] later) {}

    private List<Known> known(Base base, double halfLife) {
        List<Known> known = new ArrayList<>();
        Portions.map(people, (from, to) -> known(base, halfLife, from, to)).forEach(known::addAll);
        return known;
    }

    private List<Known> known(Base base, double halfLife, int from, int to) {
        List<Known> known = new ArrayList<>();
        for (int i = from; i < to; i++) {
            double[] byHour = window.before(i, halfLife);
            known.add(new Known(byHour, base.of(window.segment(i), byHour), window.dayOf(i)));
        }
        return known;
    }

    /** The score of each α. */
    private static double[] scores(List<Known> known, Kernel kernel) {
        var sums = new double[ALPHAS.length];
        for (double[] part :
                Portions.map(known.size(), (from, to) -> scores(known.subList(from, to), kernel, sums.length))) {
            Clock.add(sums, part);
        }
        for (int a = 0; a < sums.length; a++) {
            sums[a] /= Math.max(1, known.size());
        }
        return sums;
    }

    private static double[] scores(List<Known> known, Kernel kernel, int alphas) {
        var sums = new double[alphas];
        for (Known one : known) {
            double[] spread = kernel.spread(one.byHour());
            double n = Clock.sum(one.byHour());
            for (int a = 0; a < alphas; a++) {
                sums[a] += logLikelihood(spread, n, one.around(), ALPHAS[a], one.later());
            }
        }
        return sums;
    }

    private static double logLikelihood(double[] spread, double n, double[] base, double alpha, int[] later) {
        double sum = 0;
        int observations = 0;
        for (int h = 0; h < Kernel.HOURS; h++) {
            if (later[h] > 0) {
                sum += later[h] * StrictMath.log((spread[h] + alpha * base[h]) / (n + alpha));
                observations += later[h];
            }
        }
        return sum / observations;
    }
}
