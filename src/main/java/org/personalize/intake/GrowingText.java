package org.personalize.intake;

import java.util.Arrays;

/** A text while it is put together from its signs; the next one takes its room. */
final class GrowingText {

    private static final int FIRST_CHARS = 1 << 5;
    private static final char REPLACEMENT = '\uFFFD';

    private char[] chars = new char[0];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /** Adds plain ASCII. */
    void add(byte[] bytes, int from, int to) {
        makeRoom(to - from);
        for (int i = from; i < to; i++) {
            chars[length++] = (char) bytes[i];
        }
    }

    /** Adds a sign by its number, be it half of a pair or none of Unicode's. */
    void add(int code) {
        makeRoom(2);
        if (Character.isBmpCodePoint(code)) {
            chars[length++] = (char) code;
        } else {
            length += Character.toChars(Character.isValidCodePoint(code) ? code : REPLACEMENT, chars, length);
        }
    }

    private void makeRoom(int more) {
        if (length + more > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(FIRST_CHARS, 2 * length + more));
        }
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
