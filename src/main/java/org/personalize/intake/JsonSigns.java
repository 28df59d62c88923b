package org.personalize.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The signs of JSON, one after the other, and what they make up: names, texts, numbers and words. Of what a provider writes,
 * most is wanted by nobody; that is passed over eight bytes at a time and never made, yet checked like what is wanted. Only
 * one block is held, however long the whole and its parts are.
 */
final class JsonSigns {

    /** Longer texts break the JSON, if they are wanted; so do longer names. */
    static final int LONGEST_TEXT = 1 << 20;

    /** Longer numbers break it, wanted or not. */
    static final int LONGEST_NUMBER = 1_000;

    /** Stands behind the last sign. */
    static final int END = -1;

    private static final int BLOCK_BYTES = 1 << 16;
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;
    private static final String BLANKS = " \n\r\t";
    private static final String BEHIND_BARE = ",]}" + BLANKS;
    private static final int ASCII_SIGNS = 0x80;
    private static final int MOST_FOLLOWING = 3;
    private static final int FOLLOWING_BITS = 0x3F;
    private static final int FOLLOWING_WIDTH = 6;

    private @Nullable InputStream in;
    private byte[] bytes = {};
    private int at;
    private int end;
    private long line;

    private byte[] name = bytes;
    private int nameFrom;
    private int nameTo;

    /** What cannot be taken from the bytes as it stands there. */
    private final GrowingText grown = new GrowingText();

    private final Unquoted unquoted = new Unquoted();

    /** Starts at a part of an array. */
    void over(byte[] part, int from, int to) {
        start(null, part, from, to);
    }

    /** Starts at what a stream gives. */
    void over(InputStream stream) {
        start(stream, new byte[BLOCK_BYTES], 0, 0);
    }

    private void start(@Nullable InputStream stream, byte[] block, int from, int to) {
        in = stream;
        bytes = block;
        at = from;
        end = to;
        line = 1;
    }

    /** The line that is being looked at, counted from 1. */
    long line() {
        return line;
    }

    BrokenJson broken() {
        return new BrokenJson(line);
    }

    /** The next sign, which is not taken by that. */
    private int sign() throws IOException {
        return at < end || hasMore() ? Byte.toUnsignedInt(bytes[at]) : END;
    }

    private boolean hasMore() throws IOException {
        int read = in == null ? END : in.read(bytes, 0, bytes.length);
        at = read < 0 ? end : 0;
        end = read < 0 ? end : read;
        return read > 0;
    }

    private int taken() throws IOException {
        int sign = sign();
        if (sign == END) {
            throw broken();
        }
        at++;
        return sign;
    }

    /** The next sign that is no blank, which is not taken by that. */
    int start() throws IOException {
        int sign = sign();
        while (sign <= ' ' && BLANKS.indexOf(sign) >= 0) {
            line += sign == '\n' ? 1 : 0;
            at++;
            sign = sign();
        }
        return sign;
    }

    /** Takes the sign that was looked at. */
    void step() {
        at++;
    }

    /** Takes the text that starts here. */
    String text() throws IOException {
        int from = ++at;
        at = EightBytes.plainEnd(bytes, at, end);
        if (at < end && bytes[at] == '"' && at - from <= LONGEST_TEXT) {
            return new String(bytes, from, at++ - from, StandardCharsets.ISO_8859_1);
        }
        if (at < end && bytes[at] == '\\' && unquoted.take(bytes, from, Math.min(end, from + LONGEST_TEXT))) {
            at = unquoted.end() + 1;
            return unquoted.toString();
        }
        rest(from, true);
        return grown.toString();
    }

    /** Takes it without making it. */
    void passText() throws IOException {
        rest(at + 1, false);
    }

    /** Takes the text that starts here as a name. */
    void takeName() throws IOException {
        int from = ++at;
        at = EightBytes.plainEnd(bytes, at, end);
        if (at < end && bytes[at] == '"') {
            name = bytes;
            nameFrom = from;
            nameTo = at++;
        } else {
            rest(from, true);
            name = grown.toString().getBytes(StandardCharsets.UTF_8);
            nameFrom = 0;
            nameTo = name.length;
        }
    }

    /** What the last name stands for; to be asked before anything else is taken. */
    JsonShape.@Nullable Field among(JsonShape wanted) {
        return wanted.field(name, nameFrom, nameTo);
    }

    /** Takes the number or the word that starts here. */
    String bare() throws IOException {
        String bare = switch (sign()) {
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
        int behind = sign();
        if (behind != END && BEHIND_BARE.indexOf(behind) < 0) {
            throw broken();
        }
        return bare;
    }

    private String word(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (taken() != word.charAt(i)) {
                throw broken();
            }
        }
        return word;
    }

    private String number() throws IOException {
        grown.clear();
        isNext('-');
        if (!isNext('0')) {
            digits();
        }
        if (isNext('.')) {
            digits();
        }
        if (isNext('e') || isNext('E')) {
            if (!isNext('-')) {
                isNext('+');
            }
            digits();
        }
        return grown.toString();
    }

    private void digits() throws IOException {
        int before = grown.length();
        for (int sign = sign(); sign >= '0' && sign <= '9'; sign = sign()) {
            isNext((char) sign);
        }
        if (grown.length() == before || grown.length() > LONGEST_NUMBER) {
            throw broken();
        }
    }

    /** Takes the next sign of a number, if it is this one. */
    private boolean isNext(char sign) throws IOException {
        if (sign() != sign) {
            return false;
        }
        at++;
        grown.add(sign);
        return true;
    }

    /** Takes what is left of a text up to and with its closing quote. */
    private void rest(int start, boolean isWanted) throws IOException {
        at = start;
        grown.clear();
        int code;
        do {
            int from = at;
            at = EightBytes.plainEnd(bytes, at, end);
            if (isWanted) {
                grown.add(bytes, from, at);
            }
            code = code();
            if (isWanted && code != END) {
                grown.add(code);
            }
            if (grown.length() > LONGEST_TEXT) {
                throw broken();
            }
        } while (code != END);
    }

    /** The next sign of a text, however it is written; {@link #END} for its closing quote. */
    private int code() throws IOException {
        int sign = taken();
        if (sign < ' ') {
            throw broken();
        }
        return sign == '"' ? END : sign == '\\' ? escaped() : sign < ASCII_SIGNS ? sign : ofSeveral(sign);
    }

    private int escaped() throws IOException {
        int sign = taken();
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> ofDigits();
            default -> throw broken();
        };
    }

    private int ofDigits() throws IOException {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = Character.digit(taken(), HEX);
            if (digit < 0) {
                throw broken();
            }
            code = code * HEX + digit;
        }
        return code;
    }

    /** Of UTF-8, where the highest bits of the first byte tell how many follow. */
    private int ofSeveral(int first) throws IOException {
        int following = Integer.numberOfLeadingZeros(~first << (Integer.SIZE - Byte.SIZE)) - 1;
        if (following < 1 || following > MOST_FOLLOWING) {
            throw broken();
        }
        int code = first & FOLLOWING_BITS >> following;
        for (int i = 0; i < following; i++) {
            int next = taken();
            if ((next & ~FOLLOWING_BITS) != ASCII_SIGNS) {
                throw broken();
            }
            code = code << FOLLOWING_WIDTH | next & FOLLOWING_BITS;
        }
        return code;
    }
}
