package org.personalize.template;

import java.io.Writer;

/** Takes what a template writes, up to a limit. */
final class BoundedOutput extends Writer {

    private static final int FIRST_CAPACITY = 1 << 10;

    private final StringBuilder text = new StringBuilder(FIRST_CAPACITY);
    private final int limit;

    BoundedOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public void write(int c) {
        room(1);
        text.append((char) c);
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        room(length);
        text.append(buffer, offset, length);
    }

    @Override
    public void write(String string) {
        room(string.length());
        text.append(string);
    }

    @Override
    public void write(String string, int offset, int length) {
        room(length);
        text.append(string, offset, offset + length);
    }

    private void room(int length) {
        if (length > limit - text.length()) {
            throw new LimitReached("the output is longer than " + limit + " characters");
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
        return text.toString();
    }
}
