package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Text of any script in the letters a header may have, as RFC 2047 has it: words of up to 75 characters, one to a line,
 * none of which ends within a character. A half of a character that a broken export left is written as U+FFFD.
 */
final class EncodedWords {

    /** A header line that holds encoded words may not be longer. */
    private static final int LINE = 76;

    private static final int LONGEST = 75;
    private static final String BASE64 = "=?UTF-8?B?";
    private static final String QUOTED = "=?UTF-8?Q?";
    private static final String END = "?=";
    private static final String BREAK = "\r\n ";
    private static final int FRAME = QUOTED.length() + END.length();

    /** What may stand for itself in every header, within a display name too. */
    private static final String PLAIN = "!*+-/";

    private static final String HEX = "0123456789ABCDEF";

    private final boolean isQuoted;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private int room;
    private int taken;

    private EncodedWords(boolean isQuoted, int column) {
        this.isQuoted = isQuoted;
        this.room = Math.min(LONGEST, LINE - column) - FRAME;
    }

    /** @param column how many characters the line has before the first word */
    static String of(String text, int column) {
        String whole = wellFormed(text);
        var words = new EncodedWords(quotedLength(whole) <= base64Length(whole), column);
        whole.codePoints().forEach(words::add);
        words.finish();
        return words.out.toString();
    }

    /** The text with U+FFFD in place of every surrogate that has lost its other half. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private void add(int character) {
        int size = isQuoted ? quotedSize(character) : bytes(character);
        int limit = isQuoted ? room : room / 4 * 3;
        if (taken > 0 && taken + size > limit) {
            finish();
            out.append(BREAK);
            room = LONGEST - FRAME;
        }
        word.appendCodePoint(character);
        taken += size;
    }

    private void finish() {
        byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
        if (isQuoted) {
            out.append(QUOTED);
            for (byte b : bytes) {
                quote(b & 0xff);
            }
        } else {
            out.append(BASE64).append(Base64.getEncoder().encodeToString(bytes));
        }
        out.append(END);
        word.setLength(0);
        taken = 0;
    }

    private void quote(int octet) {
        if (octet == ' ') {
            out.append('_');
        } else if (isPlain(octet)) {
            out.append((char) octet);
        } else {
            out.append('=').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
        }
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 128 && PLAIN.indexOf(c) >= 0);
    }

    private static int quotedSize(int character) {
        return character == ' ' || isPlain(character) ? 1 : 3 * bytes(character);
    }

    private static int bytes(int character) {
        return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    }

    private static long quotedLength(String text) {
        return text.codePoints().mapToLong(EncodedWords::quotedSize).sum();
    }

    private static long base64Length(String text) {
        return (text.codePoints().mapToLong(EncodedWords::bytes).sum() + 2) / 3 * 4;
    }
}
