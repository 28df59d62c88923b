package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The body of a part as lines that every relay passes on unchanged: as it is where it is plain ASCII in short lines, else
 * quoted-printable (RFC 2045). Written by hand because this is where building a mail spends its time.
 */
final class QuotedPrintable {

    /** Longest encoded line without its line break. */
    static final int WIDTH = 76;

    /** Longest line that goes out as it is: what RFC 5322 recommends. */
    static final int PLAIN_WIDTH = 78;

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int ESCAPED = 3;

    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(int size) {
        out = new byte[size + size / 4 + 64];
    }

    /** A body and the name of its encoding. */
    record Body(byte[] bytes, int length, String encoding) {}

    static Body of(String text) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        boolean isPlain = isPlain(source);
        var encoder = new QuotedPrintable(source.length);
        encoder.encode(source, isPlain);
        return new Body(encoder.out, encoder.length, isPlain ? "7bit" : "quoted-printable");
    }

    private static boolean isPlain(byte[] source) {
        int column = 0;
        for (byte b : source) {
            if (b == '\n') {
                column = 0;
            } else if (b < ' ' && b != '\t' && b != '\r' || b == 0x7f || ++column > PLAIN_WIDTH) {
                return false;
            }
        }
        return true;
    }

    private void encode(byte[] source, boolean isPlain) {
        for (int i = 0; i < source.length; i++) {
            byte b = source[i];
            if (b == '\r' || b == '\n') {
                i += b == '\r' && i + 1 < source.length && source[i + 1] == '\n' ? 1 : 0;
                lineBreak();
            } else if (isPlain) {
                reserve(1);
                out[length++] = b;
            } else {
                boolean isLast = i + 1 == source.length || source[i + 1] == '\r' || source[i + 1] == '\n';
                encode(b, isLast);
            }
        }
        if (length > 0 && out[length - 1] != '\n') {
            lineBreak();
        }
    }

    private void encode(byte b, boolean isLast) {
        boolean isBlank = b == ' ' || b == '\t';
        boolean isLiteral = b > ' ' && b < 0x7f && b != '=' || isBlank && !isLast;
        int width = isLiteral ? 1 : ESCAPED;
        if (column + width > (isLast ? WIDTH : WIDTH - 1)) {
            reserve(1);
            out[length++] = '=';
            lineBreak();
        }
        reserve(ESCAPED);
        if (isLiteral) {
            out[length++] = b;
        } else {
            out[length++] = '=';
            out[length++] = HEX[(b >> 4) & 0xf];
            out[length++] = HEX[b & 0xf];
        }
        column += width;
    }

    private void lineBreak() {
        reserve(2);
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
    }

    private void reserve(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, out.length * 2 + more);
        }
    }
}
