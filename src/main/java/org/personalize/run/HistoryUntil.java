package org.personalize.run;

import java.util.Arrays;
import org.personalize.history.History;
import org.personalize.history.PartOfHistory;

/** What was known at a moment of the past: a history without anything later. */
final class HistoryUntil extends PartOfHistory {

    private final int size;

    /** @param second the first that is not known any more */
    HistoryUntil(History all, long second) {
        super(all);
        size = all.firstFrom(second);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int events(int person) {
        int low = 0;
        int high = all.events(person);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.event(person, middle) < size) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public int event(int person, int nth) {
        return all.event(person, nth);
    }

    @Override
    public int[] eventsOf(int person) {
        return Arrays.copyOf(all.eventsOf(person), events(person));
    }
}
