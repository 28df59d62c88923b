package org.personalize.ledger;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Events on their way into a segment. */
final class EventBatch {

    /** As many as a few dozen megabytes hold. */
    static final int MOST_EVENTS = 1 << 18;

    /** In all different texts of a batch. */
    static final long MOST_CHARACTERS = 1 << 24;

    private static final int NUMBER_BITS = 18;
    private static final int LOOK_EVERY = 64;
    private static final int FIRST_SIZE = 1 << 10;
    private static final int FIELDS = Field.values().length;

    private long[] keys = new long[FIRST_SIZE];
    private long[] seconds = new long[FIRST_SIZE];
    private final int[][] cells = new int[FIELDS][FIRST_SIZE];
    private final EventWords[] words = new EventWords[FIELDS];
    private int size;
    private long first = Long.MAX_VALUE;
    private long last = KeptEvent.NO_SECOND;
    private boolean hasTimeless;

    EventBatch() {
        Arrays.setAll(words, field -> new EventWords());
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == MOST_EVENTS || size % LOOK_EVERY == 0 && characters() >= MOST_CHARACTERS;
    }

    private long characters() {
        long characters = 0;
        for (EventWords ofField : words) {
            characters += ofField.characters();
        }
        return characters;
    }

    void add(KeptEvent event) {
        if (size == keys.length) {
            grow();
        }
        keys[size] = event.key();
        seconds[size] = event.second();
        for (int field = 0; field < FIELDS; field++) {
            cells[field][size] = words[field].number(event.textAt(field));
        }
        size++;
        if (event.second() == KeptEvent.NO_SECOND) {
            hasTimeless = true;
        } else {
            first = Math.min(first, event.second());
            last = Math.max(last, event.second());
        }
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        seconds = Arrays.copyOf(seconds, 2 * size);
        for (int field = 0; field < FIELDS; field++) {
            cells[field] = Arrays.copyOf(cells[field], 2 * size);
        }
    }

    /** Whether events of this time may be among them, be it told a little differently. */
    boolean mayShare(long from, long to, long leewaySeconds) {
        return hasTimeless || first <= to + leewaySeconds && last >= from - leewaySeconds;
    }

    long key(int event) {
        return keys[event];
    }

    long second(int event) {
        return seconds[event];
    }

    /** The number of an event's text among the texts of a field. */
    int word(Field field, int event) {
        return cells[field.place()][event];
    }

    EventWords words(Field field) {
        return words[field.place()];
    }

    String text(Field field, int event) {
        return words(field).words().get(word(field, event));
    }

    long[] sortedKeys() {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * The events that are told again: whose key is known, or is an earlier event's.
     *
     * @param sorted all keys, in their order
     * @param known those that were taken in before, in their order
     */
    BitSet old(long[] sorted, long[] known) {
        Set<Long> twice = twice(sorted);
        var old = new BitSet();
        var seen = new HashSet<Long>();
        boolean hasRepeats = !twice.isEmpty();
        for (int i = 0; i < size && (hasRepeats || known.length > 0); i++) {
            boolean isRepeated = hasRepeats && twice.contains(keys[i]) && !seen.add(keys[i]);
            old.set(i, isRepeated || Arrays.binarySearch(known, keys[i]) >= 0);
        }
        return old;
    }

    private static Set<Long> twice(long[] sorted) {
        var twice = new HashSet<Long>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                twice.add(sorted[i]);
            }
        }
        return twice;
    }

    /** The numbers of all events but these, in the order of time; in the same second as they came. */
    int[] inOrderWithout(BitSet left) {
        long[] order = new long[size - left.cardinality()];
        int next = 0;
        for (int i = left.nextClearBit(0); i < size; i = left.nextClearBit(i + 1)) {
            order[next++] = seconds[i] << NUMBER_BITS | i;
        }
        Arrays.sort(order);
        int[] numbers = new int[order.length];
        Arrays.setAll(numbers, i -> (int) order[i] & MOST_EVENTS - 1);
        return numbers;
    }
}
