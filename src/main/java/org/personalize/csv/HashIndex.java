package org.personalize.csv;

import java.util.function.IntPredicate;

/**
 * Finds what has a number, such as a person or a row, by the hash of a text without keeping the text: a hash table of a
 * long per slot, in which whoever asks compares the candidates. Several may share a hash. Reading is safe from many
 * threads once the last has been added.
 */
public final class HashIndex {

    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    /** Each a hash in the upper half and a number, counted from 1, in the lower; 0 is free. */
    private long[] slots = new long[FIRST_CAPACITY];

    private int size;

    public void add(int hash, int number) {
        if (size >= slots.length / 2) {
            grow();
        }
        put((long) spread(hash) << Integer.SIZE | (number + 1));
        size++;
    }

    /** The first number under the hash that the test confirms; -1 when there is none. */
    public int find(int hash, IntPredicate isMeant) {
        int wanted = spread(hash);
        int mask = slots.length - 1;
        for (int slot = wanted & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int number = (int) slots[slot] - 1;
            if ((int) (slots[slot] >>> Integer.SIZE) == wanted && isMeant.test(number)) {
                return number;
            }
        }
        return NONE;
    }

    /**
     * The number that {@link #find} asks about first for each of these hashes, or any other where it asks about none.
     * All slots are looked at before any is needed, so that memory is waited for once and not for each.
     */
    public int[] candidates(int[] hashes) {
        var numbers = new int[hashes.length];
        int mask = slots.length - 1;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (int) slots[spread(hashes[i]) & mask] - 1;
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.max(0, find(hashes[i], candidate -> true));
        }
        return numbers;
    }

    /** Looks where a hash is looked for first, so that it is near when it is asked for; any thread may. */
    public int touch(int hash) {
        long[] now = slots;
        return (int) now[spread(hash) & (now.length - 1)];
    }

    private void put(long entry) {
        int mask = slots.length - 1;
        int slot = (int) (entry >>> Integer.SIZE) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = entry;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long entry : old) {
            if (entry != 0) {
                put(entry);
            }
        }
    }

    /** Spreads a text's own hash, whose low bits are alike for texts that differ only at the end. */
    private static int spread(int hash) {
        int mixed = hash * GOLDEN_RATIO;
        return mixed ^ (mixed >>> 15);
    }
}
