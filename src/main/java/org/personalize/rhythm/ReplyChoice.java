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

    private static final int[] RHYTHMS = {1, 8, 16, 32};
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

    /** The best settings for so many rhythms, and how they did, person by person. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Found(Fit fit, double[] scores) {}

    private Found find(int rhythms, double halfLife) {
        var fitting = new ReplyFitting(sample, new Fading(latest, halfLife), split.cut());
        ReplyModel model = fitting.fit(rhythms, ROUNDS, new ReplyModel.Settings(KAPPAS[0], TAUS[0], halfLife));
        var rhythm = new ReplyRhythm(model);
        List<Known> known = new ArrayList<>();
        Portions.map(Math.min(MOST_PEOPLE, sample.size()), (from, to) -> known(fitting, model, rhythm, from, to))
                .forEach(known::addAll);
        var best = new Found(NOTHING, new double[0]);
        for (double kappa : KAPPAS) {
            double[][] byTau = scores(known, new Kernel(kappa));
            for (int i = 0; i < TAUS.length; i++) {
                double score = Interval.of(byTau[i]).mean();
                if (score > best.fit().score()) {
                    var settings = new ReplyModel.Settings(kappa, TAUS[i], halfLife);
                    best = new Found(new Fit(rhythms, settings, score), byTau[i]);
                }
            }
        }
        return best;
    }

    /** For each of the weights of what was expected, person by person. */
    private static double[][] scores(List<Known> known, Kernel kernel) {
        var scores = new double[TAUS.length][known.size()];
        Portions.map(known.size(), (from, to) -> {
            for (int one = from; one < to; one++) {
                known.get(one).score(kernel, scores, one);
            }
            return to;
        });
        return scores;
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
    private record Known(Mails.Tally before, List<ReplyRhythm.Readiness> like, Mails.Tally later) {

        /** How likely what came later was: over the rhythms that they may follow, and how eager they may be. */
        void score(Kernel kernel, double[][] scores, int one) {
            double[] seen = kernel.spread(before.reactions());
            var likely = new double[TAUS.length][like.size()];
            for (int k = 0; k < like.size(); k++) {
                ReplyRhythm.Readiness readiness = like.get(k);
                double[] foreseen = kernel.spread(readiness.foreseen(before.exposure()));
                for (int i = 0; i < TAUS.length; i++) {
                    double[] hours = readiness.corrected(seen, foreseen, TAUS[i]);
                    likely[i][k] = StrictMath.log(readiness.chance()) + likely(hours, readiness.eagerness());
                }
            }
            for (int i = 0; i < TAUS.length; i++) {
                scores[i][one] = logOfSum(likely[i]);
            }
        }

        private double likely(double[] hours, Eagerness eagerness) {
            double sum =
                    eagerness.wholeLogLikelihood(Clock.sum(later.reactions()), Clock.product(later.exposure(), hours));
            for (int h = 0; h < Kernel.HOURS; h++) {
                sum += later.reactions()[h] > 0 ? later.reactions()[h] * StrictMath.log(hours[h]) : 0;
            }
            return sum;
        }

        private static double logOfSum(double[] logs) {
            double most = Arrays.stream(logs).max().orElseThrow();
            double sum = 0;
            for (double log : logs) {
                sum += StrictMath.exp(log - most);
            }
            return most + StrictMath.log(sum);
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
        return scores(model.ageing(), i -> rhythm.readiness(tallies.get(judged.get(i))));
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
