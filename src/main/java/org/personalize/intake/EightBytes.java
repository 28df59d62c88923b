package org.personalize.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for signs among bytes, eight of them at a time. */
final class EightBytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long LINE_ENDS = '\n' * ONES;

    private EightBytes() {}

    /** Where the first end of a line stands; the end where there is none. */
    static int lineEnd(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long marks = zeros((long) LONGS.get(bytes, at) ^ LINE_ENDS);
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
            long marks = special((long) LONGS.get(bytes, at));
            if (marks != 0) {
                return at + first(marks);
            }
        }
        while (at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Copies eight bytes of a text of JSON and tells how many of them stand before {@link #plainEnd}. */
    static int copy(byte[] bytes, int from, byte[] copy, int to) {
        long eight = (long) LONGS.get(bytes, from);
        LONGS.set(copy, to, eight);
        long marks = special(eight);
        return marks == 0 ? Long.BYTES : first(marks);
    }

    /** Marks what is not plain, as {@link #zeros} does. */
    private static long special(long eight) {
        long controls = eight - BLANKS & ~eight;
        return (controls | eight) & HIGHEST_BITS | zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
    }

    /** Marks zeros among eight bytes by their highest bits; the first mark is right, behind it there may be too many. */
    private static long zeros(long eight) {
        return eight - ONES & ~eight & HIGHEST_BITS;
    }

    private static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) / Byte.SIZE;
    }
}
