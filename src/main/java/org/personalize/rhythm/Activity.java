package org.personalize.rhythm;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.personalize.audience.Audience;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Reader;

/**
 * The hours at which somebody was active, on their own clock. Whatever they did within one hour of one day is one
 * observation: a basket of forty lines is one visit.
 */
final class Activity {

    /** Somebody who only looks may have left the page or the mail open. */
    private static final double HALF = 0.5;

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

    /** The second from which ages are counted. */
    long latest() {
        return latest;
    }

    int people() {
        return audience.size();
    }

    /** What one person did; nothing where nothing may be learned from them. */
    Visits of(int person) {
        int[] events = history.eventsOf(person);
        if (events.length == 0 || !audience.allowsPersonalization(person)) {
            return Visits.NONE;
        }
        boolean allowsTracking = audience.allowsTracking(person);
        ZoneId zone = audience.customer(person).zone();
        var seconds = new long[events.length];
        var hours = new long[events.length];
        var weights = new double[events.length];
        int size = 0;
        for (int event : events) {
            double weight = weight(event, allowsTracking);
            if (weight > 0) {
                long hour = localHour(history.second(event), zone);
                if (size == 0 || hours[size - 1] != hour) {
                    hours[size++] = hour;
                }
                seconds[size - 1] = history.second(event);
                weights[size - 1] = Math.max(weights[size - 1], weight);
            }
        }
        return new Visits(Arrays.copyOf(seconds, size), Arrays.copyOf(hours, size), Arrays.copyOf(weights, size));
    }

    private double weight(int event, boolean allowsTracking) {
        if (!history.hasHour(event)) {
            return 0;
        }
        Kind kind = history.kind(event);
        double weight = switch (kind) {
            case PURCHASE, RATING -> 1;
            case CLICK -> allowsTracking ? 1 : 0;
            case VIEW, CART, OTHER -> HALF;
            case OPEN -> allowsTracking ? HALF : 0;
            case SENT, DELIVERED, REFUND, UNSUBSCRIBE, SUBSCRIBE, BOUNCE, COMPLAINT -> 0;
        };
        if (weight == 0) {
            return 0;
        }
        Reader reader = history.reaction(event).reader();
        return reader == Reader.HUMAN ? weight : Math.min(weight, reader.weight());
    }

    /** Hours since 1970 on the clock of a zone. */
    static long localHour(long second, ZoneId zone) {
        int offset = zone instanceof ZoneOffset fixed
                ? fixed.getTotalSeconds()
                : zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        return Math.floorDiv(second + offset, (long) HOUR_SECONDS);
    }
}
