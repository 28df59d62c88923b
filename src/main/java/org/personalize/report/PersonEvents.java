package org.personalize.report;

import org.personalize.history.History;

/** Finds its way among one person's events, which are in the order of time as their numbers are. */
final class PersonEvents {

    private PersonEvents() {}

    /**
     * Counted from 0, the first of a person's events that is not before another.
     *
     * @param first the number of that other, such as {@link History#firstFrom} gives; unlike its moment it can be compared
     *     without a look at each event
     */
    static int firstFrom(History history, int person, int first) {
        int low = 0;
        int high = history.events(person);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.event(person, middle) < first) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
