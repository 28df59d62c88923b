package org.personalize.intake;

import java.nio.charset.StandardCharsets;

/**
 * A text of JSON that is plain but for signs behind a backslash that stand for themselves, as in JSON within a text of JSON.
 * There hardly eight bytes are without a quote, so that all marks of eight bytes are made at once and then gone through; a
 * backslash is left out by storing what follows in its place. The next text takes the room of the last.
 */
final class Unquoted {

    private static final int LAST = Long.BYTES - 1;

    private byte[] bytes = {};
    private int length;
    private int end;

    /**
     * Takes a text up to its closing quote.
     *
     * @return false where it is another text, or one that ends in the last eight bytes or behind them
     */
    boolean take(byte[] text, int from, int to) {
        if (bytes.length < to - from + Long.BYTES) {
            bytes = new byte[2 * (to - from) + Long.BYTES];
        }
        length = 0;
        end = from;
        while (end + Long.BYTES < to) {
            long eight = EightBytes.get(text, end);
            long marks = EightBytes.special(eight);
            int taken = 0;
            while (marks != 0) {
                int marked = EightBytes.first(marks);
                add(eight, taken, marked);
                int sign = EightBytes.sign(eight, marked);
                if (sign != '\\') {
                    end += marked;
                    return sign == '"';
                }
                if (marked == LAST) {
                    break;
                }
                if (!standsForItself(EightBytes.sign(eight, marked + 1))) {
                    return false;
                }
                taken = marked + 1;
                marks = EightBytes.behind(marks, taken);
            }
            if (marks == 0) {
                add(eight, taken, Long.BYTES);
            }
            end += marks == 0 ? Long.BYTES : LAST;
        }
        return false;
    }

    private void add(long eight, int from, int to) {
        EightBytes.set(bytes, length, eight >>> from * Byte.SIZE);
        length += to - from;
    }

    private static boolean standsForItself(int sign) {
        return sign == '"' || sign == '\\' || sign == '/';
    }

    /** Where its closing quote stands. */
    int end() {
        return end;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
