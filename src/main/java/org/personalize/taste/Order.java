package org.personalize.taste;

import java.util.Arrays;

/** Items from the highest score down, equals in the order of their ids. */
final class Order {

    private Order() {}

    /**
     * Sorts by the leading digits of the scores, which fit into one number with the items' places in the order of ids, and
     * then sets right what differs in the last digits alone.
     *
     * @param ranks each item's place in the order of ids
     */
    static int[] of(double[] scores, int[] ranks) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, scores.length));
        var byRank = new int[scores.length];
        var keys = new long[scores.length];
        for (int item = 0; item < scores.length; item++) {
            byRank[ranks[item]] = item;
            keys[item] = falling(scores[item]) >> bits << bits | ranks[item];
        }
        Arrays.parallelSort(keys);
        var order = new int[scores.length];
        for (int place = 0; place < order.length; place++) {
            int item = byRank[(int) (keys[place] & (1L << bits) - 1)];
            int at = place;
            while (at > 0 && isBefore(item, order[at - 1], scores, ranks)) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = item;
        }
        return order;
    }

    /** A whole number that falls where the score rises; 0 and -0 are the same. */
    private static long falling(double score) {
        long number = Double.doubleToLongBits(score + 0.0);
        return ~(number ^ number >> Long.SIZE - 1 & Long.MAX_VALUE);
    }

    private static boolean isBefore(int item, int other, double[] scores, int[] ranks) {
        return scores[item] > scores[other] || (scores[item] == scores[other] && ranks[item] < ranks[other]);
    }
}
