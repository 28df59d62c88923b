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
    private static final double START_TAU = 2;
    private static final double START_KAPPA = 6;

    private final MailSample sample;
    private final long until;
    private final double[] ageing;
    private final double[] everybody;
    private final double eagerness;
    private final List<Mails.Tally> tallies;

    ReplyFitting(MailSample sample, Fading fading, long until) {
        this.sample = sample;
        this.until = until;
        var learned = new Ageing(sample, fading, until);
        ageing = learned.byAge();
        everybody = learned.byHour();
        eagerness = learned.eagerness();
        tallies = sample.tallies(fading, ageing, until);
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
        return new ReplyModel(settings, mixture, ageing, eagerness, sentAt());
    }

    /** Begins with the readiness that people show by themselves, so that the hours at which we sent do not mislead. */
    private Mixture first(int rhythms) {
        var alone = new Mixture(new double[][] {everybody}, new double[] {1});
        if (rhythms == 1) {
            return alone;
        }
        var settings = new ReplyModel.Settings(START_KAPPA, START_TAU, Fading.NEVER);
        var rhythm = new ReplyRhythm(new ReplyModel(settings, alone, ageing, eagerness, sentAt()));
        List<double[]> ready = new ArrayList<>();
        for (Mails.Tally tally : tallies) {
            double n = Clock.sum(tally.reactions());
            if (n > 0) {
                ready.add(ReplyRhythm.scaled(Clock.shares(rhythm.of(tally).hours()), n));
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

    private Mixture better(Mixture mixture) {
        var sums = new double[mixture.size()][2 * Kernel.HOURS + 1];
        for (double[][] part : Portions.map(tallies.size(), (from, to) -> follow(mixture, from, to))) {
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
        for (Mails.Tally tally : tallies.subList(from, to)) {
            double own = ReplyRhythm.eagerness(eagerness, tally, usual);
            double[] followed =
                    mixture.followed(mixture.shares(), tally.reactions(), ReplyRhythm.scaled(tally.exposure(), own));
            own = ReplyRhythm.eagerness(eagerness, tally, mixture.blend(followed));
            for (int k = 0; k < followed.length; k++) {
                for (int h = 0; h < Kernel.HOURS; h++) {
                    sums[k][h] += followed[k] * tally.reactions()[h];
                    sums[k][Kernel.HOURS + h] += followed[k] * own * tally.exposure()[h];
                }
                sums[k][2 * Kernel.HOURS] += followed[k];
            }
        }
        return sums;
    }
}
