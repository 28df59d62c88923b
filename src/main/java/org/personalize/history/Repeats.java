package org.personalize.history;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds events that a log says twice: the same person, second, campaign and item, and the same thing done. Two equal lines of
 * an order are two pieces; two equal opens are one, and so is a rating given twice.
 */
final class Repeats {

    private final EventColumns columns;
    private final PersonIndex people;
    private final BitSet repeated = new BitSet();

    private Repeats(EventColumns columns, PersonIndex people) {
        this.columns = columns;
        this.people = people;
    }

    /** The numbers of all events that repeat an earlier one. */
    static BitSet in(EventColumns columns, PersonIndex people) {
        var repeats = new Repeats(columns, people);
        for (int person = 0; person < people.size(); person++) {
            repeats.look(person);
        }
        return repeats.repeated;
    }

    private void look(int person) {
        int from = people.from(person);
        int end = people.to(person);
        while (from < end) {
            int to = from + 1;
            while (to < end && columns.second(people.at(to)) == columns.second(people.at(from))) {
                to++;
            }
            if (to - from > 1) {
                compare(from, to);
            }
            from = to;
        }
    }

    /** Compares what somebody did in one second; in a log that knows days only, this may be a whole day. */
    private void compare(int from, int to) {
        Set<Deed> deeds = new HashSet<>();
        for (int i = from; i < to; i++) {
            int event = people.at(i);
            int mark = columns.marks.get(event);
            if (isCountedOnce(Mark.kind(mark)) && !deeds.add(deed(event, mark))) {
                repeated.set(event);
            }
        }
    }

    private record Deed(Kind kind, int campaign, int item, double value) {}

    private Deed deed(int event, int mark) {
        Kind kind = Mark.kind(mark);
        double value = kind == Kind.RATING ? columns.values.get(event) : 0;
        return new Deed(kind, Mark.campaign(mark), columns.items.get(event), value);
    }

    private static boolean isCountedOnce(Kind kind) {
        return switch (kind) {
            case SENT, DELIVERED, OPEN, CLICK, VIEW, RATING -> true;
            case CART, PURCHASE, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT, OTHER -> false;
        };
    }
}
