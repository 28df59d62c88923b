package org.personalize.taste;

import java.util.List;
import org.personalize.measure.Interval;
import org.personalize.measure.Task;

/** What one blend gains on another, person by person over several stretches of time and less one standard error. */
final class SureGain {

    /** Of which an interval reaches so many to either side. */
    private static final double STANDARD_ERRORS = 1.96;

    private SureGain() {}

    /**
     * Nothing is worse than having been clearly behind in any of the stretches, or not surely ahead in the latest: what won
     * long ago by a hit of those days would be carried on by it alone. For new things it must be surely ahead in every
     * stretch, and clearly in the latest: few of them are found at all, and of a dozen blends one is a little ahead by luck.
     */
    static double of(List<Rehearsal> rehearsals, Task task, int blend, int simple, People of) {
        double sum = 0;
        double squares = 0;
        for (Rehearsal rehearsal : rehearsals) {
            Interval gain =
                    Interval.ofDifference(rehearsal.scores(task, blend, of), rehearsal.scores(task, simple, of));
            double error = error(gain);
            boolean isLatest = rehearsal == rehearsals.get(rehearsals.size() - 1);
            boolean mustBeAhead = isLatest || task == Task.NEW;
            double least = isLatest && task == Task.NEW ? STANDARD_ERRORS * error : error;
            if (gain.high() < 0 || mustBeAhead && gain.mean() <= least) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += gain.mean();
            squares += error * error;
        }
        return sum - Math.sqrt(squares);
    }

    /** The gain of the lists of one moment on others for the same people. */
    static double of(Rehearsal lists, Rehearsal simple, Task task, People of) {
        Interval gain = Interval.ofDifference(lists.scores(task, 0, of), simple.scores(task, 0, of));
        return gain.mean() - error(gain);
    }

    private static double error(Interval gain) {
        return (gain.high() - gain.mean()) / STANDARD_ERRORS;
    }
}
