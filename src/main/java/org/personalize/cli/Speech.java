package org.personalize.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** What is printed as a result, and whether anything was yet. */
final class Speech extends PrintWriter {

    private boolean isBegun;

    Speech(Writer to) {
        super(to);
    }

    /** Whether something was printed. */
    boolean isBegun() {
        return isBegun;
    }

    @Override
    public void write(int c) {
        isBegun = true;
        super.write(c);
    }

    @Override
    public void write(char[] text, int from, int length) {
        isBegun |= length > 0;
        super.write(text, from, length);
    }

    @Override
    public void write(String text, int from, int length) {
        isBegun |= length > 0;
        super.write(text, from, length);
    }
}
