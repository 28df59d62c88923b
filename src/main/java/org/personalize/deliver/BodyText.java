package org.personalize.deliver;

import java.nio.charset.StandardCharsets;

/**
 * One text of a message, with the line ends of mail: whatever ends a line in it, CR and LF together end it in the message.
 * It goes as it is where every relay passes it on, or where this one takes 8 bits; else as quoted-printable.
 */
final class BodyText {

    /** What no line of a message may exceed, its end aside. */
    private static final int LONGEST_LINE = 998;

    private static final byte[] BREAK = {'\r', '\n'};

    private final byte[] octets;
    private final Content content;

    private BodyText(byte[] octets) {
        this.octets = octets;
        this.content = Content.of(octets);
    }

    static BodyText of(String text) {
        return new BodyText(EncodedWords.wellFormed(text).getBytes(StandardCharsets.UTF_8));
    }

    /** What a text holds that decides how it can travel. */
    private enum Content {
        /** ASCII in lines of a bounded length, which every relay passes on. */
        PLAIN,
        /** Lines of a bounded length in any script, without control characters. */
        SHORT_LINES,
        /** What nobody need pass on as it is. */
        ANYTHING;

        static Content of(byte[] octets) {
            int lineStart = 0;
            boolean isAscii = true;
            for (int i = 0; i <= octets.length; i++) {
                int c = i < octets.length ? octets[i] : '\n';
                if (c >= ' ' && c <= '~') {
                    continue;
                }
                if (c == '\n' || c == '\r') {
                    if (i - lineStart > LONGEST_LINE) {
                        return ANYTHING;
                    }
                    lineStart = i + 1;
                } else if (c < 0) {
                    isAscii = false;
                } else if (c != '\t') {
                    return ANYTHING;
                }
            }
            return isAscii ? PLAIN : SHORT_LINES;
        }
    }

    /**
     * The value of Content-Transfer-Encoding.
     *
     * @param isEightBit whether the relay takes 8 bits
     */
    String encoding(boolean isEightBit) {
        return switch (content) {
            case PLAIN -> "7bit";
            case SHORT_LINES -> isEightBit ? "8bit" : "quoted-printable";
            case ANYTHING -> "quoted-printable";
        };
    }

    void writeTo(Octets out, boolean isEightBit) {
        boolean isQuoted = content == Content.ANYTHING || (content == Content.SHORT_LINES && !isEightBit);
        int start = 0;
        for (int i = 0; i < octets.length; i++) {
            byte c = octets[i];
            if (c == '\n' || c == '\r') {
                line(out, start, i, isQuoted);
                out.add(BREAK);
                i += c == '\r' && i + 1 < octets.length && octets[i + 1] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        line(out, start, octets.length, isQuoted);
    }

    private void line(Octets out, int from, int to, boolean isQuoted) {
        if (isQuoted) {
            QuotedLine.write(octets, from, to, out);
        } else {
            out.add(octets, from, to);
        }
    }
}
