package org.personalize.deliver;

import java.nio.charset.StandardCharsets;

/** One line of text as quoted-printable (RFC 2045): printable ASCII stands for itself, and long lines are broken softly. */
final class QuotedLine {

    /** A line has at most 76 characters, the sign of a soft break among them. */
    private static final int LONGEST = 75;

    private static final int QUOTED = 3;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private QuotedLine() {}

    static void write(byte[] text, int from, int to, Octets out) {
        int most = QUOTED * (to - from);
        out.room(most + QUOTED * (most / (LONGEST - QUOTED) + 1));
        int column = 0;
        for (int i = from; i < to; i++) {
            int octet = text[i] & 0xff;
            boolean isPlain = isPlain(octet, i + 1 == to);
            int width = isPlain ? 1 : QUOTED;
            if (column + width > LONGEST) {
                out.put('=');
                out.put('\r');
                out.put('\n');
                column = 0;
            }
            if (isPlain) {
                out.put(octet);
            } else {
                out.put('=');
                out.put(HEX[octet >> 4]);
                out.put(HEX[octet & 15]);
            }
            column += width;
        }
    }

    /** A blank at the end of a line would be lost on the way. */
    private static boolean isPlain(int octet, boolean isLast) {
        return octet > ' ' ? octet <= '~' && octet != '=' : (octet == ' ' || octet == '\t') && !isLast;
    }
}
