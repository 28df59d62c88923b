package org.personalize.history;

/**
 * A refund takes purchases back: those of its item by the same person, the latest first, as far as its amount reaches; a
 * refund without an amount takes back one, a refund without an item those of its order. What is left of an amount lessens
 * the value of the next purchase in line.
 */
final class Refunds {

    /** Amounts are compared with this much leeway, because shops round. */
    private static final double ROUNDING = 0.005;

    /** How many of the person's earlier events are searched; only an account that many people share has more. */
    private static final int LONGEST_SEARCH = 20_000;

    private final EventColumns columns;
    private final EventCounts counts;

    Refunds(EventColumns columns, EventCounts counts) {
        this.columns = columns;
        this.counts = counts;
    }

    void settle(PersonIndex people, int size) {
        for (int person = 0; person < size; person++) {
            int[] events = people.of(person);
            for (int i = 0; i < events.length; i++) {
                if (Mark.kind(columns.marks.get(events[i])) == Kind.REFUND && !takeBack(events, i)) {
                    counts.add(Tally.UNMATCHED_REFUNDS);
                }
            }
        }
    }

    /** Whether the refund found anything to take back. */
    private boolean takeBack(int[] events, int refund) {
        double left = Math.abs(columns.values.get(events[refund]));
        boolean found = false;
        for (int i = refund - 1; i >= Math.max(0, refund - LONGEST_SEARCH); i--) {
            if (!belong(events[i], events[refund])) {
                continue;
            }
            found = true;
            double value = columns.values.get(events[i]);
            if (left < value - ROUNDING) {
                columns.values.set(events[i], value - left);
                return true;
            }
            columns.marks.set(events[i], Mark.takenBack(columns.marks.get(events[i])));
            left -= value;
            if (!(left > ROUNDING)) {
                return true;
            }
        }
        return found;
    }

    private boolean belong(int purchase, int refund) {
        int mark = columns.marks.get(purchase);
        if (Mark.kind(mark) != Kind.PURCHASE || Mark.isTakenBack(mark)) {
            return false;
        }
        int item = columns.items.get(refund);
        return item >= 0
                ? columns.items.get(purchase) == item
                : columns.baskets.get(purchase) == columns.baskets.get(refund);
    }
}
