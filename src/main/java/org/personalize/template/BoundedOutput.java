package org.personalize.template;

import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a template writes, up to a limit. Most of a mail is the template's own text, which FreeMarker writes as
 * characters; it is taken as the string that it is known by, which is copied as it lies.
 */
final class BoundedOutput extends Writer {

    /** A longer output is an exception, for which no thread need keep so much. */
    private static final int MOST_SPARE = 1 << 17;

    /** Each thread's room for its next output: getting new room would take longer than filling it. */
    private static final ThreadLocal<@Nullable StringBuilder> SPARE = new ThreadLocal<>();

    private final int limit;
    private final OwnText own;
    private final Blocks blocks = new Blocks();
    private final StringBuilder text;

    BoundedOutput(int limit, OwnText own) {
        this.limit = limit;
        this.own = own;
        StringBuilder spare = SPARE.get();
        SPARE.set(null);
        text = spare == null ? new StringBuilder() : spare;
    }

    @Override
    public void write(int c) {
        room(1);
        text.append((char) c);
    }

    @Override
    public void write(char[] buffer) {
        Block block = own.blockIn(buffer);
        if (block == null) {
            write(buffer, 0, buffer.length);
        } else {
            blocks.add(block, text.length(), 0, buffer.length);
            write(block.text());
        }
    }

    @Override
    public void write(char[] buffer, int offset, int count) {
        room(count);
        text.append(buffer, offset, count);
    }

    @Override
    public void write(String string) {
        room(string.length());
        text.append(string);
    }

    /** A whole string is copied at once; of a part, character by character. */
    @Override
    public void write(String string, int offset, int count) {
        if (count == string.length()) {
            write(string);
        } else {
            room(count);
            text.append(string, offset, offset + count);
        }
    }

    private void room(int more) {
        if (more > limit - text.length()) {
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

    /** Which of it is the template's own text. */
    Blocks blocks() {
        return blocks;
    }

    /** All that was written, after which nothing may be. */
    String finish() {
        String all = text.toString();
        if (text.capacity() <= MOST_SPARE) {
            text.setLength(0);
            SPARE.set(text);
        }
        return all;
    }
}
