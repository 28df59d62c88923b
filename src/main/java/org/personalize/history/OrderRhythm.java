package org.personalize.history;

import org.personalize.audience.Audience;

/**
 * How long people of this shop usually wait until they order again. Whoever ordered no longer ago than three quarters of
 * all such waits is on time: new with one order, loyal with as many orders as the best quarter of all who came back and at
 * least three, else active. Whoever has waited longer than that is at risk, and longer than 95 % of all waits and twice that time, lapsed.
 * Somebody who never bought is new. Orders of the same day are one here.
 */
final class OrderRhythm {

    private static final long DAY_SECONDS = 86_400;
    private static final double ON_TIME = 0.75;
    private static final double LATE = 0.95;

    /** Where everybody orders on the same day of the week, nobody would be at risk between two of these. */
    private static final int LEAST_RATIO = 2;

    /** With fewer waits than these a shop has no rhythm yet. */
    private static final int FEWEST_WAITS = 20;

    private static final int USUAL_DAYS = 90;
    private static final int LONG_DAYS = 365;
    private static final int MOST_DAYS = 50_000;
    private static final int MOST_ORDERS = 1_000;
    private static final int LOYAL_ORDERS = 3;

    private final long now;
    private final int[] visits;
    private final int[] lastBaskets;
    private final long[] lastOrders;
    private final int[] waits = new int[MOST_DAYS];
    private int onTimeDays = USUAL_DAYS;
    private int lateDays = LONG_DAYS;
    private int loyalOrders = LOYAL_ORDERS;

    OrderRhythm(Audience audience, History history, long now) {
        this.now = now;
        visits = new int[audience.size()];
        lastBaskets = new int[audience.size()];
        lastOrders = new long[audience.size()];
        // Everybody's events together in the order of time: they lie in the memory so, and a person's own far apart.
        int until = history.firstFrom(now + 1);
        for (int event = 0; event < until; event++) {
            boolean isOrder = history.kind(event) == Kind.PURCHASE && !history.isTakenBack(event);
            if (isOrder && audience.allowsPersonalization(history.person(event))) {
                take(history.person(event), history.basket(event), history.second(event));
            }
        }
        if (sum(waits) >= FEWEST_WAITS) {
            onTimeDays = quantile(waits, ON_TIME);
            lateDays = Math.max(quantile(waits, LATE), LEAST_RATIO * onTimeDays);
            loyalOrders = Math.max(LOYAL_ORDERS, quantile(returners(), ON_TIME));
        }
    }

    /** Lines of one order are one, and orders within a day one visit. */
    private void take(int person, int basket, long second) {
        if (visits[person] == 0) {
            visits[person] = 1;
        } else if (basket == lastBaskets[person]) {
            return;
        } else {
            long days = (second - lastOrders[person]) / DAY_SECONDS;
            if (days > 0) {
                waits[(int) Math.min(days, MOST_DAYS - 1)]++;
                visits[person]++;
            }
        }
        lastBaskets[person] = basket;
        lastOrders[person] = second;
    }

    private int[] returners() {
        var returners = new int[MOST_ORDERS];
        for (int times : visits) {
            if (times > 1) {
                returners[Math.min(times, MOST_ORDERS - 1)]++;
            }
        }
        return returners;
    }

    Lifecycle of(int person) {
        if (visits[person] == 0) {
            return Lifecycle.NEW;
        }
        long days = (now - lastOrders[person]) / DAY_SECONDS;
        if (days > onTimeDays) {
            return days > lateDays ? Lifecycle.LAPSED : Lifecycle.AT_RISK;
        }
        if (visits[person] == 1) {
            return Lifecycle.NEW;
        }
        return visits[person] >= loyalOrders ? Lifecycle.LOYAL : Lifecycle.ACTIVE;
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The least number that so large a share of what was counted does not exceed. */
    private static int quantile(int[] counts, double share) {
        double wanted = share * sum(counts);
        long seen = 0;
        int value = 0;
        while (value < counts.length - 1 && seen + counts[value] < wanted) {
            seen += counts[value];
            value++;
        }
        return value;
    }
}
