package org.personalize.rhythm;

import org.personalize.measure.HourScore;
import org.personalize.measure.Interval;

/** Which days of the week differ in their hours, by how much better that foretells the hours of a window. */
final class DayChoice {

    private final HourWindow window;
    private final HabitChoice.Fit fit;

    DayChoice(HourWindow window, HabitChoice.Fit fit) {
        this.window = window;
        this.fit = fit;
    }

    /** Telling days apart must foretell more by more than chance explains. */
    DayKinds kinds() {
        HabitRhythm rhythm = HabitTraining.rhythm(window, fit, ActivityFitting.Care.FOR_CHOOSING);
        DayKinds best = DayKinds.ALIKE;
        double[] bestScores = scores(rhythm, best);
        for (DayKinds kinds : DayKinds.values()) {
            double[] scores = scores(rhythm, kinds);
            Interval gain = Interval.ofDifference(scores, bestScores);
            if (best == DayKinds.ALIKE ? gain.isAboveZero() : gain.mean() > 0) {
                best = kinds;
                bestScores = scores;
            }
        }
        return best;
    }

    private double[] scores(HabitRhythm rhythm, DayKinds kinds) {
        Week week = week(window, kinds);
        var score = new HourScore();
        for (int i = 0; i < window.size(); i++) {
            score.add(week.spread(HabitTraining.chances(rhythm, window, i)), window.weekOf(i));
        }
        return score.logLikelihood();
    }

    static Week week(HourWindow window, DayKinds kinds) {
        return week(window.sample(), window.cut(), kinds);
    }

    static Week week(VisitSample sample, long before, DayKinds kinds) {
        var weights = new double[Week.HOURS];
        for (Visits visits : sample.visits()) {
            for (int visit = 0; visit < visits.size() && visits.seconds()[visit] < before; visit++) {
                weights[visits.hourOfWeek(visit)] += visits.weights()[visit];
            }
        }
        return Week.of(kinds, weights);
    }
}
