package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.personalize.measure.Choice;
import org.personalize.measure.Interval;
import org.personalize.measure.Judged;

/** Chooses settings for hours of activity on one window, and judges what was chosen on the next. */
final class HabitTraining {

    private static final String USUAL = "one hour for everybody";

    private final HourWindow judged;
    private final HabitChoice.Fit chosen;
    private final DayKinds days;
    private final List<HabitChoice.Fit> fits;
    private final HourTrials trials;
    private final HourTrials.Scored usual;
    private final HourTrials.Scored own;

    HabitTraining(HourWindow choosing, HourWindow judged) {
        this.judged = judged;
        fits = new HabitChoice(choosing).fits(HabitChoice.RHYTHMS);
        chosen = fits.stream()
                .max(Comparator.comparingDouble(HabitChoice.Fit::score))
                .orElseThrow();
        days = new DayChoice(choosing, chosen).kinds();
        trials = new HourTrials(judged);
        var rules = new SimpleRules(judged);
        usual = trials.judge(USUAL, true, i -> rules.oneHour());
        trials.judge("own commonest hour", true, rules::commonest);
        trials.judge("own hours, cautiously (Dirichlet)", true, rules::dirichlet);
        for (HabitChoice.Fit fit : fits) {
            if (fit.rhythms() == 0 && !fit.equals(chosen)) {
                judge(fit);
            }
        }
        HabitRhythm rhythm = rhythm(judged, chosen, ActivityFitting.Care.FOR_USE);
        own = trials.judge(chosen.words(), false, i -> chances(rhythm, judged, i));
        if (days != DayKinds.ALIKE) {
            Week week = DayChoice.week(judged, days);
            trials.judge(chosen.words() + ", " + days.words(), false, i -> week.spread(chances(rhythm, judged, i)));
        }
    }

    private void judge(HabitChoice.Fit fit) {
        HabitRhythm rhythm = rhythm(judged, fit, ActivityFitting.Care.FOR_USE);
        trials.judge(fit.words(), false, i -> chances(rhythm, judged, i));
    }

    HabitChoice.Fit chosen() {
        return chosen;
    }

    static HabitRhythm rhythm(HourWindow window, HabitChoice.Fit fit, ActivityFitting.Care care) {
        Fading fading = window.fading(fit.habits().halfLifeDays());
        Base base = new ActivityFitting(window.sample(), fading, window.cut())
                .base(fit.rhythms(), new Kernel(fit.habits().kappa()), care);
        return new HabitRhythm(fit.habits(), base, fading);
    }

    static double[] chances(HabitRhythm rhythm, HourWindow window, int i) {
        return rhythm.chances(window.segment(i), window.visits(i), window.cut());
    }

    /** What was chosen beside one hour for everybody, person by person. */
    List<Judged> judged() {
        int[] people = IntStream.range(0, judged.size())
                .map(i -> judged.sample().people()[judged.place(i)])
                .toArray();
        return List.of(
                new Judged(USUAL, judged.words(), HourTrials.WITHIN, true, people, usual.within()),
                new Judged(chosen.words(), judged.words(), HourTrials.WITHIN, false, people, own.within()));
    }

    /** Whether a person's own hours foretold more than one hour for everybody, by more than chance explains. */
    boolean isPersonal() {
        return gain().isAboveZero() || logGain().isAboveZero() && gain().mean() > 0;
    }

    private Interval gain() {
        return Interval.ofDifference(own.within(), usual.within());
    }

    private Interval logGain() {
        return Interval.ofDifference(own.logLikelihood(), usual.logLikelihood());
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("which hours people are active at", chosen.words(), why(), trials.trials()));
        choices.add(new Choice(
                "which days of the week differ",
                days.words(),
                days == DayKinds.ALIKE
                        ? "the hours of the days do not differ by more than chance explains"
                        : "the hours of these days differ enough to foretell more",
                List.of()));
        return choices;
    }

    private String why() {
        return "it foretold the hours of later activity best in the window before the one that is judged here";
    }

    List<String> notes() {
        Interval gain = gain();
        String figures = String.format(
                Locale.ROOT,
                "%.1f %% of later activity within an hour of each person's own best hour, %.1f %% within an hour of one hour "
                        + "for everybody (%s)",
                100 * Interval.of(own.within()).mean(),
                100 * Interval.of(usual.within()).mean(),
                judged.words());
        return List.of(
                isPersonal()
                        ? "People have hours of their own: " + figures + "."
                        : "One hour for everybody is as good for your list: " + figures + "; the difference of "
                                + String.format(Locale.ROOT, "%+.1f", 100 * gain.mean())
                                + " points is no more than chance explains.");
    }

    /** The same settings, learned from everything. */
    ActivityModel learn(VisitSample sample, long latest) {
        Fading fading = new Fading(latest, chosen.habits().halfLifeDays());
        Base base = new ActivityFitting(sample, fading, Long.MAX_VALUE)
                .base(chosen.rhythms(), new Kernel(chosen.habits().kappa()), ActivityFitting.Care.FOR_USE);
        Week week = DayChoice.week(sample, Long.MAX_VALUE, days);
        return base instanceof Base.Following following
                ? new ActivityModel(chosen.habits(), following.mixtures(), following.segments(), week)
                : new ActivityModel(chosen.habits(), List.of(), java.util.Map.of(), week);
    }
}
