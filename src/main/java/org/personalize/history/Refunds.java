package org.personalize.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A refund takes purchases back: those of its item by the same person, the latest first, as far as its amount reaches; a
 * refund without an amount takes back one, a refund without an item those of its order. What is left of an amount lessens
 * the value of the next purchase in line.
 */
final class Refunds {

    /** Amounts are compared with this much leeway, because shops round. */
    private static final double ROUNDING = 0.005;

    private static final long BASKET = 1L << Integer.SIZE;

    private final EventColumns columns;
    private final PersonIndex people;
    private final EventCounts counts;

    Refunds(EventColumns columns, PersonIndex people, EventCounts counts) {
        this.columns = columns;
        this.people = people;
        this.counts = counts;
    }

    void settle(int person) {
        if (hasRefunds(person)) {
            takeBack(person);
        }
    }

    private boolean hasRefunds(int person) {
        for (int i = people.from(person); i < people.to(person); i++) {
            if (Mark.kind(columns.marks.get(people.at(i))) == Kind.REFUND) {
                return true;
            }
        }
        return false;
    }

    /** Goes through a person's events with their purchases at hand, by item and by basket, the latest on top. */
    private void takeBack(int person) {
        Map<Long, Deque<Integer>> purchases = new HashMap<>();
        for (int i = people.from(person); i < people.to(person); i++) {
            int event = people.at(i);
            int item = columns.items.get(event);
            long basket = BASKET | Integer.toUnsignedLong(columns.baskets.get(event));
            Kind kind = Mark.kind(columns.marks.get(event));
            if (kind == Kind.PURCHASE) {
                purchases.computeIfAbsent((long) item, k -> new ArrayDeque<>()).push(event);
                purchases.computeIfAbsent(basket, k -> new ArrayDeque<>()).push(event);
            } else if (kind == Kind.REFUND) {
                Deque<Integer> meant = purchases.get(item >= 0 ? (long) item : basket);
                if (meant == null || !takeBack(meant, columns.values.get(event))) {
                    counts.add(Tally.UNMATCHED_REFUNDS);
                }
            }
        }
    }

    /** Whether the refund found anything to take back. */
    private boolean takeBack(Deque<Integer> purchases, double amount) {
        double left = Math.abs(amount);
        boolean found = false;
        while (!purchases.isEmpty()) {
            int purchase = purchases.peek();
            int mark = columns.marks.get(purchase);
            if (!Mark.isTakenBack(mark)) {
                found = true;
                double value = columns.values.get(purchase);
                if (left < value - ROUNDING) {
                    columns.values.set(purchase, value - left);
                    return true;
                }
                columns.marks.set(purchase, Mark.takenBack(mark));
                left -= value;
                if (!(left > ROUNDING)) {
                    return true;
                }
            }
            purchases.pop();
        }
        return found;
    }
}
