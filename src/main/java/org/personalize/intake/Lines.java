package org.personalize.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream into lines without ever holding more than one block of it. A line that does not fit in is passed over to its
 * end and reported as too long; its start can still be looked at. The last line needs no end.
 */
final class Lines {

    /** Longer lines are not read. */
    static final int LONGEST_LINE = 4 << 20;

    private static final int LONGEST_LOOK = 1_000;
    private static final int FIRST_BLOCK = 1 << 16;

    private final InputStream in;
    private final int longest;
    private byte[] block;
    private int filled;
    private int next;
    private int from;
    private int to;
    private long number;
    private boolean isTooLong;
    private boolean isAtEnd;
    private boolean isEnded;

    Lines(InputStream in) {
        this(in, LONGEST_LINE);
    }

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
        this.block = new byte[Math.min(FIRST_BLOCK, longest)];
    }

    /** Goes to the next line; false behind the last one. */
    boolean next() throws IOException {
        if (isTooLong) {
            passOver();
        }
        int end = find(next);
        if (end < 0) {
            end = fetch();
        }
        if (end >= 0) {
            take(end);
        }
        return end >= 0;
    }

    private void take(int end) {
        number++;
        from = next;
        isEnded = end < filled;
        to = end > from && isEnded && block[end - 1] == '\r' ? end - 1 : end;
        next = isEnded ? end + 1 : end;
    }

    private int find(int start) {
        int end = EightBytes.lineEnd(block, start, filled);
        return end < filled ? end : -1;
    }

    /** Reads on until the line ends; -1 when there is no further line. */
    private int fetch() throws IOException {
        while (!isAtEnd) {
            int searched = filled - next;
            if (!makeRoom()) {
                isTooLong = true;
                return filled;
            }
            read();
            int end = find(next + searched);
            if (end >= 0) {
                return end;
            }
        }
        return next < filled ? filled : -1;
    }

    private void read() throws IOException {
        int read = in.read(block, filled, block.length - filled);
        if (read < 0) {
            isAtEnd = true;
        } else {
            filled += read;
        }
    }

    /** Room behind what is there; false where the line has grown too long for that. */
    private boolean makeRoom() {
        if (next > 0) {
            System.arraycopy(block, next, block, 0, filled - next);
            filled -= next;
            next = 0;
        }
        if (filled < block.length) {
            return true;
        }
        if (block.length >= longest) {
            return false;
        }
        block = Arrays.copyOf(block, (int) Math.min(longest, 2L * block.length));
        return true;
    }

    /** Reads to the end of a line that is too long, and keeps what was read beyond it. */
    private void passOver() throws IOException {
        isTooLong = false;
        next = 0;
        filled = 0;
        while (!isAtEnd && filled == 0) {
            int read = in.read(block, 0, block.length);
            isAtEnd = read < 0;
            int end = EightBytes.lineEnd(block, 0, read);
            if (end < read) {
                next = end + 1;
                filled = read;
            }
        }
    }

    byte[] bytes() {
        return block;
    }

    /** Where the line starts within {@link #bytes}. */
    int from() {
        return from;
    }

    /** Where it ends, without the end of line. */
    int to() {
        return to;
    }

    /** Counted from 1. */
    long number() {
        return number;
    }

    /** Whether only the line's start is there. */
    boolean isTooLong() {
        return isTooLong;
    }

    /** Whether the line has an end; only a file's last may have none. */
    boolean isEnded() {
        return isEnded;
    }

    boolean isBlank() {
        for (int i = from; i < to; i++) {
            if (block[i] > ' ' || block[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** The first byte that is no blank; 0 for a blank line. */
    int firstSign() {
        for (int i = from; i < to; i++) {
            if (block[i] > ' ' || block[i] < 0) {
                return block[i];
            }
        }
        return 0;
    }

    String text(Charset charset) {
        return new String(block, from, to - from, charset);
    }

    /** The start of the line behind this one, as far as it was read already. */
    String following() {
        int end = find(next);
        int last = Math.min(end < 0 ? filled : end, next + LONGEST_LOOK);
        return new String(block, next, last - next, StandardCharsets.ISO_8859_1);
    }

    /** What was not read yet, this line included, so that something else can go on from here. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(block, from, filled - from), in);
    }
}
