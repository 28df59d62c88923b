package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.personalize.measure.ForwardSplit;

/**
 * Which settings would have foretold best at which hours the mails of a window were answered, given when mail lay there:
 * by the mean log-likelihood of the hour of a reaction, a person as much as another.
 */
final class ReplyChoice {

    private static final int[] RHYTHMS = {1, 8, 24};
    private static final double[] HALF_LIVES = {90, Fading.NEVER};
    private static final double[] KAPPAS = {4, 12, 32};
    private static final double[] TAUS = {0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 64};
    private static final int ROUNDS = 25;

    static final Fit NOTHING = new Fit(1, new ReplyModel.Settings(KAPPAS[0], TAUS[0], Fading.NEVER), 0);

    private final MailSample sample;
    private final ForwardSplit split;
    private final long latest;
    private final List<Integer> judged = new ArrayList<>();

    ReplyChoice(MailSample sample, ForwardSplit split) {
        this.sample = sample;
        this.split = split;
        latest = split.cut();
        var evenly = new double[Mails.OLDEST + 1];
        Arrays.fill(evenly, 1);
        for (int i = 0; i < sample.size(); i++) {
            if (Clock.sum(later(i, evenly).reactions()) > 0) {
                judged.add(i);
            }
        }
    }

    /** @param score the mean log-likelihood */
    record Fit(int rhythms, ReplyModel.Settings settings, double score) {

        String words() {
            return "mails and reactions, "
                    + (rhythms == 1 ? "everybody's rhythm" : rhythms + " shared rhythms")
                    + " (%s h around each reaction, what was expected counts as %s reactions, "
                            .formatted(Kernel.hours(settings.kappa()), settings.tau())
                    + (settings.halfLifeDays() == Fading.NEVER
                            ? "nothing fades)"
                            : "half-life " + (long) settings.halfLifeDays() + " d)");
        }
    }

    long cut() {
        return split.cut();
    }

    String words() {
        return HourWindow.words(split);
    }

    int size() {
        return judged.size();
    }

    int person(int i) {
        return sample.people()[judged.get(i)];
    }

    private Mails.Tally later(int i, double[] ageing) {
        var kept = new Fading(latest, Fading.NEVER);
        return sample.mails().get(i).tally(kept, ageing, split.cut(), split.end());
    }

    Fit best() {
        List<Fit> fits = new ArrayList<>();
        for (double halfLife : HALF_LIVES) {
            var fading = new Fading(latest, halfLife);
            var fitting = new ReplyFitting(sample, fading, split.cut());
            for (int rhythms : RHYTHMS) {
                ReplyModel model = fitting.fit(rhythms, ROUNDS, new ReplyModel.Settings(KAPPAS[0], TAUS[0], halfLife));
                fits.addAll(fits(rhythms, halfLife, model, fitting.tallies()));
            }
        }
        return fits.stream()
                .reduce((best, fit) -> fit.score() > best.score() ? fit : best)
                .orElseThrow();
    }

    private List<Fit> fits(int rhythms, double halfLife, ReplyModel model, List<Mails.Tally> tallies) {
        var rhythm = new ReplyRhythm(model);
        List<Known> known = new ArrayList<>();
        Portions.map(
                        judged.size(),
                        (from, to) -> judged.subList(from, to).stream()
                                .map(i -> new Known(
                                        tallies.get(i), rhythm.like(tallies.get(i)), later(i, model.ageing())))
                                .toList())
                .forEach(known::addAll);
        List<Fit> fits = new ArrayList<>();
        for (double kappa : KAPPAS) {
            var kernel = new Kernel(kappa);
            for (double tau : TAUS) {
                double sum = 0;
                for (double part : Portions.map(
                        known.size(),
                        (from, to) -> known.subList(from, to).stream()
                                .mapToDouble(one -> one.score(kernel, tau))
                                .reduce(0, Double::sum))) {
                    sum += part;
                }
                var settings = new ReplyModel.Settings(kappa, tau, halfLife);
                fits.add(new Fit(rhythms, settings, sum / Math.max(1, known.size())));
            }
        }
        return fits;
    }

    /** What was known of somebody, and what came later. */
    private record Known(Mails.Tally before, ReplyRhythm.Readiness like, Mails.Tally later) {
        double score(Kernel kernel, double tau) {
            return ReplyChoice.score(
                    later, ReplyRhythm.own(before, like, kernel, tau).hours());
        }
    }

    /** A model of what was known before the window. */
    ReplyModel model(Fit fit) {
        return fitting(fit).fit(fit.rhythms(), ROUNDS, fit.settings());
    }

    private ReplyFitting fitting(Fit fit) {
        return new ReplyFitting(sample, new Fading(latest, fit.settings().halfLifeDays()), split.cut());
    }

    /** How well the model foretells, person by person. */
    double[] scores(ReplyModel model) {
        var fading = new Fading(latest, model.settings().halfLifeDays());
        List<Mails.Tally> tallies = sample.tallies(fading, model.ageing(), split.cut());
        var rhythm = new ReplyRhythm(model);
        return scores(model.ageing(), i -> rhythm.of(tallies.get(judged.get(i))).hours());
    }

    /** How well any readiness foretells, of the judged people one after the other. */
    double[] scores(double[] ageing, IntFunction<double[]> readiness) {
        var scores = new double[judged.size()];
        Portions.map(judged.size(), (from, to) -> {
            for (int i = from; i < to; i++) {
                scores[i] = score(later(judged.get(i), ageing), readiness.apply(i));
            }
            return to;
        });
        return scores;
    }

    private static double score(Mails.Tally later, double[] readiness) {
        double all = 0;
        for (int h = 0; h < Kernel.HOURS; h++) {
            all += readiness[h] * later.exposure()[h];
        }
        double sum = 0;
        for (int h = 0; h < Kernel.HOURS; h++) {
            if (later.reactions()[h] > 0) {
                sum += later.reactions()[h] * StrictMath.log(readiness[h] * later.exposure()[h] / all);
            }
        }
        return sum / Clock.sum(later.reactions());
    }
}
