package org.personalize.cli;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Types command lines into the program, in this process, and keeps what it prints. */
final class Terminal {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    final AtomicBoolean stop = new AtomicBoolean();

    Terminal(Path folder) {
        this.folder = folder;
    }

    int type(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var door = new Door(
                new PrintWriter(out),
                new PrintWriter(err),
                new StringReader(""),
                InstantSource.fixed(NOW),
                Map.of(),
                folder,
                false,
                stop);
        return PersonalizeCommand.run(door, words);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
