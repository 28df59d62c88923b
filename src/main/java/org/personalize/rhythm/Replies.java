package org.personalize.rhythm;

/** What mails and reactions say of the hours of the people at hand. */
final class Replies {

    private final ReplyModel model;
    private final ReplyRhythm rhythm;
    private final MailLog log;

    Replies(ReplyModel model, MailLog log) {
        this.model = model;
        this.log = log;
        rhythm = new ReplyRhythm(model);
    }

    private Mails.Tally tally(int person) {
        var fading = new Fading(log.latest(), model.settings().halfLifeDays());
        return log.of(person).tally(fading, model.ageing(), Long.MIN_VALUE, log.latest() + 1);
    }

    PersonHours of(int person) {
        Mails.Tally tally = tally(person);
        return new PersonHours(
                tally.reactions(),
                Clock.shares(rhythm.readiness(tally)),
                Clock.shares(model.everybody()),
                rhythm.values(tally),
                model.usualValues().clone(),
                Clock.sum(tally.reactions()) + model.settings().tau(),
                rhythm.evidence(tally),
                model.ageing());
    }

    double[] asLogged(int person) {
        return rhythm.asLogged(tally(person));
    }
}
