package org.personalize.history;

import java.util.BitSet;
import java.util.List;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Events as columns of numbers, 28 bytes each. */
final class EventColumns {

    private static final int NUMBER_BITS = 28;

    /** As many as 8 GB of memory hold; the numbers of events must fit into a key together with time and kind. */
    static final int MOST_EVENTS = 1 << NUMBER_BITS;

    /** Moments are kept in 32 bits without a sign: from 1970 to 2106. */
    static final long LAST_SECOND = 0xffff_ffffL;

    private static final int BASKET_OF_ORDER = 1 << 31;

    final Ints persons = new Ints();
    final Ints items = new Ints();
    final Ints marks = new Ints();
    final Doubles values = new Doubles();
    /** The order's hash with its highest bit set; else the local day, which fits into the rest; 0 until that is known. */
    final Ints baskets = new Ints();

    /** Those that another account than the event files tells of. */
    BitSet further = new BitSet();
    /** Mails that this program sent itself; all of them are {@link #further}. */
    BitSet ownMails = new BitSet();

    private final Ints seconds = new Ints();

    int size() {
        return persons.size();
    }

    long second(int event) {
        return seconds.get(event) & LAST_SECOND;
    }

    static int basketOf(String order) {
        return order.hashCode() | BASKET_OF_ORDER;
    }

    /** Whether a basket is that of an order, and not all that was had on a day. */
    static boolean isOrder(int basket) {
        return (basket & BASKET_OF_ORDER) != 0;
    }

    void add(int person, int item, long second, int mark, double value, int basket) {
        if (size() >= MOST_EVENTS) {
            throw new InputProblem(
                    Place.NOWHERE, "expected at most " + MOST_EVENTS + " events", "Leave out the oldest.");
        }
        persons.add(person);
        items.add(item);
        seconds.add((int) second);
        marks.add(mark);
        values.add(value);
        baskets.add(basket);
    }

    /**
     * Orders everything by time; what happened in the same second by its kind, so that a mail comes before its click and a
     * purchase before its refund; what is equal in this too keeps the order in which it was read.
     */
    void sort() {
        if (isSorted()) {
            return;
        }
        var keys = new long[size()];
        Parts.each(keys.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                // Shifting the highest bit turns the order without a sign into the order of signed keys.
                keys[i] = (moment(i) << NUMBER_BITS | i) ^ Long.MIN_VALUE;
            }
        });
        KeySort.sort(keys);
        Parts.each(keys.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                keys[i] &= MOST_EVENTS - 1;
            }
        });
        var room = new int[keys.length];
        for (Ints column : List.of(persons, items, seconds, marks, baskets)) {
            column.order(keys, room);
        }
        values.order(keys, new double[keys.length]);
        further = inOrder(further, keys);
        ownMails = inOrder(ownMails, keys);
    }

    /** Leaves out the events of these numbers; the others keep their order and move up. */
    void remove(BitSet numbers) {
        List.of(persons, items, seconds, marks, baskets).parallelStream().forEach(column -> column.remove(numbers));
        values.remove(numbers);
        // Whoever asks where an event comes from does so before any are left out.
        further = new BitSet();
        ownMails = new BitSet();
    }

    private static BitSet inOrder(BitSet marked, long[] keys) {
        var ordered = new BitSet();
        if (!marked.isEmpty()) {
            for (int i = 0; i < keys.length; i++) {
                if (marked.get((int) keys[i])) {
                    ordered.set(i);
                }
            }
        }
        return ordered;
    }

    private boolean isSorted() {
        for (int i = 1; i < size(); i++) {
            if (moment(i - 1) > moment(i)) {
                return false;
            }
        }
        return true;
    }

    /** A number that grows with time, and within a second with the kind. */
    private long moment(int event) {
        return second(event) << Mark.KIND_BITS | Mark.kindNumber(marks.get(event));
    }
}
