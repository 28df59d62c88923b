package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the rhythms of readiness, and how a mail ages, from mails and what came of them before a moment. Reactions are
 * taken as a Poisson process: the mail that lies there, times how it has aged, times the person's eagerness, times the
 * readiness of the hour. How a mail ages is learned by everybody's hours first, then in turns with a few rhythms; the rhythms
 * that are asked for are learned once it is known.
 */
final class ReplyFitting {

    /** How many reactions everybody's readiness weighs at an hour of a rhythm. */
    private static final double RHYTHM_PRIOR = 1;

    private static final double SHARE_PRIOR = 1;

    /** Their mean is as good as that of all. */
    private static final int MOST_PEOPLE = 20_000;

    /** How often it is learned anew how a mail ages, by rhythms that are good enough for that. */
    private static final int TURNS = 3;

    private static final int FEW_RHYTHMS = 8;
    private static final int FEW_ROUNDS = 10;

    private static final double NEGLIGIBLE = 1e-6;
    private static final double START_SHAPE = 2;
    private static final double START_TAU = 2;
    private static final double START_KAPPA = 6;

    private final MailSample sample;
    private final long until;
    private double[] ageing;
    private double[] everybody;
    private Eagerness eagerness;
    private List<Mails.Tally> tallies;

    ReplyFitting(MailSample sample, Fading fading, long until) {
        this.sample = sample;
        this.until = until;
        var learned = new Ageing(sample, fading, until);
        ageing = learned.byAge();
        everybody = learned.byHour();
        eagerness = new Eagerness(START_SHAPE, START_SHAPE / learned.eagerness());
        tallies = sample.tallies(fading, ageing, until);
        for (int turn = 0; turn < TURNS; turn++) {
            var rhythm = new ReplyRhythm(
                    fit(FEW_RHYTHMS, FEW_ROUNDS, new ReplyModel.Settings(START_KAPPA, START_TAU, Fading.NEVER)));
            List<Mails.Tally> known = tallies;
            learned.learnAgain(sample, fading, until, person -> rhythm.expected(known.get(person)));
            ageing = learned.byAge();
            everybody = learned.byHour();
            eagerness = new Eagerness(START_SHAPE, START_SHAPE / learned.eagerness());
            tallies = sample.tallies(fading, ageing, until);
        }
    }

    double[] ageing() {
        return ageing;
    }

    double[] everybody() {
        return everybody;
    }

    List<Mails.Tally> tallies() {
        return tallies;
    }

    /** @param rhythms how many; 1 for everybody's alone */
    ReplyModel fit(int rhythms, int rounds, ReplyModel.Settings settings) {
        var model = new ReplyModel(settings, first(rhythms), ageing, eagerness, sentAt(), Clock.even());
        for (int round = 0; round < rounds; round++) {
            model = better(model);
        }
        return model;
    }

    /** The same model, with what hours are worth to everybody: the mean over people, so that the eager count for no more. */
    ReplyModel withUsual(ReplyModel model) {
        var rhythm = new ReplyRhythm(model);
        int people = Math.min(MOST_PEOPLE, tallies.size());
        var sums = new double[Kernel.HOURS];
        Portions.map(people, (from, to) -> {
                    var some = new double[Kernel.HOURS];
                    tallies.subList(from, to).forEach(tally -> Clock.add(some, rhythm.values(tally)));
                    return some;
                })
                .forEach(some -> Clock.add(sums, some));
        return model.withUsual(ReplyRhythm.scaled(sums, 1.0 / people));
    }

