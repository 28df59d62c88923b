package org.personalize.rhythm;

import org.personalize.measure.Columns;

/**
 * What was learned from mails and what came of them: how ready people are to react at each hour, whatever the hours at
 * which mail happened to lie there.
 *
 * @param settings how far a person's own reactions are trusted
 * @param mixture the rhythms of readiness that people follow, each 1 on average
 * @param ageing how a mail fades, hour by hour; sums to 1
 * @param eagerness of people of whom nothing is known
 * @param sentAt the share of mail that went out at each local hour
 * @param usualValues what a mail sent at each hour is worth, the mean over everybody
 */
@SuppressWarnings("ArrayRecordComponent")
record ReplyModel(
        Settings settings,
        Mixture mixture,
        double[] ageing,
        Eagerness eagerness,
        double[] sentAt,
        double[] usualValues) {

    /**
     * @param kappa how narrowly a reaction speaks for its own hour
     * @param tau how many reactions the readiness of others weighs at an hour
     * @param halfLifeDays how soon a mail is forgotten, or {@link Fading#NEVER}
     */
    record Settings(double kappa, double tau, double halfLifeDays) {}

    Columns columns() {
        return new Columns()
                .put("settings", settings.kappa(), settings.tau(), settings.halfLifeDays())
                .put("eagerness", eagerness.shape(), eagerness.rate())
                .put("ageing", ageing)
                .put("sent", sentAt)
                .put("usual", usualValues)
                .putAll("mixture", ActivityModel.columns(mixture));
    }

    static ReplyModel of(Columns columns) {
        double[] settings = columns.doubles("settings");
        double[] eagerness = columns.doubles("eagerness");
        return new ReplyModel(
                new Settings(settings[0], settings[1], settings[2]),
                ActivityModel.mixture(columns.under("mixture")),
                columns.doubles("ageing"),
                new Eagerness(eagerness[0], eagerness[1]),
                columns.doubles("sent"),
                columns.doubles("usual"));
    }

    ReplyModel with(Mixture better, Eagerness known) {
        return new ReplyModel(settings, better, ageing, known, sentAt, usualValues);
    }

    ReplyModel withUsual(double[] values) {
        return new ReplyModel(settings, mixture, ageing, eagerness, sentAt, values);
    }

    /** The readiness of everybody. */
    double[] everybody() {
        return mixture.blend(mixture.shares());
    }
}
