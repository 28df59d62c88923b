package org.personalize.template;

import java.io.Writer;
import java.util.Arrays;

/**
 * Takes what a template writes, up to a limit. It collects plain characters, because FreeMarker writes the fixed parts of
 * a template as such, and most of a mail is fixed: they are copied as they lie. Each thread keeps the array it wrote last.
 */
final class BoundedOutput extends Writer {

    private static final int FIRST_CAPACITY = 1 << 14;

    /** A larger array was for one mail that has nothing in common with others. */
    private static final int LARGEST_KEPT = 1 << 18;

    private static final char[] NONE = {};
    private static final ThreadLocal<char[]> KEPT = ThreadLocal.withInitial(() -> NONE);

    private final int limit;
    private final OwnText own;
    private final Blocks blocks = new Blocks();
    private char[] text;
    private int length;

    BoundedOutput(int limit, OwnText own) {
        this.limit = limit;
        this.own = own;
        this.text = KEPT.get();
        KEPT.set(NONE);
    }

    @Override
    public void write(int c) {
        room(1);
        text[length++] = (char) c;
    }

    @Override
    public void write(char[] buffer) {
        Block block = own.blockIn(buffer);
        if (block != null) {
            blocks.add(block, length, 0, buffer.length);
        }
        write(buffer, 0, buffer.length);
    }

    @Override
    public void write(char[] buffer, int offset, int count) {
        room(count);
        System.arraycopy(buffer, offset, text, length, count);
        length += count;
    }

    @Override
    public void write(String string) {
        write(string, 0, string.length());
    }

    @Override
    public void write(String string, int offset, int count) {
        room(count);
        string.getChars(offset, offset + count, text, length);
        length += count;
    }

    private void room(int more) {
        if (more > limit - length) {
            throw new LimitReached("the output is longer than " + limit + " characters");
        }
        if (more > text.length - length) {
            text = Arrays.copyOf(text, Math.max(Math.max(FIRST_CAPACITY, length + more), text.length * 2));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    /** Which of it is the template's own text. */
    Blocks blocks() {
        return blocks;
    }

    /** What was written. Nothing more can be. */
    String taken() {
        String taken = new String(text, 0, length);
        if (text.length <= LARGEST_KEPT) {
            KEPT.set(text);
        }
        text = NONE;
        length = limit;
        return taken;
    }
}
