package org.personalize.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.personalize.audience.Audience;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.history.History;
import org.personalize.history.Kind;
import org.personalize.history.Reader;

/** What people did within a stretch of time: when they were there, and what they took. */
final class LaterDeeds {

    static final int HOURS = 24;

    private static final Set<Kind> PRESENCE =
            EnumSet.of(Kind.OPEN, Kind.CLICK, Kind.VIEW, Kind.CART, Kind.PURCHASE, Kind.RATING);

    private final Audience audience;
    private final History history;
    private final boolean isBuyingMeant;

    /** @param goal whether it is buying that counts as taking an item, or any sign of wanting it */
    LaterDeeds(Audience audience, History history, Goal goal) {
        this.audience = audience;
        this.history = history;
        isBuyingMeant = goal != Goal.CLICK && hasPurchases(history);
    }

    private static boolean hasPurchases(History history) {
        for (int event = 0; event < history.size(); event++) {
            if (history.kind(event) == Kind.PURCHASE && history.item(event) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether taking an item means buying it. */
    boolean isBuyingMeant() {
        return isBuyingMeant;
    }

    /** On how many days the person was there in each hour of their own clock. */
    int[] presence(int person, Instant from, Instant to) {
        var counts = new int[HOURS];
        ZoneId zone = audience.customer(person).zone();
        LocalDateTime last = LocalDateTime.MIN;
        for (int nth = first(person, from); nth < history.events(person); nth++) {
            int event = history.event(person, nth);
            if (history.second(event) >= to.getEpochSecond()) {
                break;
            }
            if (isPresence(event, person)) {
                LocalDateTime hour = LocalDateTime.ofInstant(Instant.ofEpochSecond(history.second(event)), zone)
                        .truncatedTo(ChronoUnit.HOURS);
                counts[hour.getHour()] += hour.equals(last) ? 0 : 1;
                last = hour;
            }
        }
        return counts;
    }

    private boolean isPresence(int event, int person) {
        Kind kind = history.kind(event);
        return PRESENCE.contains(kind)
                && history.hasHour(event)
                && history.reaction(event).reader() == Reader.HUMAN
                && (audience.allowsTracking(person) || !kind.isTracked());
    }

    /** The items that the person took. */
    Set<Integer> taken(int person, Instant from, Instant to) {
        Set<Integer> items = new HashSet<>();
        for (int nth = first(person, from); nth < history.events(person); nth++) {
            int event = history.event(person, nth);
            if (history.second(event) >= to.getEpochSecond()) {
                break;
            }
            if (isTaking(event, person)) {
                items.add(history.item(event));
            }
        }
        return items;
    }

    private boolean isTaking(int event, int person) {
        Kind kind = history.kind(event);
        return history.item(event) >= 0
                && history.weight(event) > 0
                && !history.isTakenBack(event)
                && (!isBuyingMeant || kind == Kind.PURCHASE)
                && (audience.allowsTracking(person) || !kind.isTracked());
    }

    private int first(int person, Instant from) {
        int low = 0;
        int high = history.events(person);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (history.second(history.event(person, middle)) < from.getEpochSecond()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
