package org.personalize.taste;

import java.util.Arrays;

/** The best few of the items that are offered, equals in the order of their ids. */
final class Top {

    private final int[] ranks;
    private final int[] items;
    private final double[] scores;
    private int size;

    /** @param ranks every item's place in the order of ids */
    Top(int most, int[] ranks) {
        this.ranks = ranks;
        items = new int[Math.min(most, ranks.length)];
        scores = new double[items.length];
    }

    void clear() {
        size = 0;
    }

    /** Whether an item with this score, or a lower one, may still be among them. */
    boolean isOpenTo(double score) {
        return size < items.length || (size > 0 && score >= scores[size - 1]);
    }

    void offer(int item, double score) {
        if (!isOpenTo(score) || (size == items.length && !isBehind(size - 1, item, score))) {
            return;
        }
        int place = size == items.length ? size - 1 : size++;
        while (place > 0 && isBehind(place - 1, item, score)) {
            items[place] = items[place - 1];
            scores[place] = scores[place - 1];
            place--;
        }
        items[place] = item;
        scores[place] = score;
    }

    private boolean isBehind(int place, int item, double score) {
        return scores[place] < score || (scores[place] == score && ranks[items[place]] > ranks[item]);
    }

    int[] items() {
        return Arrays.copyOf(items, size);
    }
}
