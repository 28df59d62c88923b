package org.personalize.taste;

import java.util.List;
import org.personalize.measure.Interval;
import org.personalize.measure.Task;

/** What one blend gains on another, person by person over several stretches of time and less one standard error. */
final class SureGain {

    /** Of which an interval reaches so many to either side. */
    private static final double STANDARD_ERRORS = 1.96;

    private SureGain() {}

    static double of(List<Rehearsal> rehearsals, Task task, int blend, int simple, People of) {
        return of(
                rehearsals.stream()
                        .map(rehearsal -> Interval.ofDifference(
                                rehearsal.scores(task, blend, of), rehearsal.scores(task, simple, of)))
                        .toList(),
                task);
    }

    /**
     * Nothing is worse than having been clearly behind in any of the stretches, or not surely ahead in the latest: what won
     * long ago by a hit of those days would be carried on by it alone. For new things it must be surely ahead in every
     * stretch, and clearly in the latest: few of them are found at all, and of a dozen blends one is a little ahead by luck.
     *
     * @param gains in each stretch, in the order of time
     */
    static double of(List<Interval> gains, Task task) {
        Interval latest = gains.get(gains.size() - 1);
        boolean isAhead = task == Task.NEW
                ? latest.isAboveZero() && gains.stream().allMatch(SureGain::isSurelyAhead)
                : isSurelyAhead(latest);
        if (!isAhead || gains.stream().anyMatch(gain -> gain.high() < 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = gains.stream().mapToDouble(Interval::mean).sum();
        double squares =
                gains.stream().mapToDouble(gain -> error(gain) * error(gain)).sum();
        return sum - Math.sqrt(squares);
    }

    private static boolean isSurelyAhead(Interval gain) {
        return gain.mean() > error(gain);
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
