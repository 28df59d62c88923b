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

    static final int MINUTE_SECONDS = 60;
    private static final int CHUNK = 8_192;

    /** A want this close to the strongest that the log knows is the very thing: a purchase, not a view. */
    private static final float STRONG_SHARE = 0.7f;

    /** So many strong wants must be expected of a category before having none says that it is not for sale. */
    private static final double EXPECTED = 10;

    /** A weight that fewer than one want in so many has is an exception, not the scale. */
    private static final int RARE = 100;

    private final int[] byLot;

    /** By person; the wants themselves lie in the order of lots, so that sums over all are the same however people are numbered. */
    private final int[] starts;

    private final int[] ends;
    private final int[] items;
    private final int[] minutes;
    private final float[] weights;

    /** By item, from which weight on a want is the very thing. */
    private final float[] strongFrom;

    private final Spurned spurned;

    private Wants(int[] byLot, int people, int size, float[] strongFrom, Spurned spurned) {
        this.byLot = byLot;
        this.spurned = spurned;
        this.strongFrom = strongFrom;
        starts = new int[people];
        ends = new int[people];
        items = new int[size];
        minutes = new int[size];
        weights = new float[size];
    }

    static Wants of(Audience audience, History history, Categories categories) {
        float strongest = strongest(history);
        int[] byLot = Arrays.stream(audience.byLot())
                .filter(audience::allowsPersonalization)
                .toArray();
        var parts = new Gathering[Chunks.count(byLot.length, CHUNK)];
        Chunks.each(byLot.length, CHUNK, (chunk, from, to) -> {
            parts[chunk] = new Gathering(audience, history, strongest, byLot);
            parts[chunk].gather(from, to);
        });
        int size = Arrays.stream(parts).mapToInt(part -> part.size).sum();
        var wants = new Wants(
                byLot,
                audience.size(),
                size,
                strongFrom(history, categories, strongest),
                Spurned.of(audience, history));
        int done = 0;
        for (int chunk = 0; chunk < parts.length; chunk++) {
            parts[chunk].copyTo(wants, chunk * CHUNK, done);
            done += parts[chunk].size;
        }
        return wants;
    }

    int people() {
        return starts.length;
    }

    /** All people from whom may be learned, in the order in which they are; to be read only. */
    int[] byLot() {
        return byLot;
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
        return ends[person];
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

    /**
     * Whether whoever wanted it had it from then on: a purchase or a good rating, not a view; but a click on an article,
     * which nobody can buy.
     */
    boolean isStrong(int want) {
        return weights[want] >= strongFrom[items[want]];
    }

    /** Whether somebody had this from some minute of a stretch of time on. */
    boolean isHad(int want, int from, int until) {
        return isStrong(want) && minutes[want] >= from && minutes[want] < until;
    }

    /** Whether the person had anything new or again in a stretch of time. */
    boolean hasAny(int person, int from, int until) {
        for (int want = starts[person]; want < ends[person]; want++) {
            if (isHad(want, from, until)) {
                return true;
            }
        }
        return false;
    }

    /** What people tried and did not want. */
    Spurned spurned() {
        return spurned;
    }

    /** The minutes of all wants, in order. */
    int[] inOrder() {
        int[] inOrder = Arrays.copyOf(minutes, items.length);
        Arrays.parallelSort(inOrder);
        return inOrder;
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

    /**
     * Of a category of which nothing was ever bought, though so much is looked at that it should have been, what people
     * do most with it is the very thing.
     */
    private static float[] strongFrom(History history, Categories categories, float strongest) {
        var most = new float[categories.size()];
        var numbers = new double[categories.size()];
        double all = 0;
        double strong = 0;
        for (int event = 0; event < history.size(); event++) {
            if (history.item(event) >= 0 && history.weight(event) > 0) {
                int category = categories.of(history.item(event));
                float weight = history.weight(event) / strongest;
                most[category] = Math.max(most[category], weight);
                numbers[category]++;
                all++;
                strong += weight >= STRONG_SHARE ? 1 : 0;
            }
        }
        var strongFrom = new float[categories.items()];
        for (int item = 0; item < strongFrom.length; item++) {
            int category = categories.of(item);
            boolean isNeverBought = most[category] < STRONG_SHARE && numbers[category] * strong >= EXPECTED * all;
            strongFrom[item] = STRONG_SHARE * (isNeverBought && all > 0 ? most[category] : 1);
        }
        return strongFrom;
    }

    /** Merges the events of some people, one after the other, into wants. */
    private static final class Gathering {

        private final Audience audience;
        private final History history;
        private final float strongest;
        private final int[] byLot;
        private final int[] ends = new int[CHUNK];
        private int[] items = new int[CHUNK];
        private int[] minutes = new int[CHUNK];
        private float[] weights = new float[CHUNK];
        private long[] sorted = new long[16];
        private int people;
        private int size;

        Gathering(Audience audience, History history, float strongest, int[] byLot) {
            this.audience = audience;
            this.history = history;
            this.strongest = strongest;
            this.byLot = byLot;
        }

        void gather(int from, int to) {
            for (int place = from; place < to; place++) {
                int person = byLot[place];
                add(history.eventsOf(person), audience.allowsTracking(person));
                ends[people++] = size;
            }
        }

        /** @param at behind how many wants of those before them these stand */
        void copyTo(Wants wants, int firstPlace, int at) {
            for (int i = 0; i < people; i++) {
                int person = byLot[firstPlace + i];
                wants.starts[person] = at + (i == 0 ? 0 : ends[i - 1]);
                wants.ends[person] = at + ends[i];
            }
            System.arraycopy(items, 0, wants.items, at, size);
            System.arraycopy(minutes, 0, wants.minutes, at, size);
            System.arraycopy(weights, 0, wants.weights, at, size);
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
            makeRoom(size + kept);
            for (int i = 0; i < kept; i++) {
                items[size] = item;
                minutes[size] = (int) (byBasket[i] >> 32);
                weights[size++] = Math.min(1, Float.intBitsToFloat((int) byBasket[i]) / strongest);
            }
        }

        private void makeRoom(int least) {
            if (least > items.length) {
                int room = Math.max(least, 2 * items.length);
                items = Arrays.copyOf(items, room);
                minutes = Arrays.copyOf(minutes, room);
                weights = Arrays.copyOf(weights, room);
            }
        }

        /** Weight first, then time, as a number that sorts as they do; weights are above zero. */
        private long packed(int event) {
            long minute = Math.floorDiv(history.second(event), MINUTE_SECONDS);
            return (long) Float.floatToIntBits(history.weight(event)) << 32 | minute & 0xffff_ffffL;
        }
    }
}
