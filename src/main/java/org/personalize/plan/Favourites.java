package org.personalize.plan;

/**
 * The best of all items by score, equals in the order of their ids: found in one walk through the catalog, so that the
 * slots of a mail need not walk through it again. Kept as a heap with the worst on top.
 */
final class Favourites {

    private final int[] ranks;
    private final int[] items;
    private final int capacity;
    private double[] scores = {};

    /**
     * @param ranks every item's place in the order of ids
     */
    Favourites(int capacity, int[] ranks) {
        this.capacity = Math.min(capacity, ranks.length);
        this.ranks = ranks;
        items = new int[this.capacity];
    }

    /** Finds the best by these scores, which must stay as they are while the favourites are used. */
    void find(double[] all) {
        scores = all;
        for (int item = 0; item < capacity; item++) {
            items[item] = item;
        }
        for (int parent = capacity / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
        double worst = capacity == 0 ? 0 : scores[items[0]];
        for (int item = capacity; item < all.length; item++) {
            if (all[item] >= worst && isWorse(items[0], item)) {
                items[0] = item;
                sink(0);
                worst = scores[items[0]];
            }
        }
    }

    int size() {
        return capacity;
    }

    boolean isWholeCatalog() {
        return capacity == ranks.length;
    }

    /** In no order, but for the first, which is the worst. */
    int item(int place) {
        return items[place];
    }

    private void sink(int from) {
        int parent = from;
        int moved = items[from];
        for (int child = 2 * parent + 1; child < capacity; child = 2 * parent + 1) {
            if (child + 1 < capacity && isWorse(items[child + 1], items[child])) {
                child++;
            }
            if (!isWorse(items[child], moved)) {
                break;
            }
            items[parent] = items[child];
            parent = child;
        }
        items[parent] = moved;
    }

    private boolean isWorse(int one, int other) {
        return scores[one] < scores[other] || (scores[one] == scores[other] && ranks[one] > ranks[other]);
    }
}
