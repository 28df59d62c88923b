package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;

/**
 * How ready somebody is to react at each hour: as those who follow the same rhythms, corrected by the hours at which they
 * reacted oftener or more seldom than these would have. Mail that lay there at an hour without an answer speaks against
 * that hour, and where no mail ever lay nothing is said.
 *
 * <pre>a(h) = B(h) · (K∗n + τ)(h) / (K∗(c · B · E) + τ)(h)</pre>
 *
 * <p>Which of the rhythms it is stays open: each is followed with a chance, and what is said of somebody is the mean.
 */
final class ReplyRhythm {

    /** A rhythm that is less likely than this is not looked at. */
    private static final double LEAST_FOLLOWED = 0.02;

    private final ReplyModel model;
    private final Kernel kernel;

    ReplyRhythm(ReplyModel model) {
        this.model = model;
        kernel = new Kernel(model.settings().kappa());
    }

    /**
     * What would be known of somebody, did they follow one of the rhythms.
     *
     * @param chance that they do
     * @param hours how much readier they are at each hour than on average; 1 on average
     * @param eagerness what a mail to them brings in reactions
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Readiness(double chance, double[] hours, Eagerness eagerness) {

        /** The hours of those who follow the rhythm, with the reactions that were seen and foreseen near each. */
        double[] corrected(double[] seen, double[] foreseen, double tau) {
            var own = new double[Kernel.HOURS];
            for (int h = 0; h < Kernel.HOURS; h++) {
                own[h] = hours[h] * (seen[h] + tau) / (foreseen[h] + tau);
            }
            return meanOne(own);
        }

        /** The reactions to be expected at each hour. */
        double[] foreseen(double[] exposure) {
            var foreseen = new double[Kernel.HOURS];
            for (int h = 0; h < Kernel.HOURS; h++) {
                foreseen[h] = eagerness.mean() * hours[h] * exposure[h];
            }
            return foreseen;
        }
    }

    /** Of those who follow the same rhythms. */
    List<Readiness> like(Mails.Tally tally) {
        Mixture mixture = model.mixture();
        double[] followed = mixture.followed(tally, model.eagerness());
        double reactions = Clock.sum(tally.reactions());
        double all = 0;
        for (double chance : followed) {
            all += chance >= LEAST_FOLLOWED ? chance : 0;
        }
        List<Readiness> like = new ArrayList<>();
        for (int k = 0; k < followed.length; k++) {
            if (followed[k] >= LEAST_FOLLOWED) {
                double[] hours = mixture.rhythms()[k];
                like.add(new Readiness(
                        followed[k] / all,
                        hours,
                        model.eagerness().given(reactions, Clock.product(tally.exposure(), hours))));
            }
        }
        return like;
    }

    /** What a mail that lies there brings in reactions at each hour, by the rhythms alone. */
    double[] expected(Mails.Tally tally) {
        var hours = new double[Kernel.HOURS];
        for (Readiness one : like(tally)) {
            Clock.add(hours, scaled(one.hours(), one.chance() * one.eagerness().mean()));
        }
        return hours;
    }

    private List<Readiness> of(Mails.Tally tally) {
        double[] seen = kernel.spread(tally.reactions());
        return like(tally).stream()
                .map(like -> new Readiness(
                        like.chance(),
                        like.corrected(
                                seen,
                                kernel.spread(like.foreseen(tally.exposure())),
                                model.settings().tau()),
                        like.eagerness()))
                .toList();
    }

    /** How ready somebody is at each hour, and how eager: what a mail that lies there brings in reactions. */
    double[] readiness(Mails.Tally tally) {
        var hours = new double[Kernel.HOURS];
        for (Readiness one : of(tally)) {
            Clock.add(hours, scaled(one.hours(), one.chance() * one.eagerness().mean()));
        }
        return hours;
    }

    static double[] scaled(double[] weights, double factor) {
        var scaled = new double[weights.length];
        for (int h = 0; h < scaled.length; h++) {
            scaled[h] = factor * weights[h];
        }
        return scaled;
    }

    static double[] meanOne(double[] weights) {
        return scaled(weights, Kernel.HOURS / Clock.sum(weights));
    }

    /**
     * The chance that a mail sent at each hour is reacted to at all, by somebody of whom this is known: the mean over the
     * rhythms and not the chance under their mean, because who surely reads at six or at ten is not somebody who reads a
     * little at both.
     */
    double[] values(Mails.Tally tally) {
        var values = new double[Kernel.HOURS];
        double[] ageing = model.ageing();
        for (Readiness one : of(tally)) {
            for (int sent = 0; sent < Kernel.HOURS; sent++) {
                double lying = 0;
                int hour = sent;
                for (double fresh : ageing) {
                    lying += one.hours()[hour] * fresh;
                    hour = hour == Kernel.HOURS - 1 ? 0 : hour + 1;
                }
                values[sent] += one.chance() * one.eagerness().chance(lying);
            }
        }
        return values;
    }

    /** Of how many reactions something is known: those that came, and those that were to be expected and did not come. */
    double evidence(Mails.Tally tally) {
        double foreseen = model.eagerness().mean() * Clock.product(tally.exposure(), model.everybody());
        return Math.max(Clock.sum(tally.reactions()), foreseen);
    }

    /** The chance of each hour for the next reaction, with mail going out when it did; sums to 1. */
    double[] asLogged(Mails.Tally tally) {
        var hours = new double[Kernel.HOURS];
        for (Readiness one : of(tally)) {
            for (int sent = 0; sent < Kernel.HOURS; sent++) {
                addReactions(hours, one, sent);
            }
        }
        return Clock.shares(hours);
    }

    private void addReactions(double[] hours, Readiness one, int sent) {
        double weight = one.chance() * model.sentAt()[sent];
        double before = 0;
        double lying = 0;
        for (int age = 0; age < model.ageing().length; age++) {
            int hour = (sent + age) % Kernel.HOURS;
            lying += one.hours()[hour] * model.ageing()[age];
            double reacted = one.eagerness().chance(lying);
            hours[hour] += weight * (reacted - before);
            before = reacted;
        }
    }
}
