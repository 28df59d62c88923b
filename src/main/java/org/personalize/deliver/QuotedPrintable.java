package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text as quoted-printable (RFC 2045): printable ASCII stands for itself, and long lines are broken softly. */
final class QuotedPrintable {

    /** A line has at most 76 characters, the sign of a soft break among them. */
    private static final int LONGEST = 75;

    private static final int QUOTED = 3;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private final byte[] out;
    private int size;
    private int column;

    private QuotedPrintable(byte[] text) {
        this.text = text;
        int quoted = QUOTED * text.length;
        this.out = new byte[quoted + QUOTED * (quoted / (LONGEST - QUOTED) + 1)];
    }

    /** @param text whose lines end with CR and LF, and that has neither of them anywhere else */
    static byte[] of(byte[] text) {
        var quoted = new QuotedPrintable(text);
        int at = 0;
        while (at < text.length) {
            at = quoted.plain(at);
            if (at < text.length) {
                at = text[at] == '\r' ? quoted.lineEnd(at) : quoted.character(at);
            }
        }
        return Arrays.copyOf(quoted.out, quoted.size);
    }

    /** Copies what stands for itself, as far as the line has room; a blank at the end of a line would be lost on the way. */
    private int plain(int from) {
        int limit = Math.min(text.length, from + LONGEST - column);
        int to = from;
        while (to < limit && standsForItself(text[to])) {
            to++;
        }
        if (to > from && text[to - 1] <= ' ' && (to == text.length || text[to] == '\r')) {
            to--;
        }
        System.arraycopy(text, from, out, size, to - from);
        size += to - from;
        column += to - from;
        return to;
    }

    private static boolean standsForItself(byte octet) {
        return octet >= ' ' ? octet != '=' && octet != 0x7F : octet == '\t';
    }

    private int lineEnd(int at) {
        out[size++] = '\r';
        out[size++] = '\n';
        column = 0;
        return at + 2;
    }

    /** Quotes one octet; one that stands for itself is only met where the line is full, or as the last blank of a line. */
    private int character(int at) {
        boolean isLastBlank = text[at] <= ' ' && (at + 1 == text.length || text[at + 1] == '\r');
        boolean isQuoted = isLastBlank || !standsForItself(text[at]);
        if (column + (isQuoted ? QUOTED : 1) > LONGEST) {
            out[size++] = '=';
            lineEnd(at);
        }
        if (!isQuoted) {
            return at;
        }
        out[size++] = '=';
        out[size++] = HEX[(text[at] & 0xff) >> 4];
        out[size++] = HEX[text[at] & 15];
        column += QUOTED;
        return at + 1;
    }
}
