package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import org.personalize.measure.Choice;
import org.personalize.measure.ForwardSplit;
import org.personalize.measure.Interval;
import org.personalize.measure.Stratum;
import org.personalize.measure.Trial;

/**
 * Finds out whether mails and what came of them are a better guide to the hour than the hours of activity: both must
 * foretell when the mails of a later window are answered, given when they lay there.
 */
final class ReplyTraining {

    private static final double HELD_OUT = 0.3;
    private static final int LEAST_REACTIONS = 300;
    private static final int LEAST_JUDGED = 50;
    private static final int ROUNDS = 40;

    private final MailSample mails;
    private final List<Choice> choices = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean isBetter;
    private boolean isPersonal;
    private ReplyChoice.Fit fit = ReplyChoice.NOTHING;

    /** @param active what the hours of activity said of each person at a moment */
    ReplyTraining(MailSample mails, LongFunction<IntFunction<double[]>> active) {
        this.mails = mails;
        List<ReplyChoice> windows = ForwardSplit.twoWindows(mails.seconds(), HELD_OUT).stream()
                .map(split -> new ReplyChoice(mails, split))
                .filter(window -> window.size() >= LEAST_JUDGED)
                .toList();
        if (windows.isEmpty() || mails.reactions(Long.MAX_VALUE) < LEAST_REACTIONS) {
            notes.add(
                    mails.size() == 0
                            ? "No mail with a known hour is in the log, so hours are those at which people are active."
                            : "Too few mails were answered within two days to learn from them, so hours are those at which people "
                                    + "are active.");
            return;
        }
        fit = windows.get(0).best();
        compare(windows.get(windows.size() - 1), active);
    }

    private void compare(ReplyChoice window, LongFunction<IntFunction<double[]>> activity) {
        ReplyModel model = window.model(fit);
        double[] ageing = model.ageing();
        double[] everybody = window.scores(ageing, i -> model.everybody());
        double[] replies = window.scores(model);
        IntFunction<double[]> activeAt = activity.apply(window.cut());
        double[] active = window.scores(ageing, i -> activeAt.apply(window.person(i)));
        isBetter = Interval.ofDifference(replies, active).mean() > 0;
        isPersonal = Interval.ofDifference(replies, everybody).isAboveZero();
        List<Trial> trials = List.of(
                trial("one rhythm for everybody", window, everybody, true),
                trial("hours of activity", window, active, true),
                trial(fit.words(), window, replies, false));
        choices.add(new Choice(
                "what tells the hour better, mails and reactions or all activity",
                isBetter ? fit.words() : "hours of activity",
                isBetter
                        ? "given when mail lay there, it foretold best when it was answered"
                        : "the hours of activity foretold no worse when mail was answered",
                trials));
        notes.add(note());
    }

    private static Trial trial(String candidate, ReplyChoice window, double[] scores, boolean isBaseline) {
        return new Trial(
                candidate,
                window.words(),
                Stratum.ALL,
                "log-likelihood of the hour of a reaction",
                Interval.of(scores),
                isBaseline);
    }

    private String note() {
        if (!isBetter) {
            return "Mails and what came of them say no more of the hour than people's activity does.";
        }
        return String.format(
                Locale.ROOT,
                "Hours are learned from %,d people's mails and reactions, corrected by the hours at which mail lay there.%s",
                mails.size(),
                isPersonal ? "" : " One hour for everybody is as good for your list.");
    }

    boolean isBetter() {
        return isBetter;
    }

    boolean isPersonal() {
        return isPersonal;
    }

    /** The same settings, learned from everything. */
    ReplyModel learn(long latest) {
        var fading = new Fading(latest, fit.settings().halfLifeDays());
        var fitting = new ReplyFitting(mails, fading, latest + 1);
        return fitting.withUsual(fitting.fit(fit.rhythms(), ROUNDS, fit.settings()));
    }

    List<Choice> choices() {
        return choices;
    }

    List<String> notes() {
        return notes;
    }
}
