package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.personalize.measure.ForwardSplit;
import org.personalize.measure.Interval;

/**
 * Which settings would have foretold best which mails of a window were answered and when, given when mail lay there: by the
 * log-likelihood of what each person did and did not do. Only by what they did, a model that trusts single reactions far
 * too much would seem to foretell best, because most mail goes out at the same hours again.
 */
final class ReplyChoice {

    /** Enough to tell settings apart; more would only take longer. */
    private static final int MOST_PEOPLE = 20_000;

    private static final int[] RHYTHMS = {1, 8, 16};
    private static final double HALF_LIFE_DAYS = 90;
    private static final double[] KAPPAS = {4, 6, 12, 24};
    private static final double[] TAUS = {0.1, 0.25, 0.5, 1, 2, 4, 16, 64};
    private static final int ROUNDS = 25;

    static final Fit NOTHING =
            new Fit(1, new ReplyModel.Settings(KAPPAS[0], TAUS[0], Fading.NEVER), Double.NEGATIVE_INFINITY);

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

    /** @param score the mean log-likelihood of a person */
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

    /** Mails are forgotten only where that foretells more by more than chance explains. */
    Fit best() {
        Found kept = Arrays.stream(RHYTHMS)
                .mapToObj(rhythms -> find(rhythms, Fading.NEVER))
                .reduce((best, found) -> found.fit.score() > best.fit.score() ? found : best)
                .orElseThrow();
        Found fading = find(kept.fit.rhythms(), HALF_LIFE_DAYS);
        return Interval.ofDifference(fading.scores(), kept.scores()).isAboveZero() ? fading.fit : kept.fit;
    }

    /** The best settings for so many rhythms, and the people they were tried on. */
    private record Found(Fit fit, List<Known> known) {
        double[] scores() {
            var kernel = new Kernel(fit.settings().kappa());
            return ReplyChoice.scores(known, kernel, fit.settings().tau());
        }
    }

    private Found find(int rhythms, double halfLife) {
        var fitting = new ReplyFitting(sample, new Fading(latest, halfLife), split.cut());
        ReplyModel model = fitting.fit(rhythms, ROUNDS, new ReplyModel.Settings(KAPPAS[0], TAUS[0], halfLife));
        var rhythm = new ReplyRhythm(model);
        List<Known> known = new ArrayList<>();
        Portions.map(Math.min(MOST_PEOPLE, sample.size()), (from, to) -> known(fitting, model, rhythm, from, to))
                .forEach(known::addAll);
        Fit best = NOTHING;
        for (double kappa : KAPPAS) {
            var kernel = new Kernel(kappa);
            for (double tau : TAUS) {
                double score = Interval.of(scores(known, kernel, tau)).mean();
                if (score > best.score()) {
                    best = new Fit(rhythms, new ReplyModel.Settings(kappa, tau, halfLife), score);
                }
            }
        }
        return new Found(best, known);
    }

    private static double[] scores(List<Known> known, Kernel kernel, double tau) {
        return Portions.map(
                        known.size(),
                        (from, to) -> known.subList(from, to).stream()
                                .mapToDouble(one -> one.score(kernel, tau))
                                .toArray())
                .stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** The people who got mail in the window. */
    private List<Known> known(ReplyFitting fitting, ReplyModel model, ReplyRhythm rhythm, int from, int to) {
        List<Known> known = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Mails.Tally later = later(i, model.ageing());
            if (Clock.sum(later.exposure()) > 0) {
                Mails.Tally before = fitting.tallies().get(i);
                known.add(new Known(before, rhythm.like(before), later));
            }
        }
        return known;
    }

    /** What was known of somebody, and what came later. */
    private record Known(Mails.Tally before, ReplyRhythm.Readiness like, Mails.Tally later) {
        double score(Kernel kernel, double tau) {
            double[] hours = ReplyRhythm.own(before, like, kernel, tau).hours();
            double sum = 0;
            for (int h = 0; h < Kernel.HOURS; h++) {
                double rate = like.eagerness() * hours[h];
                double seen = later.reactions()[h];
                sum += (seen > 0 ? seen * StrictMath.log(rate) : 0) - rate * later.exposure()[h];
            }
            return sum;
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
