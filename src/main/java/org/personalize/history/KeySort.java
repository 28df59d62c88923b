package org.personalize.history;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;

/**
 * Sorts millions of keys, no two alike, with every processor there is and without room for a second copy: first each
 * goes to its stretch of all there are, then each stretch is sorted by itself, which fits into a processor's own memory.
 */
final class KeySort {

    private static final int STRETCH_BITS = 12;

    private final long[] keys;
    private final long lowest;
    private final int shift;

    private KeySort(long[] keys) {
        this.keys = keys;
        LongSummaryStatistics span = Arrays.stream(keys).parallel().summaryStatistics();
        lowest = span.getMin();
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span.getMax() - lowest) - STRETCH_BITS);
    }

    static void sort(long[] keys) {
        new KeySort(keys).sort();
    }

    private void sort() {
        int[] starts = starts();
        shareOut(starts);
        IntStream.range(0, starts.length - 1)
                .parallel()
                .forEach(stretch -> Arrays.sort(keys, starts[stretch], starts[stretch + 1]));
    }

    /** Where each stretch begins, and behind the last where it ends. */
    private int[] starts() {
        var starts = new int[(1 << STRETCH_BITS) + 1];
        for (long key : keys) {
            starts[stretch(key) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    /** A key that lies where it does not belong changes places with another, until one comes that belongs there. */
    private void shareOut(int[] starts) {
        int[] next = starts.clone();
        for (int stretch = 0; stretch < starts.length - 1; stretch++) {
            while (next[stretch] < starts[stretch + 1]) {
                long inHand = keys[next[stretch]];
                for (int own = stretch(inHand); own != stretch; own = stretch(inHand)) {
                    int place = next[own]++;
                    long other = keys[place];
                    keys[place] = inHand;
                    inHand = other;
                }
                keys[next[stretch]++] = inHand;
            }
        }
    }

    private int stretch(long key) {
        return (int) ((key - lowest) >>> shift);
    }
}
