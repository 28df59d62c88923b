package org.personalize.intake;

import java.io.IOException;

/** What was to be JSON is none from here on. */
final class BrokenJson extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    /** @param line counted from 1 */
    BrokenJson(long line) {
        super("no JSON from line " + line + " on");
        this.line = line;
    }

    long line() {
        return line;
    }
}
