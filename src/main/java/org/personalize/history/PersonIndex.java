package org.personalize.history;

import java.util.Arrays;
import java.util.BitSet;
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

    /** Leaves out the events of these numbers, where the others have moved up. */
    void remove(BitSet numbers) {
        long[] words = numbers.toLongArray();
        int[] before = removedBefore(words);
        int place = 0;
        int from = 0;
        for (int person = 0; person < size(); person++) {
            int to = starts[person + 1];
            for (int i = from; i < to; i++) {
                int event = events[i];
                if (!numbers.get(event)) {
                    events[place++] = event - removedBefore(event, words, before);
                }
            }
            from = to;
            starts[person + 1] = place;
        }
    }

    /** How many bits are set before each of these words, and in all of them. */
    private static int[] removedBefore(long[] words) {
        int[] before = new int[words.length + 1];
        for (int word = 0; word < words.length; word++) {
            before[word + 1] = before[word] + Long.bitCount(words[word]);
        }
        return before;
    }

    private static int removedBefore(int event, long[] words, int[] before) {
        int word = event / Long.SIZE;
        return word >= words.length
                ? before[words.length]
                : before[word] + Long.bitCount(words[word] & ((1L << event) - 1));
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
