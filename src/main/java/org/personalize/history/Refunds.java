package org.personalize.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A refund takes purchases back: those of its item by the same person, of the order that it names or else the latest first, as
 * far as its amount reaches; a refund without an amount takes back one, a refund without an item those of its order, all of
 * them if it has no amount. What is left of an amount lessens the value of the next purchase in line.
 *
 * <p>Exports of orders tell how much of an order was refunded so far, each time more: of refunds of an order in one second that
 * name no item the greatest counts.
 */
final class Refunds {

    /** Amounts are compared with this much leeway, because shops round. */
    private static final double ROUNDING = 0.005;

    private static final long BASKET = 1L << 63;

    private static final long LINE = 1L << 62;

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

    /** Goes through a person's events with their purchases at hand, the latest on top. */
    private void takeBack(int person) {
        Map<Long, Deque<Integer>> purchases = new HashMap<>();
        Map<Long, Double> soFar = new HashMap<>();
        for (int i = people.from(person); i < people.to(person); i++) {
            int event = people.at(i);
            Kind kind = Mark.kind(columns.marks.get(event));
            if (kind == Kind.PURCHASE) {
                for (long key : new long[] {item(event), basket(event), line(event)}) {
                    purchases.computeIfAbsent(key, k -> new ArrayDeque<>()).push(event);
                }
            } else if (kind == Kind.REFUND) {
                Deque<Integer> meant = purchases.get(
                        columns.items.get(event) < 0
                                ? basket(event)
                                : purchases.containsKey(line(event)) ? line(event) : item(event));
                if (meant == null || !takeBack(meant, amount(event, soFar))) {
                    counts.add(Tally.UNMATCHED_REFUNDS);
                }
            }
        }
    }

    private long item(int event) {
        return columns.items.get(event);
    }

    private long basket(int event) {
        return BASKET | Integer.toUnsignedLong(columns.baskets.get(event));
    }

    /** What is bought of an item in one order. */
    private long line(int event) {
        return LINE | (item(event) << Integer.SIZE) | Integer.toUnsignedLong(columns.baskets.get(event));
    }

    /** How much a refund takes back; NaN for one purchase, whatever its value. */
    private double amount(int refund, Map<Long, Double> soFar) {
        double amount = Math.abs(columns.values.get(refund));
        if (columns.items.get(refund) >= 0 || !EventColumns.isOrder(columns.baskets.get(refund))) {
            return amount;
        } else if (Double.isNaN(amount)) {
            return Double.POSITIVE_INFINITY;
        }
        long told = (columns.second(refund) << Integer.SIZE) ^ basket(refund);
        double before = soFar.getOrDefault(told, 0.0);
        soFar.put(told, Math.max(before, amount));
        return Math.max(0, amount - before);
    }

    /** Whether the refund found anything to take back. */
    private boolean takeBack(Deque<Integer> purchases, double amount) {
        double left = amount;
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
                left = Double.isInfinite(left) ? left : left - value;
                if (!(left > ROUNDING)) {
                    return true;
                }
            }
            purchases.pop();
        }
        return found;
    }
}
