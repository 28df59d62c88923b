package org.personalize.rhythm;

/**
 * How ready somebody is to react at each hour: as those who follow the same rhythms, corrected by the hours at which they
 * reacted oftener or more seldom than these would have. Mail that lay there at an hour without an answer speaks against
 * that hour, and where no mail ever lay nothing is said.
 *
 * <pre>a(h) = B(h) · (K∗n + τ)(h) / (K∗(c · B · E) + τ)(h)</pre>
 */
final class ReplyRhythm {

    /** How many reactions everybody's eagerness weighs against a person's own. */
    private static final double EAGERNESS_PRIOR = 2;

    private static final int EAGERNESS_ROUNDS = 3;

    /** A rhythm that is less likely than this is not looked at. */
    private static final double LEAST_FOLLOWED = 0.02;

    /** Nobody reacts for certain. */
    private static final double MOST_HAZARD = 0.9;

    private final ReplyModel model;
    private final Kernel kernel;

    ReplyRhythm(ReplyModel model) {
        this.model = model;
        kernel = new Kernel(model.settings().kappa());
    }

    /**
     * What is known of somebody.
     *
     * @param hours how much readier they are at each hour than on average; 1 on average
     * @param eagerness what a mail to them brings in reactions
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Readiness(double[] hours, double eagerness) {}

    /** Of those who follow the same rhythms. */
    Readiness like(Mails.Tally tally) {
        Mixture mixture = model.mixture();
        double[] like = model.everybody();
        double eagerness = eagerness(model.eagerness(), tally, like);
        for (int round = 0; round < EAGERNESS_ROUNDS; round++) {
            like = mixture.blend(mixture.followed(mixture.shares(), tally.reactions(), tally.exposure(), eagerness));
            eagerness = eagerness(model.eagerness(), tally, like);
        }
        return new Readiness(like, eagerness);
    }

    Readiness of(Mails.Tally tally) {
        return own(tally, like(tally), kernel, model.settings().tau());
    }

    static Readiness own(Mails.Tally tally, Readiness like, Kernel kernel, double tau) {
        var expected = new double[Kernel.HOURS];
        for (int h = 0; h < Kernel.HOURS; h++) {
            expected[h] = like.eagerness() * like.hours()[h] * tally.exposure()[h];
        }
        double[] seen = kernel.spread(tally.reactions());
        double[] foreseen = kernel.spread(expected);
        var own = new double[Kernel.HOURS];
        for (int h = 0; h < Kernel.HOURS; h++) {
            own[h] = like.hours()[h] * (seen[h] + tau) / (foreseen[h] + tau);
        }
        return new Readiness(meanOne(own), like.eagerness());
    }

    static double eagerness(double usual, Mails.Tally tally, double[] readiness) {
        double foreseen = Clock.product(tally.exposure(), readiness);
        return (Clock.sum(tally.reactions()) + EAGERNESS_PRIOR) / (foreseen + EAGERNESS_PRIOR / usual);
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

    /** The chance that a mail sent at each hour is reacted to at all. */
    double[] values(Readiness readiness) {
        var values = new double[Kernel.HOURS];
        double[] ageing = model.ageing();
        double[] ready = scaled(readiness.hours(), readiness.eagerness());
        for (int sent = 0; sent < Kernel.HOURS; sent++) {
            double silent = 1;
            int hour = sent;
            for (int age = 0; age < ageing.length; age++) {
                silent *= 1 - Math.min(MOST_HAZARD, ready[hour] * ageing[age]);
                hour = hour == Kernel.HOURS - 1 ? 0 : hour + 1;
            }
            values[sent] = 1 - silent;
        }
        return values;
    }

    /**
     * What each hour is worth to somebody of whom this is known, who may follow any of the rhythms: the mean over them and
     * not the value of their mean, because who surely reads at six or at ten is not somebody who reads a little at both.
     */
    double[] values(Mails.Tally tally) {
        Readiness like = like(tally);
        Mixture mixture = model.mixture();
        double[] followed = mixture.followed(mixture.shares(), tally.reactions(), tally.exposure(), like.eagerness());
        var values = new double[Kernel.HOURS];
        double all = 0;
        for (int k = 0; k < followed.length; k++) {
            if (followed[k] >= LEAST_FOLLOWED) {
                var alone =
                        new Readiness(mixture.rhythms()[k], eagerness(model.eagerness(), tally, mixture.rhythms()[k]));
                Clock.add(
                        values,
                        scaled(values(own(tally, alone, kernel, model.settings().tau())), followed[k]));
                all += followed[k];
            }
        }
        return scaled(values, 1 / all);
    }

    /** Of how many reactions something is known: those that came, and those that were to be expected and did not come. */
    double evidence(Mails.Tally tally) {
        double foreseen = model.eagerness() * Clock.product(tally.exposure(), model.everybody());
        return Math.max(Clock.sum(tally.reactions()), foreseen);
    }

    /** The chance of each hour for the next reaction, with mail going out when it did; sums to 1. */
    double[] asLogged(Readiness readiness) {
        var hours = new double[Kernel.HOURS];
        for (int sent = 0; sent < Kernel.HOURS; sent++) {
            double silent = model.sentAt()[sent];
            for (int age = 0; age < model.ageing().length; age++) {
                double hazard = hazard(readiness, sent, age);
                hours[(sent + age) % Kernel.HOURS] += silent * hazard;
                silent *= 1 - hazard;
            }
        }
        return Clock.shares(hours);
    }

    private double hazard(Readiness readiness, int sent, int age) {
        return Math.min(
                MOST_HAZARD,
                readiness.eagerness() * readiness.hours()[(sent + age) % Kernel.HOURS] * model.ageing()[age]);
    }
}
