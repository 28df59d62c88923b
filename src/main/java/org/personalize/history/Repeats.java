package org.personalize.history;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds events that a log says twice: the same person, second, campaign and item, and the same thing done. Two equal lines of
 * an order are two pieces; two equal opens are one, and so is a rating given twice. If one of two lines knows more of who is
 * behind the event, the other learns it.
 */
final class Repeats {

    private final EventColumns columns;
    private final PersonIndex people;
    private final BitSet repeated;

    /** @param repeated takes the numbers of all events that repeat an earlier one */
    Repeats(EventColumns columns, PersonIndex people, BitSet repeated) {
        this.columns = columns;
        this.people = people;
        this.repeated = repeated;
    }

    void look(int person) {
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
        Map<Deed, Integer> deeds = new HashMap<>();
        for (int i = from; i < to; i++) {
            int event = people.at(i);
            int mark = columns.marks.get(event);
            Integer first = isCountedOnce(Mark.kind(mark)) ? deeds.putIfAbsent(deed(event, mark), event) : null;
            if (first != null) {
                repeated.set(event);
                learn(first, Mark.reaction(mark));
            }
        }
        if (columns.further.nextSetBit(0) >= 0) {
            compareAccounts(from, to);
        }
    }

    /** What two accounts tell of, there is as often as in the one that tells of it more often. */
    private void compareAccounts(int from, int to) {
        Map<Deed, int[]> first = new HashMap<>();
        for (int i = from; i < to; i++) {
            int event = people.at(i);
            if (!columns.further.get(event) && !repeated.get(event)) {
                first.computeIfAbsent(deed(event), deed -> new int[1])[0]++;
            }
        }
        for (int i = from; i < to && !first.isEmpty(); i++) {
            int event = people.at(i);
            if (columns.further.get(event) && !repeated.get(event)) {
                Deed deed = deed(event);
                if (isTaken(first, deed) || isTaken(first, deed.ofNoCampaign())) {
                    repeated.set(event);
                }
            }
        }
    }

    private static boolean isTaken(Map<Deed, int[]> first, Deed deed) {
        int[] left = first.get(deed);
        return left != null && left[0]-- > 0;
    }

    /** What is done more than once is compared without its value, which two accounts may round. */
    private Deed deed(int event) {
        int mark = columns.marks.get(event);
        return new Deed(Mark.kind(mark), Mark.campaign(mark), columns.items.get(event), 0);
    }

    private void learn(int event, Reaction other) {
        int mark = columns.marks.get(event);
        if (certainty(other) > certainty(Mark.reaction(mark))) {
            columns.marks.set(event, Mark.withReaction(mark, other));
        }
    }

    /** A machine's mark is never set by chance, and a device is better than none. */
    private static int certainty(Reaction reaction) {
        return switch (reaction) {
            case UNDECIDED -> 0;
            case IMAGE_PROXY -> 1;
            case HUMAN -> 2;
            case AGENT, AT_ONCE, ALL_LINKS, AHEAD -> 3;
            case FLAGGED -> 4;
        };
    }

    private record Deed(Kind kind, int campaign, int item, double value) {

        /** One account may know the campaign that the other does not name. */
        Deed ofNoCampaign() {
            return new Deed(kind, 0, item, value);
        }
    }

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
