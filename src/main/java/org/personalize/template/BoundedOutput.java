package org.personalize.template;

import java.io.Writer;
import java.util.Arrays;

/**
 * Takes what a template writes, up to a limit. It collects plain characters, because FreeMarker writes the fixed parts of
 * a template as such, and most of a mail is fixed: they are copied as they lie.
 */
final class BoundedOutput extends Writer {

    private static final int LEAST_CAPACITY = 1 << 8;

    private final int limit;
    private char[] text;
    private int length;

    /** @param expected about how long the text will be; more is taken, up to the limit */
    BoundedOutput(int limit, int expected) {
        this.limit = limit;
        this.text = new char[Math.max(LEAST_CAPACITY, Math.min(limit, expected))];
    }

    int length() {
        return length;
    }

    @Override
    public void write(int c) {
        room(1);
        text[length++] = (char) c;
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
            text = Arrays.copyOf(text, Math.max(length + more, text.length * 2));
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

    @Override
    public String toString() {
        return new String(text, 0, length);
    }
}
