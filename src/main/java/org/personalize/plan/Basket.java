package org.personalize.plan;

/**
 * The items of one slot while it is being filled: some taken for good, then the best of what is offered, best first,
 * whatever the order of the offers; equals are settled by the order of their ids. With a limit per category it still ends
 * with the best allowed set, since a newcomer drives out the weakest of its own category where that is full, and else
 * the weakest of all.
 */
final class Basket {

    private static final int NO_CATEGORY = -1;

    private final int wanted;
    private final int maxPerCategory;
    private final int[] categories;
    private final int[] ranks;
    private final int[] items;
    private final double[] scores;
    private int taken;
    private int size;

    /**
     * @param maxPerCategory 0 for no limit
     * @param categories every item's category, -1 for none
     * @param ranks every item's place in the order of ids
     */
    Basket(int wanted, int maxPerCategory, int[] categories, int[] ranks) {
        this.wanted = wanted;
        this.maxPerCategory = maxPerCategory;
        this.categories = categories;
        this.ranks = ranks;
        items = new int[wanted];
        scores = new double[wanted];
    }

    void clear() {
        taken = 0;
        size = 0;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == wanted;
    }

    int item(int place) {
        return items[place];
    }

    double score(int place) {
        return scores[place];
    }

    /** Puts the item of one place into another. */
    void put(int place, int other) {
        items[place] = items[other];
        scores[place] = scores[other];
    }

    /** Leaves nothing behind so many places. */
    void limit(int places) {
        size = Math.min(size, places);
        taken = Math.min(taken, size);
    }

    /** Takes an item for good. */
    void take(int item) {
        items[size] = item;
        size++;
        taken = size;
    }

    /** Everything offered so far stays; what is offered from now on comes after it. */
    void settle() {
        taken = size;
    }

    /** Forgets what was offered since the last settling. */
    void unsettle() {
        size = taken;
    }

    /** Whether an offer with this score may change anything: a quick no for nearly all of a long catalog. */
    boolean wants(double score) {
        return size < wanted || (size > taken && score >= scores[size - 1]);
    }

    /** Whether no place is left that this or a worse offer could have. */
    boolean isBeyond(int item, double score) {
        return isFull() && (size == taken || !isBefore(item, score, size - 1));
    }

    void offer(int item, double score) {
        int category = categories[item];
        int same = 0;
        int weakestOfSame = -1;
        for (int place = 0; place < size && category != NO_CATEGORY; place++) {
            if (categories[items[place]] == category) {
                same++;
                weakestOfSame = place < taken ? -1 : place;
            }
        }
        if (maxPerCategory > 0 && same >= maxPerCategory) {
            if (weakestOfSame >= 0 && isBefore(item, score, weakestOfSame)) {
                remove(weakestOfSame);
                insert(item, score);
            }
        } else if (!isFull()) {
            insert(item, score);
        } else if (isBefore(item, score, size - 1)) {
            size--;
            insert(item, score);
        }
    }

    private boolean isBefore(int item, double score, int place) {
        return score > scores[place] || (score == scores[place] && ranks[item] < ranks[items[place]]);
    }

    private void remove(int place) {
        System.arraycopy(items, place + 1, items, place, size - place - 1);
        System.arraycopy(scores, place + 1, scores, place, size - place - 1);
        size--;
    }

    private void insert(int item, double score) {
        int place = size;
        while (place > taken && isBefore(item, score, place - 1)) {
            items[place] = items[place - 1];
            scores[place] = scores[place - 1];
            place--;
        }
        items[place] = item;
        scores[place] = score;
        size++;
    }
}
