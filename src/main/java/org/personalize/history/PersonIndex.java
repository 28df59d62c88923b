package org.personalize.history;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which events are whose: everybody's event numbers in one array, in the order of people and then of time. */
final class PersonIndex {

    private static final int PART = 1 << 17;

    private final int[] starts;
    private final int[] events;

    PersonIndex(int people, Ints persons) {
        starts = new int[people + 1];
        each(people, persons, (person, event) -> starts[person + 1]++);
        Arrays.parallelPrefix(starts, Integer::sum);
        events = new int[persons.size()];
        int[] next = Arrays.copyOf(starts, people);
        each(people, persons, (person, event) -> events[next[person]++] = event);
    }

    @FunctionalInterface
    private interface Taker {
        void take(int person, int event);
    }

    /**
     * Gives everybody's events to the taker, one person's in their order. Going through all events once for each part of
     * the people is quicker than going through them once and to and fro among all people: a part's places fit into the
     * processor's own memory.
     */
    private static void each(int people, Ints persons, Taker taker) {
        IntStream.range(0, people / PART + 1).parallel().forEach(part -> {
            for (int event = 0; event < persons.size(); event++) {
                int person = persons.get(event);
                if (person / PART == part) {
                    taker.take(person, event);
                }
            }
        });
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
