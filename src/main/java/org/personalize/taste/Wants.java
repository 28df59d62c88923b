package org.personalize.taste;

import java.util.Arrays;
import java.util.TreeMap;
import org.personalize.audience.Audience;
import org.personalize.history.History;

/**
 * What everybody wanted, once per item and basket however often a log says so, in arrays: one person's wants lie together,
 * in the order of items and then of time. Nothing is kept of people from whom nothing may be learned.
 */
final class Wants {

    private static final int MINUTE_SECONDS = 60;

    /** A want this close to the strongest that the log knows is the very thing: a purchase, not a view. */
    private static final double STRONG_SHARE = 0.7;

    /** A weight that fewer than one want in so many has is an exception, not the scale. */
    private static final int RARE = 100;

    private final int[] starts;
    private final int[] items;
    private final int[] minutes;
    private final float[] weights;

    private Wants(int[] starts, int[] items, int[] minutes, float[] weights) {
        this.starts = starts;
        this.items = items;
        this.minutes = minutes;
        this.weights = weights;
    }

    static Wants of(Audience audience, History history) {
        return new Gathering(audience, history).gather();
    }

    int people() {
        return starts.length - 1;
    }

    int size() {
        return items.length;
    }

    /** The number of the person's first want. */
    int from(int person) {
        return starts[person];
    }

    /** The number behind the person's last want. */
    int to(int person) {
        return starts[person + 1];
    }

    int item(int want) {
        return items[want];
    }

    /** Minutes since 1970. */
    int minute(int want) {
        return minutes[want];
    }

    /** In parts of the log's strongest kind of want. */
    float weight(int want) {
        return weights[want];
    }

    /** Whether whoever wanted it had it from then on: a purchase or a good rating, not a view. */
    boolean isStrong(int want) {
        return weights[want] >= STRONG_SHARE;
    }

    /** Merges each person's events into wants. */
    private static final class Gathering {

        private final Audience audience;
        private final History history;
        private final int[] starts;
        private final int[] items;
        private final int[] minutes;
        private final float[] weights;
        private final float strongest;
        private long[] sorted = new long[16];
        private int size;

        Gathering(Audience audience, History history) {
            this.audience = audience;
            this.history = history;
            starts = new int[audience.size() + 1];
            strongest = strongest(history);
            int most = 0;
            for (int event = 0; event < history.size(); event++) {
                most += history.item(event) >= 0 && history.weight(event) > 0 ? 1 : 0;
            }
            items = new int[most];
            minutes = new int[most];
            weights = new float[most];
        }

        private static float strongest(History history) {
            var numbers = new TreeMap<Float, Integer>();
            for (int event = 0; event < history.size(); event++) {
                if (history.item(event) >= 0 && history.weight(event) > 0) {
                    numbers.merge(history.weight(event), 1, Integer::sum);
                }
            }
            int all = numbers.values().stream().mapToInt(Integer::intValue).sum();
            return numbers.descendingMap().entrySet().stream()
                    .filter(e -> (long) e.getValue() * RARE >= all)
                    .findFirst()
                    .map(java.util.Map.Entry::getKey)
                    .orElse(1f);
        }

        Wants gather() {
            for (int person = 0; person < audience.size(); person++) {
                if (audience.allowsPersonalization(person)) {
                    add(history.eventsOf(person), audience.allowsTracking(person));
                }
                starts[person + 1] = size;
            }
            return new Wants(
                    starts, Arrays.copyOf(items, size), Arrays.copyOf(minutes, size), Arrays.copyOf(weights, size));
        }

        private void add(int[] events, boolean allowsTracking) {
            if (sorted.length < events.length) {
                sorted = new long[events.length];
            }
            int count = 0;
            for (int i = 0; i < events.length; i++) {
                if (counts(events[i], allowsTracking)) {
                    sorted[count++] = (long) history.item(events[i]) << 32 | i;
                }
            }
            Arrays.sort(sorted, 0, count);
            for (int from = 0, to = 0; from < count; from = to) {
                int item = (int) (sorted[from] >>> 32);
                while (to < count && (int) (sorted[to] >>> 32) == item) {
                    to++;
                }
                addItem(item, events, from, to);
            }
        }

        private boolean counts(int event, boolean allowsTracking) {
            boolean isAllowed = allowsTracking || !history.kind(event).isTracked();
            return isAllowed && history.item(event) >= 0 && history.weight(event) > 0;
        }

        /** Of one basket's equal wants the strongest counts, and of these the latest. */
        private void addItem(int item, int[] events, int from, int to) {
            long[] byBasket = new long[to - from];
            for (int i = from; i < to; i++) {
                byBasket[i - from] = (long) history.basket(events[(int) sorted[i]]) << 32 | (int) sorted[i];
            }
            Arrays.sort(byBasket);
            int kept = 0;
            for (int i = 0; i < byBasket.length; i++) {
                long best = packed(events[(int) byBasket[i]]);
                while (i + 1 < byBasket.length && byBasket[i] >> 32 == byBasket[i + 1] >> 32) {
                    best = Math.max(best, packed(events[(int) byBasket[++i]]));
                }
                byBasket[kept++] = Long.rotateLeft(best, 32);
            }
            Arrays.sort(byBasket, 0, kept);
            for (int i = 0; i < kept; i++) {
                items[size] = item;
                minutes[size] = (int) (byBasket[i] >> 32);
                weights[size++] = Math.min(1, Float.intBitsToFloat((int) byBasket[i]) / strongest);
            }
        }

        /** Weight first, then time, as a number that sorts as they do; weights are above zero. */
        private long packed(int event) {
            long minute = Math.floorDiv(history.second(event), MINUTE_SECONDS);
            return (long) Float.floatToIntBits(history.weight(event)) << 32 | minute & 0xffff_ffffL;
        }
    }
}
