package org.personalize.plan;

/**
 * The best of all items by score, equals in the order of their ids: found in one walk through the catalog, so that the
 * slots of a mail need not walk through it again. Kept as a heap with the worst on top.
 */
final class Favourites {

    private final int[] ranks;
    private final int[] items;
    private final double[] scores;
    private final int capacity;

    /**
     * @param ranks every item's place in the order of ids
     */
    Favourites(int capacity, int[] ranks) {
        this.capacity = Math.min(capacity, ranks.length);
        this.ranks = ranks;
        items = new int[this.capacity];
        scores = new double[this.capacity];
    }

    /** Finds the best by these scores, one for each item of the catalog. */
    void find(double[] all) {
        for (int item = 0; item < capacity; item++) {
            items[item] = item;
            scores[item] = all[item];
        }
        for (int parent = capacity / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
        double worst = capacity == 0 ? Double.POSITIVE_INFINITY : scores[0];
        for (int item = capacity; item < all.length; item++) {
            double score = all[item];
            if (score >= worst && isWorse(worst, items[0], score, item)) {
                items[0] = item;
                scores[0] = score;
                sink(0);
                worst = scores[0];
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
        double score = scores[from];
        for (int child = 2 * parent + 1; child < capacity; child = 2 * parent + 1) {
            if (child + 1 < capacity && isWorse(scores[child + 1], items[child + 1], scores[child], items[child])) {
                child++;
            }
            if (!isWorse(scores[child], items[child], score, moved)) {
                break;
            }
            items[parent] = items[child];
            scores[parent] = scores[child];
            parent = child;
        }
        items[parent] = moved;
        scores[parent] = score;
    }

    private boolean isWorse(double score, int item, double otherScore, int other) {
        return score < otherScore || (score == otherScore && ranks[item] > ranks[other]);
    }
}
