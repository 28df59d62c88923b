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

    private final History history;
    private final long now;
    private final int[] waits = new int[MOST_DAYS];
    private final int[] returners = new int[MOST_ORDERS];
    private int onTimeDays = USUAL_DAYS;
    private int lateDays = LONG_DAYS;
    private int loyalOrders = LOYAL_ORDERS;

    OrderRhythm(Audience audience, History history, long now) {
        this.history = history;
        this.now = now;
        for (int person = 0; person < audience.size(); person++) {
            if (audience.allowsPersonalization(person)) {
                count(Orders.of(history, person, now + 1));
            }
        }
        if (sum(waits) >= FEWEST_WAITS) {
            onTimeDays = quantile(waits, ON_TIME);
            lateDays = Math.max(quantile(waits, LATE), LEAST_RATIO * onTimeDays);
            loyalOrders = Math.max(LOYAL_ORDERS, quantile(returners, ON_TIME));
        }
    }

    private void count(Orders orders) {
        int visits = visits(orders);
        if (visits > 1) {
            returners[Math.min(visits, MOST_ORDERS - 1)]++;
        }
        for (int i = 1; i < orders.size(); i++) {
            long days = (orders.second(i) - orders.second(i - 1)) / DAY_SECONDS;
            if (days > 0) {
                waits[(int) Math.min(days, MOST_DAYS - 1)]++;
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
        Orders orders = Orders.of(history, person, now + 1);
        int visits = visits(orders);
        if (visits == 0) {
            return Lifecycle.NEW;
        }
        long days = (now - orders.last()) / DAY_SECONDS;
        if (days > onTimeDays) {
            return days > lateDays ? Lifecycle.LAPSED : Lifecycle.AT_RISK;
        }
        if (visits == 1) {
            return Lifecycle.NEW;
        }
        return visits >= loyalOrders ? Lifecycle.LOYAL : Lifecycle.ACTIVE;
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
