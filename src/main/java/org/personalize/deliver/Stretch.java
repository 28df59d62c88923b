package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a body in the form that mail has it, where CR and LF together end a line whatever ended it before; and what
 * must be known of it to tell how the body it is part of can be written.
 */
final class Stretch {

    /** What no line of a message may exceed, its end aside. */
    static final int LONGEST_LINE = 998;

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final char UNKNOWN = '\uFFFD';

    private final byte[] octets;
    private boolean isAscii = true;
    private boolean isTame = true;
    private boolean hasDots;
    private boolean mayHoldHalves;
    private int firstEnd = -1;
    private int lastLine;

    private Stretch(String text) {
        byte[] written = text.getBytes(StandardCharsets.UTF_8);
        byte[] lines = lines(written, text);
        String whole = mayHoldHalves ? whole(text) : text;
        octets = whole.equals(text) ? lines : lines(whole.getBytes(StandardCharsets.UTF_8), text);
    }

    static Stretch of(String text) {
        return new Stretch(text);
    }

    /** Part of a text in which no line end is cut in two. */
    static Stretch of(String text, int from, int to) {
        return new Stretch(text.substring(from, to));
    }

    byte[] octets() {
        return octets;
    }

    boolean isAscii() {
        return isAscii;
    }

    /** Whether it has no control characters, and no line that is too long by itself. */
    boolean isTame() {
        return isTame;
    }

    /** Whether a line begins with a dot in it, the first one taken for a whole line. */
    boolean hasDots() {
        return hasDots;
    }

    boolean hasLineEnd() {
        return firstEnd >= 0;
    }

    /** How many octets it adds to the line that the stretch before it left open. */
    int head() {
        return hasLineEnd() ? firstEnd : octets.length;
    }

    /** How many octets stand behind its last line end. */
    int tail() {
        return octets.length - lastLine;
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

    private byte[] lines(byte[] written, String text) {
        int end = lineEnd(written, 0, text);
        if (end == written.length) {
            isTame &= end <= LONGEST_LINE;
            return written;
        }
        firstEnd = end;
        var lines = new Octets(written.length + written.length / 8 + 2);
        int from = 0;
        while (end < written.length) {
            isTame &= end - from <= LONGEST_LINE;
            lines.add(written, from, end).add(LINE_END);
            from = end + (written[end] == '\r' && end + 1 < written.length && written[end + 1] == '\n' ? 2 : 1);
            end = lineEnd(written, from, text);
        }
        isTame &= end - from <= LONGEST_LINE;
        lastLine = lines.size();
        return lines.add(written, from, end).toBytes();
    }

    /** The place of the next CR or LF, or the end; on the way everything else is noticed that matters. */
    private int lineEnd(byte[] written, int from, String text) {
        hasDots |= from < written.length && written[from] == '.';
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
