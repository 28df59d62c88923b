package org.personalize.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Different short texts by number, at little more than their bytes. */
final class Texts {

    private static final int FIRST_SIZE = 1 << 10;
    private static final int NONE = -1;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int[] ends = new int[FIRST_SIZE];
    private int[] slots = empty(FIRST_SIZE);
    private int size;

    /** The number of a text, which gets one if it has none. */
    int add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int slot = slot(utf8);
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        if (2 * size >= slots.length) {
            grow();
            slot = slot(utf8);
        }
        int start = size == 0 ? 0 : ends[size - 1];
        if (start + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, start + utf8.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(utf8, 0, bytes, start, utf8.length);
        ends[size] = start + utf8.length;
        slots[slot] = size;
        return size++;
    }

    /** The number of a text, or -1. */
    int number(String text) {
        return slots[slot(text.getBytes(StandardCharsets.UTF_8))];
    }

    String text(int number) {
        return new String(bytes, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int slot(byte[] utf8) {
        int slot = spread(Arrays.hashCode(utf8));
        while (slots[slot] != NONE && !isSame(slots[slot], utf8)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) & slots.length - 1;
    }

    private boolean isSame(int number, byte[] utf8) {
        return Arrays.equals(bytes, start(number), ends[number], utf8, 0, utf8.length);
    }

    private void grow() {
        slots = empty(2 * slots.length);
        for (int number = 0; number < size; number++) {
            int slot = slot(Arrays.copyOfRange(bytes, start(number), ends[number]));
            slots[slot] = number;
        }
    }

    private static int[] empty(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, NONE);
        return empty;
    }
}
