package org.personalize.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A file's bytes as text. UTF-8 and UTF-16 are known by their marks, UTF-16 without one by its zeros. Everything else is
 * plain ASCII until the first block that is not, and that block decides for the rest of the file between UTF-8 and
 * Windows-1252. Bytes that the encoding does not know become {@link #DAMAGED}, so that their row can be put aside.
 */
final class DecodedText extends Reader {

    /** Stands for bytes that mean nothing in the file's encoding; no text holds this character by right. */
    static final char DAMAGED = '\uFFFF';

    private static final int BLOCK_BYTES = 1 << 17;
    private static final int EXAMINED_BYTES = 1 << 12;
    private static final double UTF_16_ZERO_SHARE = 0.3;
    private static final double BINARY_SHARE = 0.1;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK_BYTES];
    private ByteBuffer bytes = ByteBuffer.wrap(block, 0, 0);
    private CharsetDecoder decoder;
    private boolean isDecided;
    private boolean isAtEnd;
    private boolean isBinary;

    DecodedText(InputStream in) throws IOException {
        this.in = in;
        this.decoder = decoder(StandardCharsets.UTF_8);
        fill();
        int mark = readMark();
        bytes.position(mark);
        if (mark == 0) {
            examineZeros();
        }
        decide();
    }

    /** Whether the file begins with more zeros and control characters than any text would hold. */
    boolean isBinary() {
        return isBinary;
    }

    /** The encoding as far as it is known; ASCII so far counts as UTF-8. */
    Charset charset() {
        return decoder.charset();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length);
        int before = out.position();
        while (out.position() == before) {
            var result = decoder.decode(bytes, out, isAtEnd);
            if (result.isUnderflow() && out.position() == before) {
                if (isAtEnd) {
                    return -1;
                }
                fill();
                decide();
            }
        }
        return out.position() - before;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int kept = bytes.position();
        int read = in.readNBytes(block, kept, block.length - kept);
        isAtEnd = kept + read < block.length;
        bytes = ByteBuffer.wrap(block, 0, kept + read);
    }

    private int readMark() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            use(StandardCharsets.UTF_8);
            return 3;
        }
        if (startsWith(0xFF, 0xFE)) {
            use(StandardCharsets.UTF_16LE);
            return 2;
        }
        if (startsWith(0xFE, 0xFF)) {
            use(StandardCharsets.UTF_16BE);
            return 2;
        }
        return 0;
    }

    private boolean startsWith(int... mark) {
        if (bytes.limit() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((block[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Western text in UTF-16 has a zero in nearly every second byte; text of any other kind has hardly any controls. */
    private void examineZeros() {
        int examined = Math.min(bytes.limit(), EXAMINED_BYTES);
        int[] zeros = new int[2];
        int controls = 0;
        for (int i = 0; i < examined; i++) {
            if (block[i] == 0) {
                zeros[i % 2]++;
            } else if (block[i] > 0 && block[i] < ' ' && !Character.isWhitespace(block[i])) {
                controls++;
            }
        }
        if (zeros[1] > examined * UTF_16_ZERO_SHARE && zeros[0] < zeros[1] * BINARY_SHARE) {
            use(StandardCharsets.UTF_16LE);
        } else if (zeros[0] > examined * UTF_16_ZERO_SHARE && zeros[1] < zeros[0] * BINARY_SHARE) {
            use(StandardCharsets.UTF_16BE);
        } else {
            isBinary = zeros[0] + zeros[1] + controls > examined * BINARY_SHARE;
        }
    }

    private void use(Charset charset) {
        decoder = decoder(charset);
        isDecided = true;
    }

    private void decide() {
        if (isDecided) {
            return;
        }
        var evidence = Utf8Evidence.in(block, bytes.position(), bytes.limit());
        if (evidence.valid() + evidence.broken() > 0) {
            use(evidence.valid() >= evidence.broken() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
        }
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .replaceWith(String.valueOf(DAMAGED))
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}
