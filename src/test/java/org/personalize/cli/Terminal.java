package org.personalize.cli;

import java.io.PrintWriter;
import java.io.Reader;
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
    private Reader keyboard = new StringReader("");
    private boolean isWatched;

    Terminal(Path folder) {
        this.folder = folder;
    }

    /** A door through which only what is printed comes out. */
    static Door door(StringWriter out, Path folder) {
        return door(out, new StringWriter(), folder);
    }

    static Door door(StringWriter out, StringWriter err, Path folder) {
        return new Door(
                new Speech(out),
                new PrintWriter(err),
                new StringReader(""),
                InstantSource.fixed(NOW),
                Map.of(),
                folder,
                false,
                new AtomicBoolean());
    }

    /** From now on a person sits here, and is asked. */
    void watch(Reader person) {
        keyboard = person;
        isWatched = true;
    }

    int type(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var door = new Door(
                new Speech(out),
                new PrintWriter(err),
                keyboard,
                InstantSource.fixed(NOW),
                Map.of(),
                folder,
                isWatched,
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
