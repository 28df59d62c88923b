package org.personalize.deliver;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight octets at once, as every octet of every mail is looked at more than once, and nearly all are plain.
 * The arithmetic may take an octet for special that only stands behind a special one, but never the other way round.
 */
final class Eights {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long BLANKS = ' ' * ONES;
    private static final long QUESTIONS = '?' * ONES;
    private static final long BEHIND_LINE_ENDS = ('\r' + 1) * ONES;

    private Eights() {}

    /** As far as there are, from a place on, eight octets at a time that are printable ASCII and no question mark. */
    static int plainEnd(byte[] octets, int from) {
        int place = from;
        while (place + Long.BYTES <= octets.length && isPlain((long) LONGS.get(octets, place))) {
            place += Long.BYTES;
        }
        return place;
    }

    private static boolean isPlain(long eight) {
        long questions = eight ^ QUESTIONS;
        return ((eight | (eight - BLANKS) | (eight + ONES) | (questions - ONES) & ~questions) & HIGHS) == 0;
    }

    /** As far as there are, from a place on, eight octets at a time without a CR, an LF, or what comes before them. */
    static int lineEnd(byte[] octets, int from) {
        int place = from;
        while (place + Long.BYTES <= octets.length && hasNoLineEnd((long) LONGS.get(octets, place))) {
            place += Long.BYTES;
        }
        return place;
    }

    private static boolean hasNoLineEnd(long eight) {
        return ((eight - BEHIND_LINE_ENDS) & ~eight & HIGHS) == 0;
    }

    static boolean areAscii(byte[] octets) {
        int place = 0;
        long all = 0;
        while (place + Long.BYTES <= octets.length) {
            all |= (long) LONGS.get(octets, place);
            place += Long.BYTES;
        }
        while (place < octets.length) {
            all |= octets[place++];
        }
        return (all & HIGHS) == 0;
    }
}
