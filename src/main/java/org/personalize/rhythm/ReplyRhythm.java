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
            double[] expected = scaled(tally.exposure(), eagerness);
            like = mixture.blend(mixture.followed(mixture.shares(), tally.reactions(), expected));
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
        double foreseen = 0;
        for (int h = 0; h < Kernel.HOURS; h++) {
            foreseen += tally.exposure()[h] * readiness[h];
        }
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
        for (int sent = 0; sent < Kernel.HOURS; sent++) {
            double silent = 1;
            for (int age = 0; age < model.ageing().length; age++) {
                silent *= 1 - hazard(readiness, sent, age);
            }
            values[sent] = 1 - silent;
        }
        return values;
    }

    /** The same for somebody of whom nothing is known, who may follow any of the rhythms. */
    double[] usualValues() {
        Mixture mixture = model.mixture();
        var usual = new double[Kernel.HOURS];
        for (int k = 0; k < mixture.size(); k++) {
            double[] values = values(new Readiness(mixture.rhythms()[k], model.eagerness()));
            Clock.add(usual, scaled(values, mixture.shares()[k]));
        }
        return usual;
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
