package org.personalize.faults;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Commands of the system. */
final class Shell {

    private Shell() {}

    /** Whether it did what was asked. */
    static boolean run(String... words) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
