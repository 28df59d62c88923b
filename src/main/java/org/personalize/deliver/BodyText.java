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

    private final byte[] octets;
    private final boolean isAscii;
    private boolean isTame = true;

    private BodyText(String text) {
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        isAscii = isAscii(written, text);
        octets = lines(isAscii ? written : whole(text).getBytes(StandardCharsets.UTF_8));
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
        out.add(isQuoted ? QuotedPrintable.of(octets) : octets);
    }

    /** Half a character is written as a question mark, and is not ASCII all the same. */
    private static boolean isAscii(byte[] written, String text) {
        for (int i = 0; i < written.length; i++) {
            byte octet = written[i];
            if (octet < 0 || octet == '?' && text.charAt(i) != '?') {
                return false;
            }
        }
        return true;
    }

    /** Half a character that a broken export left becomes U+FFFD. */
    private static String whole(String text) {
        @Nullable StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                int next = i + 1;
                if (Character.isHighSurrogate(c) && next < text.length() && Character.isLowSurrogate(text.charAt(next))) {
                    i++;
                } else {
                    mended = mended == null ? new StringBuilder(text) : mended;
                    mended.setCharAt(i, UNKNOWN);
                }
            }
        }
        return mended == null ? text : mended.toString();
    }

    private byte[] lines(byte[] text) {
        var lines = new Octets(text.length + text.length / 8 + LEAST_ROOM);
        int from = 0;
        while (from < text.length) {
            int end = lineEnd(text, from);
            lines.add(text, from, end);
            isTame &= end - from <= LONGEST_LINE;
            from = end;
            if (end < text.length) {
                lines.add(LINE_END);
                from += text[end] == '\r' && end + 1 < text.length && text[end + 1] == '\n' ? 2 : 1;
            }
        }
        return lines.toBytes();
    }

    /** The place of the next CR or LF, or the end; on the way every other control character is noticed. */
    private int lineEnd(byte[] text, int from) {
        for (int i = from; i < text.length; i++) {
            byte octet = text[i];
            if (octet < ' ' && octet >= 0 || octet == 0x7F) {
                if (octet == '\n' || octet == '\r') {
                    return i;
                }
                isTame &= octet == '\t';
            }
        }
        return text.length;
    }
}
