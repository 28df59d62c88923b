package org.personalize.report;

import org.personalize.history.History;

/** Finds its way among one person's events, which are in the order of time. */
final class PersonEvents {

    private PersonEvents() {}

    /** Counted from 0, the first of a person's events at or after a moment. */
    static int firstFrom(History history, int person, long second) {
        int low = 0;
        int high = history.events(person);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.second(history.event(person, middle)) < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
