package org.personalize.render;

import java.util.Arrays;

/** The words between two tags, kept: blanks joined, entities decoded, invisible characters left out. */
final class Words implements TextWords.Taker {

    private static final int USUAL = 8;
    private static final int BLANK = -1;

    private char[] characters = new char[USUAL * USUAL];
    private int length;

    /** For each word where it ends in the characters, or that it is a blank; a decoded one is counted from the back. */
    private int[] ends = new int[USUAL];

    private boolean[] areDecoded = new boolean[USUAL];
    private int size;

    @Override
    public void blank() {
        if (size == 0 || ends[size - 1] != BLANK) {
            add(BLANK, false);
        }
    }

    @Override
    public void word(char[] source, int from, int to) {
        keep(source, from, to);
        add(length, false);
    }

    @Override
    public void decoded(char[] source, int from, int to) {
        keep(source, from, to);
        add(length, true);
    }

    void tell(TextWords.Taker taker) {
        int from = 0;
        for (int i = 0; i < size; i++) {
            int end = ends[i];
            if (end == BLANK) {
                taker.blank();
            } else if (areDecoded[i]) {
                taker.decoded(characters, from, end);
                from = end;
            } else {
                taker.word(characters, from, end);
                from = end;
            }
        }
    }

    private void keep(char[] source, int from, int to) {
        if (length + to - from > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, length + to - from));
        }
        System.arraycopy(source, from, characters, length, to - from);
        length += to - from;
    }

    private void add(int end, boolean isDecoded) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            areDecoded = Arrays.copyOf(areDecoded, size * 2);
        }
        ends[size] = end;
        areDecoded[size++] = isDecoded;
    }
}