    /** Begins with the readiness that people show by themselves, so that the hours at which we sent do not mislead. */
    private Mixture first(int rhythms) {
        var alone = new Mixture(new double[][] {everybody}, new double[] {1});
        if (rhythms == 1) {
            return alone;
        }
        var settings = new ReplyModel.Settings(START_KAPPA, START_TAU, Fading.NEVER);
        var rhythm = new ReplyRhythm(new ReplyModel(settings, alone, ageing, eagerness, sentAt(), Clock.even()));
        List<double[]> ready = new ArrayList<>();
        for (Mails.Tally tally : tallies) {
            double n = Clock.sum(tally.reactions());
            if (n > 0) {
                ready.add(ReplyRhythm.scaled(Clock.shares(rhythm.readiness(tally)), n));
            }
        }
        double[][] first = FirstRhythms.of(ready, rhythms, 1);
        var shares = new double[first.length];
        Arrays.fill(shares, 1.0 / first.length);
        return new Mixture(Arrays.stream(first).map(ReplyRhythm::meanOne).toArray(double[][]::new), shares);
    }

    private double[] sentAt() {
        var sent = new double[Kernel.HOURS];
        Arrays.fill(sent, 1e-6);
        for (Mails own : sample.mails()) {
            for (int mail = 0; mail < own.size(); mail++) {
                sent[own.hourAt(mail, 0)] += own.seconds()[mail] < until ? 1 : 0;
            }
        }
        return Clock.shares(sent);
    }

    private ReplyModel better(ReplyModel model) {
        var found = new Found(model.mixture().size());
        Portions.map(tallies.size(), (from, to) -> found(model, from, to)).forEach(found::add);
        return model.with(found.mixture(everybody), found.eagerness());
    }

    private Found found(ReplyModel model, int from, int to) {
        var found = new Found(model.mixture().size());
        for (Mails.Tally tally : tallies.subList(from, to)) {
            found.add(tally, model);
        }
        return found;
    }

    /** For each rhythm the reactions of those who follow it, what was to be expected of any hour, and how many they are. */
    private static final class Found {

        private final double[][] reactions;
        private final double[][] foreseen;
        private final double[] followers;
        private double eagerness;
        private double logEagerness;

        Found(int rhythms) {
            reactions = new double[rhythms][Kernel.HOURS];
            foreseen = new double[rhythms][Kernel.HOURS];
            followers = new double[rhythms];
        }

        void add(Mails.Tally tally, ReplyModel model) {
            double[] followed = model.mixture().followed(tally, model.eagerness());
            double n = Clock.sum(tally.reactions());
            for (int k = 0; k < followed.length; k++) {
                if (followed[k] > NEGLIGIBLE) {
                    double lay = Clock.product(tally.exposure(), model.mixture().rhythms()[k]);
                    Eagerness own = model.eagerness().given(n, lay);
                    double weight = followed[k] * own.mean();
                    for (int h = 0; h < Kernel.HOURS; h++) {
                        reactions[k][h] += followed[k] * tally.reactions()[h];
                        foreseen[k][h] += weight * tally.exposure()[h];
                    }
                    followers[k] += followed[k];
                    eagerness += weight;
                    logEagerness += followed[k] * own.meanLog();
                }
            }
        }

        void add(Found other) {
            for (int k = 0; k < followers.length; k++) {
                Clock.add(reactions[k], other.reactions[k]);
                Clock.add(foreseen[k], other.foreseen[k]);
            }
            Clock.add(followers, other.followers);
            eagerness += other.eagerness;
            logEagerness += other.logEagerness;
        }

        Mixture mixture(double[] everybody) {
            var rhythms = new double[followers.length][Kernel.HOURS];
            var shares = new double[followers.length];
            for (int k = 0; k < rhythms.length; k++) {
                for (int h = 0; h < Kernel.HOURS; h++) {
                    rhythms[k][h] = (reactions[k][h] + RHYTHM_PRIOR * everybody[h]) / (foreseen[k][h] + RHYTHM_PRIOR);
                }
                rhythms[k] = ReplyRhythm.meanOne(rhythms[k]);
                shares[k] = followers[k] + SHARE_PRIOR;
            }
            return new Mixture(rhythms, Clock.shares(shares));
        }

        Eagerness eagerness() {
            double all = Clock.sum(followers);
            return Eagerness.fitted(eagerness / all, logEagerness / all);
        }
    }
}
