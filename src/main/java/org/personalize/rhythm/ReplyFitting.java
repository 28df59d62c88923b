package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the rhythms of readiness, and how a mail ages, from mails and what came of them before a moment. Reactions are
 * taken as a Poisson process: the mail that lies there, times how it has aged, times the person's eagerness, times the
 * readiness of the hour. Rhythms are learned once it is known how a mail ages.
 */
final class ReplyFitting {

    /** How many reactions everybody's readiness weighs at an hour of a rhythm. */
    private static final double RHYTHM_PRIOR = 4;

    private static final double SHARE_PRIOR = 1;

    /** Their mean is as good as that of all. */
    private static final int MOST_PEOPLE = 20_000;

    private static final double NEGLIGIBLE = 1e-6;
    private static final double START_TAU = 2;
    private static final double START_KAPPA = 6;

    private final MailSample sample;
    private final long until;
    private final double[] ageing;
    private final double[] everybody;
    private final double eagerness;
    private final List<Mails.Tally> tallies;

    /** Of those who never reacted nothing is learned but that they are not eager. */
    private final List<Mails.Tally> reacting;

    ReplyFitting(MailSample sample, Fading fading, long until) {
        this.sample = sample;
        this.until = until;
        var learned = new Ageing(sample, fading, until);
        ageing = learned.byAge();
        everybody = learned.byHour();
        eagerness = learned.eagerness();
        tallies = sample.tallies(fading, ageing, until);
        reacting = tallies.stream()
                .filter(tally -> Clock.sum(tally.reactions()) > 0)
                .toList();
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
        var mixture = first(rhythms);
        for (int round = 0; round < rounds && mixture.size() > 1; round++) {
            mixture = better(mixture);
        }
        return new ReplyModel(settings, mixture, ageing, eagerness, sentAt(), Clock.even());
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
        for (Mails.Tally tally : reacting) {
            double n = Clock.sum(tally.reactions());
            ready.add(ReplyRhythm.scaled(Clock.shares(rhythm.of(tally).hours()), n));
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

    private Mixture better(Mixture mixture) {
        var sums = new double[mixture.size()][2 * Kernel.HOURS + 1];
        for (double[][] part : Portions.map(reacting.size(), (from, to) -> follow(mixture, from, to))) {
            for (int k = 0; k < sums.length; k++) {
                Clock.add(sums[k], part[k]);
            }
        }
        var rhythms = new double[sums.length][Kernel.HOURS];
        var shares = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            for (int h = 0; h < Kernel.HOURS; h++) {
                rhythms[k][h] = (sums[k][h] + RHYTHM_PRIOR * everybody[h]) / (sums[k][Kernel.HOURS + h] + RHYTHM_PRIOR);
            }
            rhythms[k] = ReplyRhythm.meanOne(rhythms[k]);
            shares[k] = sums[k][2 * Kernel.HOURS] + SHARE_PRIOR;
        }
        return new Mixture(rhythms, Clock.shares(shares));
    }

    /** For each rhythm the reactions of those who follow it, what was to be expected of any hour, and how many they are. */
    private double[][] follow(Mixture mixture, int from, int to) {
        var sums = new double[mixture.size()][2 * Kernel.HOURS + 1];
        double[] usual = mixture.blend(mixture.shares());
        for (Mails.Tally tally : reacting.subList(from, to)) {
            double own = ReplyRhythm.eagerness(eagerness, tally, usual);
            double[] followed = mixture.followed(mixture.shares(), tally.reactions(), tally.exposure(), own);
            own = ReplyRhythm.eagerness(eagerness, tally, mixture.blend(followed));
            for (int k = 0; k < followed.length; k++) {
                if (followed[k] > NEGLIGIBLE) {
                    add(sums[k], tally, followed[k], own);
                }
            }
        }
        return sums;
    }

    private static void add(double[] sums, Mails.Tally tally, double followed, double eagerness) {
        for (int h = 0; h < Kernel.HOURS; h++) {
            sums[h] += followed * tally.reactions()[h];
            sums[Kernel.HOURS + h] += followed * eagerness * tally.exposure()[h];
        }
        sums[2 * Kernel.HOURS] += followed;
    }
}
