package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the rhythms of readiness, and how a mail ages, from mails and what came of them before a moment. Reactions are
 * taken as a Poisson process: the mail that lies there, times how it has aged, times the person's eagerness, times the
 * readiness of the hour. Rhythms and ageing are learned in turns, since each is needed to see the other.
 */
final class ReplyFitting {

    /** How many reactions everybody's readiness weighs at an hour of a rhythm. */
    private static final double RHYTHM_PRIOR = 4;

    private static final double SHARE_PRIOR = 1;
    private static final double AGEING_PRIOR = 0.5;

    /** How many reactions an even readiness weighs at an hour of everybody's. */
    private static final double EVEN_PRIOR = 5;

    private static final int AGEING_ROUNDS = 4;
    private static final double START_TAU = 2;
    private static final double START_KAPPA = 6;

    private final MailSample sample;
    private final Fading fading;
    private final long until;
    private double[] ageing = firstAgeing();
    private double[] everybody = ReplyRhythm.meanOne(Clock.even());
    private double eagerness = 1;
    private List<Mails.Tally> tallies = List.of();

    ReplyFitting(MailSample sample, Fading fading, long until) {
        this.sample = sample;
        this.fading = fading;
        this.until = until;
        for (int round = 0; round < AGEING_ROUNDS; round++) {
            tallies = sample.tallies(fading, ageing, until);
            learnEverybody();
            learnAgeing();
        }
        tallies = sample.tallies(fading, ageing, until);
        learnEverybody();
    }

    private static double[] firstAgeing() {
        var ageing = new double[Mails.OLDEST + 1];
        for (int age = 0; age < ageing.length; age++) {
            ageing[age] = StrictMath.exp(-age / 6.0);
        }
        return Clock.shares(ageing);
    }

    private void learnEverybody() {
        var reactions = new double[Kernel.HOURS];
        var exposure = new double[Kernel.HOURS];
        for (Mails.Tally tally : tallies) {
            Clock.add(reactions, tally.reactions());
            Clock.add(exposure, tally.exposure());
        }
        eagerness = (Clock.sum(reactions) + 1) / (Clock.sum(exposure) + 1);
        for (int h = 0; h < Kernel.HOURS; h++) {
            everybody[h] = (reactions[h] + EVEN_PRIOR) / (eagerness * exposure[h] + EVEN_PRIOR);
        }
        everybody = ReplyRhythm.meanOne(everybody);
    }

    private void learnAgeing() {
        var sums = new double[2][Mails.OLDEST + 1];
        for (double[][] part : Portions.map(sample.size(), this::ages)) {
            Clock.add(sums[0], part[0]);
            Clock.add(sums[1], part[1]);
        }
        var next = new double[ageing.length];
        double rate = Clock.sum(sums[0]) / Math.max(Clock.sum(sums[1]), Double.MIN_NORMAL);
        for (int age = 0; age < next.length; age++) {
            next[age] = (sums[0][age] + AGEING_PRIOR) / (sums[1][age] + AGEING_PRIOR / Math.max(rate, Double.MIN_NORMAL));
        }
        ageing = Clock.shares(next);
    }

    /** The reactions at each age of a mail, and the readiness there was for them. */
    private double[][] ages(int from, int to) {
        var sums = new double[2][Mails.OLDEST + 1];
        for (Mails own : sample.mails().subList(from, to)) {
            for (int mail = 0; mail < own.size(); mail++) {
                if (own.seconds()[mail] < until) {
                    double left = fading.at(own.seconds()[mail]);
                    int watched = own.watched(mail, until);
                    for (int age = 0; age <= watched; age++) {
                        sums[1][age] += left * everybody[own.hourAt(mail, age)];
                    }
                    if (own.isAnswered(mail, until)) {
                        sums[0][own.ages()[mail]] += left * own.weights()[mail];
                    }
                }
            }
        }
        return sums;
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
        return new Mixture(
                Arrays.stream(first).map(ReplyRhythm::meanOne).toArray(double[][]::new), shares);
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
