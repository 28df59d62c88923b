package org.personalize.deliver;

import java.util.Arrays;

/**
 * One text of a message, with the line ends of mail: whatever ends a line in it, CR and LF together end it in the message.
 * It goes as it is where every relay passes it on, or where this one takes 8 bits; else as quoted-printable.
 */
final class BodyText {

    /** What no line of a message may exceed, its end aside. */
    private static final int LONGEST_LINE = 998;

    /** No character has more octets, and no line end. */
    private static final int WIDEST = 4;

    private static final int LEAST_ROOM = 256;

    private static final int UNKNOWN = 0xFFFD;

    private byte[] octets;
    private int size;
    private int lineStart;
    private boolean isAscii = true;
    private boolean isTame = true;

    private BodyText(int length) {
        octets = new byte[length + length / 8 + LEAST_ROOM];
    }

    static BodyText of(String text) {
        var body = new BodyText(text.length());
        body.read(text.toCharArray());
        body.octets = Arrays.copyOf(body.octets, body.size);
        return body;
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

    /** One walk for everything, because this is most of the work of writing a message. */
    private void read(char[] text) {
        for (int i = 0; i < text.length; i++) {
            makeRoom(text.length - i);
            i = copyPlain(text, i);
            if (i == text.length) {
                break;
            }
            char c = text[i];
            if (c == '\n' || c == '\r') {
                endLine();
                octets[size++] = '\r';
                octets[size++] = '\n';
                i += c == '\r' && i + 1 < text.length && text[i + 1] == '\n' ? 1 : 0;
                lineStart = size;
            } else if (c < 0x80) {
                isTame &= c == '\t';
                octets[size++] = (byte) c;
            } else {
                boolean isPair =
                        Character.isHighSurrogate(c) && i + 1 < text.length && Character.isLowSurrogate(text[i + 1]);
                write(isPair ? Character.toCodePoint(c, text[++i]) : Character.isSurrogate(c) ? UNKNOWN : c);
            }
        }
        endLine();
    }

    /** Room for the rest as it is, and for one character more of any width. */
    private void makeRoom(int rest) {
        if (size + rest + WIDEST > octets.length) {
            octets = Arrays.copyOf(octets, size + rest + rest / 8 + LEAST_ROOM);
        }
    }

    /** Copies printable ASCII and gives back where it ends. */
    private int copyPlain(char[] text, int from) {
        byte[] to = octets;
        int offset = size - from;
        int i = from;
        while (i < text.length && text[i] >= ' ' && text[i] <= '~') {
            to[offset + i] = (byte) text[i];
            i++;
        }
        size = offset + i;
        return i;
    }

    private void endLine() {
        isTame &= size - lineStart <= LONGEST_LINE;
    }

    /** UTF-8; half a character that a broken export left has become U+FFFD. */
    private void write(int character) {
        isAscii = false;
        if (character < 0x800) {
            octets[size++] = (byte) (0xC0 | character >> 6);
        } else {
            if (character < 0x10000) {
                octets[size++] = (byte) (0xE0 | character >> 12);
            } else {
                octets[size++] = (byte) (0xF0 | character >> 18);
                octets[size++] = (byte) (0x80 | character >> 12 & 0x3F);
            }
            octets[size++] = (byte) (0x80 | character >> 6 & 0x3F);
        }
        octets[size++] = (byte) (0x80 | character & 0x3F);
    }
}
