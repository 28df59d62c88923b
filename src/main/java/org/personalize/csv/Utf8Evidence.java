package org.personalize.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How much speaks for UTF-8.
 *
 * @param valid sequences of several bytes that are proper UTF-8: hardly ever an accident in another encoding
 * @param broken bytes beyond ASCII that are part of no such sequence
 */
record Utf8Evidence(int valid, int broken) {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long SIGNS = 0x8080808080808080L;
    private static final int LONGEST_SEQUENCE = 4;

    static Utf8Evidence in(byte[] bytes, int from, int to) {
        int valid = 0;
        int broken = 0;
        int at = passAscii(bytes, from, to);
        while (at < to) {
            int length = sequence(bytes, at, to);
            if (length == 0) {
                broken++;
                at++;
            } else {
                valid += at + length <= to ? 1 : 0;
                at += length;
            }
            at = passAscii(bytes, at, to);
        }
        return new Utf8Evidence(valid, broken);
    }

    /** Where the next byte beyond ASCII stands; most files have few or none, so eight are looked at together. */
    private static int passAscii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + Long.BYTES <= to && ((long) EIGHT_BYTES.get(bytes, at) & SIGNS) == 0) {
            at += Long.BYTES;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** The length of the sequence that starts here, 0 when none does; one cut off by the end is not held against it. */
    private static int sequence(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xFF;
        int length = lead >= 0xF0 ? LONGEST_SEQUENCE : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        for (int i = at + 1; i < Math.min(at + length, to); i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
