package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One text of a message, with the line ends of mail: whatever ends a line in it, CR and LF together end it in the message.
 * It goes as it is where every relay passes it on, or where this one takes 8 bits; else as quoted-printable.
 */
final class BodyText {

    /** What no line of a message may exceed, its end aside. */
    private static final int LONGEST_LINE = 998;

    private static final int LEAST_ROOM = 256;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final char UNKNOWN = '\uFFFD';

    private final Octets octets;
    private boolean isAscii = true;
    private boolean isTame = true;
    private boolean mayHoldHalves;

    private BodyText(String text) {
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        Octets lines = lines(written, text);
        String whole = mayHoldHalves ? whole(text) : text;
        octets = whole.equals(text) ? lines : lines(whole.getBytes(StandardCharsets.UTF_8), text);
    }

    static BodyText of(String text) {
        return new BodyText(text);
    }

    /**
     * The value of Content-Transfer-Encoding.
     *
     * @param isEightBit whether the relay takes 8 bits
     */
    String encoding(boolean isEightBit) {
        if (!isTame || (!isAscii && !isEightBit)) {
            return "quoted-printable";
        }
        return isAscii ? "7bit" : "8bit";
    }

    void writeTo(Octets out, boolean isEightBit) {
        boolean isQuoted = !isTame || (!isAscii && !isEightBit);
        if (isQuoted) {
            out.add(QuotedPrintable.of(octets.toBytes()));
        } else {
            out.add(octets);
        }
    }

    /** Half a character that a broken export left becomes U+FFFD; by itself, Java would write a question mark. */
    private static String whole(String text) {
        @Nullable StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                int next = i + 1;
                if (Character.isHighSurrogate(c)
                        && next < text.length()
                        && Character.isLowSurrogate(text.charAt(next))) {
                    i++;
                } else {
                    mended = mended == null ? new StringBuilder(text) : mended;
                    mended.setCharAt(i, UNKNOWN);
                }
            }
        }
        return mended == null ? text : mended.toString();
    }

    private Octets lines(byte[] written, String text) {
        var lines = new Octets(written.length + written.length / 8 + LEAST_ROOM);
        int from = 0;
        while (from < written.length) {
            int end = lineEnd(written, from, text);
            lines.add(written, from, end);
            isTame &= end - from <= LONGEST_LINE;
            from = end;
            if (end < written.length) {
                lines.add(LINE_END);
                from += written[end] == '\r' && end + 1 < written.length && written[end + 1] == '\n' ? 2 : 1;
            }
        }
        return lines;
    }

    /** The place of the next CR or LF, or the end; on the way everything else is noticed that matters. */
    private int lineEnd(byte[] written, int from, String text) {
        for (int i = Eights.plainEnd(written, from); i < written.length; i++) {
            byte octet = written[i];
            if (octet >= ' ' && octet < 0x7F && octet != '?') {
                continue;
            }
            if (octet == '\n' || octet == '\r') {
                return i;
            } else if (octet < 0) {
                isAscii = false;
            } else if (octet == '?') {
                mayHoldHalves |= !isAscii || text.charAt(i) != '?';
                i = Eights.plainEnd(written, i + 1) - 1;
            } else {
                isTame &= octet == '\t';
            }
        }
        return written.length;
    }
}
