package org.personalize.history;

import java.util.List;
import org.personalize.audience.Audience;

/**
 * What is known of people as buyers at a moment, as numbers for a model that foretells whether they buy. Nothing that
 * happened at the moment or after it is in them, so that a model learned on the past is used as it was learned. Whoever
 * refuses personalization is nothing but zeros; opens and clicks are left out without consent to tracking.
 */
public final class BuyerFeatures {

    /** What each number is, in their order. Most are logarithms, as ten orders differ from one as a hundred from ten. */
    public static final List<String> NAMES = List.of(
            "has ordered",
            "log days since the last order",
            "log orders",
            "log orders of 30 days",
            "log orders of 90 days",
            "log orders of 365 days",
            "log mean days between orders",
            "log days since the last order over mean days between orders",
            "log spend",
            "log days since the first event",
            "log days since the last activity",
            "log activities of 30 days",
            "log carts of 30 days",
            "log clicks of 30 days");

    private static final double DAY_SECONDS = 86_400;
    private static final long MONTH_SECONDS = 30 * 86_400;

    /** Somebody who ordered once has no mean yet, and is taken to wait this long. */
    private static final double USUAL_WAIT_DAYS = 60;

    private final Audience audience;
    private final History history;

    public BuyerFeatures(Audience audience, History history) {
        this.audience = audience;
        this.history = history;
    }

    /** @param until the moment, in seconds since 1970 */
    public double[] of(int person, long until) {
        var features = new double[NAMES.size()];
        if (audience.allowsPersonalization(person)) {
            orders(Orders.of(history, person, until), until, features);
            activity(person, until, features);
        }
        return features;
    }

    private static void orders(Orders orders, long until, double[] features) {
        int n = orders.size();
        if (n == 0) {
            return;
        }
        double days = (until - orders.last()) / DAY_SECONDS;
        double wait = n == 1 ? USUAL_WAIT_DAYS : (orders.last() - orders.second(0)) / DAY_SECONDS / (n - 1);
        features[0] = 1;
        features[1] = StrictMath.log1p(days);
        features[2] = StrictMath.log1p(n);
        features[3] = StrictMath.log1p(orders.since(until - MONTH_SECONDS));
        features[4] = StrictMath.log1p(orders.since(until - 3 * MONTH_SECONDS));
        features[5] = StrictMath.log1p(orders.since(until - 365 * (long) DAY_SECONDS));
        features[6] = StrictMath.log1p(wait);
        features[7] = StrictMath.log1p(days / Math.max(1, wait));
        features[8] = StrictMath.log1p(Math.max(0, orders.spend()));
    }

    private void activity(int person, long until, double[] features) {
        boolean allowsTracking = audience.allowsTracking(person);
        double activities = 0;
        double carts = 0;
        double clicks = 0;
        for (int i = 0; i < history.events(person); i++) {
            int event = history.event(person, i);
            long second = history.second(event);
            if (second >= until) {
                break;
            }
            double weight = activity(event, allowsTracking);
            if (features[9] == 0) {
                features[9] = StrictMath.log1p((until - second) / DAY_SECONDS);
            }
            if (weight > 0) {
                features[10] = StrictMath.log1p((until - second) / DAY_SECONDS);
                boolean isRecent = second >= until - MONTH_SECONDS;
                activities += isRecent ? weight : 0;
                carts += isRecent && history.kind(event) == Kind.CART ? weight : 0;
                clicks += isRecent && history.kind(event) == Kind.CLICK ? weight : 0;
            }
        }
        features[11] = StrictMath.log1p(activities);
        features[12] = StrictMath.log1p(carts);
        features[13] = StrictMath.log1p(clicks);
    }

    private double activity(int event, boolean allowsTracking) {
        double weight = history.reaction(event).reader().weight();
        return switch (history.kind(event)) {
            case OPEN, CLICK -> allowsTracking ? weight : 0;
            case VIEW, CART -> weight;
            case PURCHASE, RATING -> 1;
            case SENT, DELIVERED, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT, OTHER -> 0;
        };
    }

    /** Whether the person orders anything that they keep, from a moment on and before another. */
    public boolean buys(int person, long from, long until) {
        for (int i = history.events(person) - 1; i >= 0; i--) {
            int event = history.event(person, i);
            boolean isOrder = history.kind(event) == Kind.PURCHASE && !history.isTakenBack(event);
            if (isOrder && history.second(event) >= from && history.second(event) < until) {
                return true;
            }
        }
        return false;
    }
}
