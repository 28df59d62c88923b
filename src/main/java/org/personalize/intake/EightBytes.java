package org.personalize.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for signs among bytes, eight of them at a time. */
final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

    /** Added to a byte without its highest bit, it sets that where the byte is no control sign. */
    private static final long UP_FROM_BLANK = (0x80 - ' ') * ONES;

    /** The same where it is not zero. */
    private static final long UP_FROM_ONE = 0x7F * ONES;

    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long LINE_ENDS = '\n' * ONES;

    private EightBytes() {}

    /** Where the first end of a line stands; the end where there is none. */
    static int lineEnd(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long others = get(bytes, at) ^ LINE_ENDS;
            // The first mark is right, behind it there may be too many.
            long marks = others - ONES & ~others & HIGHEST_BITS;
            if (marks != 0) {
                return at + first(marks);
            }
        }
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Where a text of JSON is no plain ASCII any more: at a quote, a backslash, a control sign or a letter of several bytes. */
    static int plainEnd(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long marks = special(get(bytes, at));
            if (marks != 0) {
                return at + first(marks);
            }
        }
        while (at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    static long get(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static void set(byte[] bytes, int at, long eight) {
        LONGS.set(bytes, at, eight);
    }

    /** One of eight bytes. */
    static int sign(long eight, int place) {
        return (int) (eight >>> place * Byte.SIZE) & 0xFF;
    }

    /** Marks by its highest bit each byte that ends what is plain. */
    static long special(long eight) {
        long low = eight & ~HIGHEST_BITS;
        long plain = low + UP_FROM_BLANK & (low ^ QUOTES) + UP_FROM_ONE & (low ^ BACKSLASHES) + UP_FROM_ONE & ~eight;
        return ~plain & HIGHEST_BITS;
    }

    /** Which of the eight is marked first. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }

    /** The marks behind a place. */
    static long behind(long marks, int place) {
        return place + 1 < Long.BYTES ? marks & -1L << (place + 1) * Byte.SIZE : 0;
    }
}
