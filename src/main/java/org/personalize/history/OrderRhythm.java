package org.personalize.history;

import java.util.concurrent.atomic.AtomicIntegerArray;
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
    private final int[] visitsOf;
    private final long[] lastOrderOf;
    private final AtomicIntegerArray waits = new AtomicIntegerArray(MOST_DAYS);
    private final AtomicIntegerArray returners = new AtomicIntegerArray(MOST_ORDERS);
    private int onTimeDays = USUAL_DAYS;
    private int lateDays = LONG_DAYS;
    private int loyalOrders = LOYAL_ORDERS;

    OrderRhythm(Audience audience, History history, long now) {
        this.now = now;
        visitsOf = new int[audience.size()];
        lastOrderOf = new long[audience.size()];
        PersonParts.each(audience.size(), (from, to) -> {
            for (int person = from; person < to; person++) {
                if (audience.allowsPersonalization(person)) {
                    look(person, Orders.of(history, person, now + 1));
                }
            }
        });
        if (sum(waits) >= FEWEST_WAITS) {
            onTimeDays = quantile(waits, ON_TIME);
            lateDays = Math.max(quantile(waits, LATE), LEAST_RATIO * onTimeDays);
            loyalOrders = Math.max(LOYAL_ORDERS, quantile(returners, ON_TIME));
        }
    }

    private void look(int person, Orders orders) {
        int visits = visits(orders);
        visitsOf[person] = visits;
        lastOrderOf[person] = visits == 0 ? now : orders.last();
        if (visits > 1) {
            returners.getAndIncrement(Math.min(visits, MOST_ORDERS - 1));
        }
        for (int i = 1; i < orders.size(); i++) {
            long days = (orders.second(i) - orders.second(i - 1)) / DAY_SECONDS;
            if (days > 0) {
                waits.getAndIncrement((int) Math.min(days, MOST_DAYS - 1));
            }
        }
    }

    private static int visits(Orders orders) {
        int visits = Math.min(1, orders.size());
        for (int i = 1; i < orders.size(); i++) {
            visits += orders.second(i) - orders.second(i - 1) >= DAY_SECONDS ? 1 : 0;
        }
        return visits;
    }

    Lifecycle of(int person) {
        int visits = visitsOf[person];
        if (visits == 0) {
            return Lifecycle.NEW;
        }
        long days = (now - lastOrderOf[person]) / DAY_SECONDS;
        if (days > onTimeDays) {
            return days > lateDays ? Lifecycle.LAPSED : Lifecycle.AT_RISK;
        }
        if (visits == 1) {
            return Lifecycle.NEW;
        }
        return visits >= loyalOrders ? Lifecycle.LOYAL : Lifecycle.ACTIVE;
    }

    private static long sum(AtomicIntegerArray counts) {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /** The least number that so large a share of what was counted does not exceed. */
    private static int quantile(AtomicIntegerArray counts, double share) {
        double wanted = share * sum(counts);
        long seen = 0;
        int value = 0;
        while (value < counts.length() - 1 && seen + counts.get(value) < wanted) {
            seen += counts.get(value);
            value++;
        }
        return value;
    }
}
