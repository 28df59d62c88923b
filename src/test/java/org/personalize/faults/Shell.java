package org.personalize.faults;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Commands of the system. */
final class Shell {

    private Shell() {}

    /** Whether it did what was asked. */
    static boolean run(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
