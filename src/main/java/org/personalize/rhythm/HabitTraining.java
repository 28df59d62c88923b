package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.personalize.measure.Choice;
import org.personalize.measure.Interval;
import org.personalize.measure.Judged;
import org.personalize.problem.Signed;

/** Chooses how to weigh what people did on one window, and judges what was chosen on the next. */
final class HabitTraining {

    private static final String USUAL = "one hour for everybody";
    private static final String BY_DAY = " by day";

    /** More than the fit to one window finds where people differ in nothing but chance. */
    private static final double CLEAR = 0.05;

    private final HourWindow judged;
    private final HabitChoice choice;
    private final HabitChoice onJudged;
    private final Interval earlierGain;
    private final HabitChoice.Fit chosen;
    private final HabitChoice.Fit weekly;
    private final HourTrials trials;
    private final HourTrials.Scored usual;
    private final HourTrials.Scored own;
    private final HourTrials.Scored usualByDay;
    private final HourTrials.Scored ownByDay;

    HabitTraining(HourWindow choosing, HourWindow judged) {
        this.judged = judged;
        choice = new HabitChoice(choosing, new ActivityFitting(choosing.sample(), choosing.cut()).base());
        chosen = choice.fit(DayKinds.ALIKE);
        weekly = weekly();
        double[] everybodys = new SimpleRules(choosing).oneHour();
        earlierGain = Interval.ofDifference(
                chosen.scores(),
                new HourTrials(choosing).judge(USUAL, true, i -> everybodys).logLikelihood());
        trials = new HourTrials(judged);
        var rules = new SimpleRules(judged);
        usual = trials.judge(USUAL, true, i -> rules.oneHour());
        trials.judge("own commonest hour", true, rules::commonest);
        trials.judge("own hours, cautiously (Dirichlet)", true, rules::dirichlet);
        var fitting = new ActivityFitting(judged.sample(), judged.cut());
        Base base = fitting.base();
        onJudged = new HabitChoice(judged, base);
        var rhythm = new HabitRhythm(chosen.habits(), base, judged.latest());
        own = trials.judge(words(), false, i -> rhythm.chances(judged.segment(i), judged.visits(i), judged.cut()));
        boolean isWeekly = weekly.days() != DayKinds.ALIKE;
        usualByDay = isWeekly ? judgedByDay(USUAL + BY_DAY, Habits.EVERYBODYS, fitting.alike()) : usual;
        ownByDay = isWeekly ? judgedByDay(wordsByDay(), weekly.habits(), base) : own;
    }

    private HourTrials.Scored judgedByDay(String candidate, Habits habits, Base base) {
        var byDay = new HabitRhythm(habits, base, judged.latest());
        Week week = Week.before(judged.sample(), judged.cut(), weekly.days());
        return trials.judge(
                candidate, false, i -> byDay.chances(judged.segment(i), judged.visits(i), judged.cut(), week));
    }

    /** Telling days apart must foretell more by more than chance explains. */
    private HabitChoice.Fit weekly() {
        HabitChoice.Fit best = chosen;
        boolean isWeekly = false;
        for (DayKinds kinds : DayKinds.values()) {
            HabitChoice.Fit fit = kinds == DayKinds.ALIKE ? chosen : choice.fit(kinds);
            Interval gain = Interval.ofDifference(fit.scores(), best.scores());
            if (isWeekly ? gain.mean() > 0 : gain.isAboveZero()) {
                best = fit;
                isWeekly = true;
            }
        }
        return best;
    }

    /** Where nobody's own hours say more than everybody's, days must differ by more than chance explains. */
    private DayKinds days() {
        boolean isTold = logGain(own, usual).mean() > 0
                || logGain(ownByDay, usual).isAboveZero()
                || logGain(usualByDay, usual).isAboveZero();
        return isTold ? weekly.days() : DayKinds.ALIKE;
    }

    private boolean isByDay() {
        return days() != DayKinds.ALIKE;
    }

    private String words() {
        return "own hours and shared rhythms (" + chosen.habits().words() + ")";
    }

    private String wordsByDay() {
        return "own hours and rhythms" + BY_DAY + " (" + weekly.habits().words() + ", "
                + weekly.days().words() + ")";
    }

