package org.personalize.rhythm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.history.Kind;

/**
 * The hours at which somebody was active, on their own clock. Whatever they did within one hour of one day is one
 * observation: a basket of forty lines is one visit. Older ones weigh less.
 */
final class Activity {

    private static final double HALF_LIFE_SECONDS = 90 * 86_400.0;
    private static final int HOUR_SECONDS = 3_600;

    private final Audience audience;
    private final History history;
    private final long latest;

    /**
     * Ages are counted from now, or from the newest activity where the log ends earlier, so that an old log does not fade
     * away as a whole.
     */
    Activity(Audience audience, History history, Instant now) {
        this.audience = audience;
        this.history = history;
        long newest = Long.MIN_VALUE;
        for (int event = history.size() - 1; event >= 0 && newest == Long.MIN_VALUE; event--) {
            newest = weight(event, true) > 0 ? history.second(event) : newest;
        }
        latest = Math.min(newest, now.getEpochSecond());
    }

    /** The decayed weight of each hour of the day; all zero where nothing is known or nothing may be learned. */
    double[] of(int person) {
        var weights = new double[Kernel.HOURS];
        if (!audience.allowsPersonalization(person)) {
            return weights;
        }
        boolean allowsTracking = audience.allowsTracking(person);
        ZoneId zone = audience.customer(person).zone();
        long openHour = Long.MIN_VALUE;
        double strongest = 0;
        for (int event : history.eventsOf(person)) {
            double weight = weight(event, allowsTracking);
            if (weight > 0) {
                long hour = localHour(history.second(event), zone);
                if (hour != openHour) {
                    add(weights, openHour, strongest);
                    openHour = hour;
                    strongest = 0;
                }
                strongest = Math.max(strongest, weight * decay(history.second(event)));
            }
        }
        add(weights, openHour, strongest);
        return weights;
    }

    private static void add(double[] weights, long localHour, double weight) {
        weights[(int) Math.floorMod(localHour, (long) Kernel.HOURS)] += weight;
    }

    private double weight(int event, boolean allowsTracking) {
        if (!history.hasHour(event)) {
            return 0;
        }
        Kind kind = history.kind(event);
        return switch (kind) {
            case PURCHASE, RATING -> 1;
            case CLICK -> allowsTracking ? 1 : 0;
            case VIEW, CART, OTHER -> 0.5;
            case OPEN -> allowsTracking ? 0.2 : 0;
            case SENT, DELIVERED, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT -> 0;
        };
    }

    private double decay(long second) {
        return StrictMath.pow(0.5, Math.max(0, latest - second) / HALF_LIFE_SECONDS);
    }

    /** Hours since 1970 on the person's own clock. */
    private static long localHour(long second, ZoneId zone) {
        int offset = zone instanceof ZoneOffset fixed
                ? fixed.getTotalSeconds()
                : zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        return Math.floorDiv(second + offset, (long) HOUR_SECONDS);
    }
}
