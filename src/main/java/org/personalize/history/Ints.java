package org.personalize.history;

import java.util.Arrays;
import java.util.BitSet;

/** A growing column of whole numbers. It grows by pieces, so that it never holds an old and a new copy of itself. */
final class Ints {

    /** Small enough that no garbage collector gives a piece a region of its own, half of it empty. */
    private static final int PIECE_BITS = 14;

    private static final int PIECE = 1 << PIECE_BITS;
    private static final int WITHIN = PIECE - 1;
    private static final int FIRST_PIECES = 64;

    private int[][] pieces = new int[FIRST_PIECES][];
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        if ((size & WITHIN) == 0) {
            addPiece(size >>> PIECE_BITS);
        }
        size++;
        set(size - 1, value);
    }

    private void addPiece(int number) {
        if (number == pieces.length) {
            pieces = Arrays.copyOf(pieces, 2 * number);
        }
        pieces[number] = new int[PIECE];
    }

    int get(int at) {
        return pieces[at >>> PIECE_BITS][at & WITHIN];
    }

    void set(int at, int value) {
        pieces[at >>> PIECE_BITS][at & WITHIN] = value;
    }

    /**
     * Puts the numbers into another order, given as the low halves of these keys.
     *
     * @param room for as many numbers
     */
    void order(long[] keys, int[] room) {
        Parts.each(keys.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                room[i] = get((int) keys[i]);
            }
        });
        Parts.each(keys.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                set(i, room[i]);
            }
        });
    }

    /** Leaves out the numbers in these places; the others keep their order and move up. */
    void remove(BitSet places) {
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (!places.get(i)) {
                set(left++, get(i));
            }
        }
        size = left;
    }
}