    /** One hour for everybody, a day or a kind of day. */
    private String usualWords() {
        return isByDay() ? USUAL + BY_DAY : USUAL;
    }

    private String ownWords() {
        return isByDay() ? wordsByDay() : words();
    }

    /** How visits are weighed. */
    Habits habits() {
        return chosen.habits();
    }

    /** What was chosen beside one hour for everybody, person by person. */
    List<Judged> judged() {
        int[] people = IntStream.range(0, judged.size())
                .map(i -> judged.sample().people()[judged.place(i)])
                .toArray();
        return List.of(
                new Judged(
                        usualWords(),
                        judged.words(),
                        HourTrials.WITHIN,
                        true,
                        people,
                        asUsual().within()),
                new Judged(ownWords(), judged.words(), HourTrials.WITHIN, false, people, ofOwn().within()));
    }

    /** What one hour for everybody scored, with days apart where they are told apart. */
    private HourTrials.Scored asUsual() {
        return isByDay() ? usualByDay : usual;
    }

    private HourTrials.Scored ofOwn() {
        return isByDay() ? ownByDay : own;
    }

    /** Whether a person's own hours foretold more than one hour for everybody, by more than chance explains. */
    boolean isPersonal() {
        return gain().isAboveZero() || logGain(ofOwn(), asUsual()).isAboveZero() && gain().mean() > 0;
    }

    /**
     * Whether what people do themselves foretells their hours better than what everybody does. Where it clearly did in the
     * window before the one that is judged, people have hours, and they have changed: a month of fasting or of holidays, or a
     * clock that was set, is no reason to forget that, as what they did last counts most.
     */
    private boolean isOwnBetter() {
        double gain = logGain(ofOwn(), asUsual()).mean();
        return isPersonal() || gain > 0 || earlierGain.low() > CLEAR;
    }

    private Interval gain() {
        return Interval.ofDifference(ofOwn().within(), asUsual().within());
    }

    private static Interval logGain(HourTrials.Scored own, HourTrials.Scored usual) {
        return Interval.ofDifference(own.logLikelihood(), usual.logLikelihood());
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                "which hours people are active at",
                isOwnBetter() ? ownWords() : usualWords(),
                isOwnBetter()
                        ? "this mean of ways to weigh visits foretold the hours of later activity best in the window before the "
                                + "one that is judged here"
                        : "people's own hours foretold the hours of later activity no better than everybody's",
                trials.trials()));
        choices.add(new Choice(
                "which days of the week differ",
                days().words(),
                days() == DayKinds.ALIKE
                        ? "telling days apart foretold no more"
                        : "with these days apart more was foretold",
                List.of()));
        return choices;
    }

    List<String> notes() {
        Interval gain = gain();
        String figures = String.format(
                Locale.ROOT,
                "%.1f %% of later activity within an hour of each person's own best hour, %.1f %% within an hour of one hour "
                        + "for everybody%s (%s)",
                100 * Interval.of(ofOwn().within()).mean(),
                100 * Interval.of(asUsual().within()).mean(),
                isByDay() ? ", both with " + days().words() : "",
                judged.words());
        return List.of(
                isPersonal()
                        ? "People have hours of their own: " + figures + "."
                        : "One hour for everybody is as good for your list: " + figures + "; the difference of "
                                + Signed.of(100 * gain.mean(), 1)
                                + (gain.high() < 0
                                        ? " points says that people's own hours were not those of other times."
                                        : " points is no more than chance explains."));
    }

    /** The weighing that would have foretold both windows best, and all else learned from everything. */
    ActivityModel learn(VisitSample sample, Likeness likeness) {
        HabitChoice both = choice.and(onJudged);
        Habits alike = both.fit(DayKinds.ALIKE).habits();
        Habits byDay = weekly.days() == DayKinds.ALIKE
                ? alike
                : both.fit(weekly.days()).habits();
        var fitting = new ActivityFitting(sample, Long.MAX_VALUE);
        Habits habits = isOwnBetter() ? alike : Habits.EVERYBODYS;
        Base.Following base = isOwnBetter() ? fitting.base() : fitting.alike();
        return new ActivityModel(
                habits,
                isOwnBetter() ? byDay : habits,
                base.mixtures(),
                likeness,
                base.segments(),
                Week.before(sample, Long.MAX_VALUE, days()));
    }
}
