package org.personalize.taste;

import java.util.Arrays;

/** The items with the largest of the numbers that are offered, zeros left out; of equals those that come first. */
final class Strongest {

    private static final int HALF = 32;

    /** The number above, and below it the item counted from the end, so that both sort at once. */
    private final long[] heap;

    private int size;

    Strongest(int most) {
        heap = new long[most];
    }

    void offer(int item, float strength) {
        if (strength > 0) {
            long packed = (long) Float.floatToIntBits(strength) << HALF | (Integer.MAX_VALUE - item);
            if (size < heap.length) {
                heap[size++] = packed;
                if (size == heap.length) {
                    heapUp();
                }
            } else if (size > 0 && packed > heap[0]) {
                heap[0] = packed;
                sink(0);
            }
        }
    }

    /** Puts the least on top. */
    private void heapUp() {
        for (int parent = size / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
    }

    private void sink(int from) {
        long moved = heap[from];
        int parent = from;
        for (int child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= moved) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
        }
        heap[parent] = moved;
    }

    /** The strongest first. */
    int[] items() {
        long[] sorted = Arrays.copyOf(heap, size);
        Arrays.sort(sorted);
        var items = new int[size];
        for (int i = 0; i < size; i++) {
            items[i] = Integer.MAX_VALUE - (int) sorted[size - 1 - i];
        }
        return items;
    }
}
