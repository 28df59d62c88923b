package org.personalize.measure;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/**
 * A split forward in time: what is learned from lies before the cut, what it is judged on from the cut until the end.
 * Moments are seconds since 1970.
 *
 * @param cut the first second that may not be learned from
 * @param end the first second that is not judged any more
 */
public record ForwardSplit(long cut, long end) {

    /** Of all events, the share that must lie on either side of a cut, whatever the calendar says. */
    private static final double LEAST_SHARE = 0.05;

    private static final double MOST_HELD_OUT = 0.5;

    public ForwardSplit {
        if (cut >= end) {
            throw new IllegalArgumentException("a cut at " + cut + " leaves nothing until " + end);
        }
    }

    /**
     * Holds out the last share of the time that the events span. Where that would be hardly any of the events or most of
     * them, as after a few strays decades ago, the last share of the events is held out instead. There is no split when
     * everything happened in one instant, or nothing at all.
     *
     * @param events how many there are
     * @param second when each happened, ascending
     * @param share such as 0.2
     */
    public static Optional<ForwardSplit> holdingOut(int events, IntToLongFunction second, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("expected a share between 0 and 1, found " + share);
        }
        if (events == 0 || second.applyAsLong(0) == second.applyAsLong(events - 1)) {
            return Optional.empty();
        }
        long first = second.applyAsLong(0);
        long end = second.applyAsLong(events - 1) + 1;
        long byTime = end - (long) Math.ceil(share * (end - first));
        double heldOut = 1 - (double) firstFrom(events, second, byTime) / events;
        boolean isFair = heldOut >= LEAST_SHARE && heldOut <= Math.max(MOST_HELD_OUT, share);
        long cut = isFair ? byTime : second.applyAsLong((int) ((1 - share) * events));
        // Something must be left to learn from, so a cut never falls on the first moment.
        return Optional.of(new ForwardSplit(cut > first ? cut : nextAfter(events, second, first), end));
    }

    public static Optional<ForwardSplit> holdingOut(long[] seconds, double share) {
        return holdingOut(seconds.length, i -> seconds[i], share);
    }

    /**
     * Two windows, one after the other, that together hold out the last share: what wins in both did not win by luck. The
     * second is learned from everything before it, the first window included. Only one where the second would be empty.
     */
    public static List<ForwardSplit> twoWindows(int events, IntToLongFunction second, double share) {
        Optional<ForwardSplit> both = holdingOut(events, second, share);
        if (both.isEmpty()) {
            return List.of();
        }
        long cut = both.get().cut();
        long end = both.get().end();
        int first = firstFrom(events, second, cut);
        Optional<ForwardSplit> later = holdingOut(events - first, i -> second.applyAsLong(first + i), 0.5);
        return later.map(split -> List.of(new ForwardSplit(cut, split.cut()), new ForwardSplit(split.cut(), end)))
                .orElseGet(() -> List.of(both.get()));
    }

    public static List<ForwardSplit> twoWindows(long[] seconds, double share) {
        return twoWindows(seconds.length, i -> seconds[i], share);
    }

    /** The number of the first event that may not be learned from, of so many in ascending order. */
    public int firstHeldOut(int events, IntToLongFunction second) {
        return firstFrom(events, second, cut);
    }

    public boolean isHeldOut(long second) {
        return second >= cut && second < end;
    }

    private static int firstFrom(int events, IntToLongFunction second, long moment) {
        int low = 0;
        int high = events;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (second.applyAsLong(middle) < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long nextAfter(int events, IntToLongFunction second, long moment) {
        return second.applyAsLong(firstFrom(events, second, moment + 1));
    }
}
