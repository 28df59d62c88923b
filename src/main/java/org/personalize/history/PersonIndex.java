package org.personalize.history;

import java.util.Arrays;

/** Which events are whose: everybody's event numbers in one array, in the order of people and then of time. */
final class PersonIndex {

    private final int[] starts;
    private final int[] events;

    PersonIndex(int people, Ints persons) {
        starts = new int[people + 1];
        for (int i = 0; i < persons.size(); i++) {
            starts[persons.get(i) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        events = new int[persons.size()];
        int[] next = Arrays.copyOf(starts, people);
        for (int i = 0; i < events.length; i++) {
            events[next[persons.get(i)]++] = i;
        }
    }

    /** How many people there are. */
    int size() {
        return starts.length - 1;
    }

    /** Where a person's events begin. */
    int from(int person) {
        return starts[person];
    }

    /** Where the next person's events begin. */
    int to(int person) {
        return starts[person + 1];
    }

    /** The event at a place between these two. */
    int at(int place) {
        return events[place];
    }

    int[] of(int person) {
        return Arrays.copyOfRange(events, starts[person], starts[person + 1]);
    }
}
