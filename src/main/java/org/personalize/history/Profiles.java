package org.personalize.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Audience;
import org.personalize.catalog.Catalog;
import org.personalize.template.Fields;

/** {@code profile.<name>}: what a person's events say about them, worked out when somebody asks. */
public final class Profiles {

    /** Every name that {@code profile.} knows; any other is a mistake in the campaign. */
    public static final List<String> NAMES = List.of(
            "average_order",
            "best_hour",
            "chance_to_buy_30d",
            "days_since_click",
            "days_since_purchase",
            "hours_since_cart",
            "hours_since_view",
            "last_purchase",
            "lifecycle",
            "orders",
            "spend",
            "top_categories");

    private static final int MOST_CATEGORIES = 5;
    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_SECONDS = 3_600;
    private static final double CENTS = 100;

    private final Audience audience;
    private final Catalog catalog;
    private final History history;
    private final Instant now;
    private final Forecasts forecasts;
    private @Nullable OrderRhythm rhythm;

    public Profiles(Audience audience, Catalog catalog, History history, Instant now, Forecasts forecasts) {
        this.audience = audience;
        this.catalog = catalog;
        this.history = history;
        this.now = now;
        this.forecasts = forecasts;
    }

    /** Without consent to personalization there is no profile: every name is missing. */
    public Fields of(int person) {
        if (!audience.allowsPersonalization(person)) {
            return name -> null;
        }
        boolean allowsTracking = audience.allowsTracking(person);
        return name -> switch (name) {
            case "days_since_purchase" -> daysSince(last(person, Kind.PURCHASE));
            case "days_since_click" -> allowsTracking ? daysSince(last(person, Kind.CLICK)) : null;
            case "hours_since_cart" -> hoursSince(person, Kind.CART);
            case "hours_since_view" -> hoursSince(person, Kind.VIEW);
            case "last_purchase" ->
                dayOf(last(person, Kind.PURCHASE), audience.customer(person).zone());
            case "orders" -> orders(history.eventsOf(person));
            case "spend" -> spend(history.eventsOf(person));
            case "average_order" -> averageOrder(history.eventsOf(person));
            case "best_hour" -> forecasts.bestHour(person);
            case "chance_to_buy_30d" -> forecasts.chanceToBuy(person);
            case "lifecycle" -> rhythm().of(person).word();
            case "top_categories" -> topCategories(history.eventsOf(person), allowsTracking);
            default -> null;
        };
    }

    /** Counted once, when somebody asks: it needs everybody's orders. */
    private synchronized OrderRhythm rhythm() {
        if (rhythm == null) {
            rhythm = new OrderRhythm(audience, history, now.getEpochSecond());
        }
        return rhythm;
    }

    /** A purchase that was taken back is not one, nor is a machine's click. */
    private boolean stands(int event, Kind kind) {
        boolean isPersons = history.reaction(event).reader() != Reader.MACHINE;
        return history.kind(event) == kind && !history.isTakenBack(event) && isPersons;
    }

    private int last(int person, Kind kind) {
        for (int nth = history.events(person) - 1; nth >= 0; nth--) {
            int event = history.event(person, nth);
            if (stands(event, kind) && history.second(event) <= now.getEpochSecond()) {
                return event;
            }
        }
        return -1;
    }

    private @Nullable Long daysSince(int event) {
        return event < 0 ? null : (now.getEpochSecond() - history.second(event)) / DAY_SECONDS;
    }

    /** Since it was last done with nothing bought after it. */
    private @Nullable Long hoursSince(int person, Kind kind) {
        OptionalInt last = Unbought.events(history, person, kind, now).findFirst();
        return last.isPresent()
                ? (Long) ((now.getEpochSecond() - history.second(last.getAsInt())) / HOUR_SECONDS)
                : null;
    }

    private @Nullable LocalDate dayOf(int event, ZoneId zone) {
        return event < 0
                ? null
                : Instant.ofEpochSecond(history.second(event)).atZone(zone).toLocalDate();
    }

    private long orders(int[] events) {
        Set<Integer> baskets = new HashSet<>();
        for (int event : events) {
            if (stands(event, Kind.PURCHASE)) {
                baskets.add(history.basket(event));
            }
        }
        return baskets.size();
    }

    /** Missing where purchases are known but not their value: unknown is not nothing. */
    private @Nullable Double spend(int[] events) {
        double spend = 0;
        boolean hasPurchase = false;
        boolean hasValue = false;
        for (int event : events) {
            if (stands(event, Kind.PURCHASE)) {
                double value = history.value(event);
                hasPurchase = true;
                hasValue |= !Double.isNaN(value);
                spend += Double.isNaN(value) ? 0 : value;
            }
        }
        return hasPurchase && !hasValue ? null : Math.rint(spend * CENTS) / CENTS;
    }

    private @Nullable Double averageOrder(int[] events) {
        long orders = orders(events);
        Double spend = spend(events);
        return orders == 0 || spend == null ? null : Math.rint(spend / orders * CENTS) / CENTS;
    }

    private @Nullable List<String> topCategories(int[] events, boolean allowsTracking) {
        Map<String, Double> weights = new HashMap<>();
        for (int event : events) {
            int item = history.item(event);
            String category = item < 0 ? null : catalog.item(item).category();
            boolean isLearnedFrom = allowsTracking || !history.kind(event).isTracked();
            if (category != null && isLearnedFrom && history.weight(event) > 0) {
                weights.merge(category, (double) history.weight(event), Double::sum);
            }
        }
        Comparator<Map.Entry<String, Double>> heaviest = Map.Entry.comparingByValue(Comparator.reverseOrder());
        List<String> top = weights.entrySet().stream()
                .sorted(heaviest.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CATEGORIES)
                .map(Map.Entry::getKey)
                .toList();
        return top.isEmpty() ? null : top;
    }
}
