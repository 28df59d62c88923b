package org.personalize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.DatabaseFault;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Sentence;
import org.personalize.problem.Unreadable;
import org.personalize.run.BrokenOff;
import org.personalize.run.StopSignal;
import picocli.CommandLine;

/** Turns what went wrong into words on standard error and an exit code. */
final class Failure {

    private Failure() {}

    static int of(Exception e, Door door, CommandLine command) {
        boolean isTraceWanted = command.getCommand() instanceof DoorCommand c && c.wantsStackTrace();
        int code = say(e, door);
        if (isTraceWanted) {
            e.printStackTrace(door.err());
        }
        door.err().flush();
        return code;
    }

    private static int say(Exception e, Door door) {
        if (e instanceof InputProblem input) {
            for (Problem problem : input.problems()) {
                door.err().println("personalize: " + shown(problem, door.folder()));
            }
            return ExitCode.WRONG_INPUT;
        }
        if (e instanceof StopSignal.Stopped) {
            door.err().println("personalize: stopped; nothing is left half-written");
            return ExitCode.INTERRUPTED;
        }
        if (e instanceof UncheckedIOException || e instanceof IOException) {
            String what = e instanceof BrokenOff broken ? Sentence.of(disk(e)) + " " + broken.words() : disk(e);
            door.err().println("personalize: " + what);
            return ExitCode.DISK;
        }
        door.err().println("personalize: an error of the program itself: " + e);
        door.err().println("Please report it with what --stacktrace shows.");
        return 70;
    }

    /** Names a file by the shorter of its two names, as seen from where the user stands. */
    private static Problem shown(Problem problem, Path folder) {
        Place place = problem.place();
        String file = place.file().isEmpty() ? "" : shown(place.file(), folder);
        return new Problem(
                new Place(file, place.line(), place.column(), place.field()), problem.message(), problem.remedy());
    }

    static String shown(String file, Path folder) {
        try {
            Path path = Path.of(file);
            if (!path.isAbsolute() || !Objects.equals(path.getRoot(), folder.getRoot())) {
                return file;
            }
            String near = folder.relativize(path).toString();
            return !near.isEmpty() && near.length() < file.length() ? near : file;
        } catch (InvalidPathException e) {
            // Not every place is a file: a database has an address.
            return file;
        }
    }

    private static String disk(Exception e) {
        Throwable whole = e instanceof BrokenOff broken ? broken.disk() : e;
        Throwable cause = whole instanceof UncheckedIOException unchecked ? unchecked.getCause() : whole;
        if (cause == null) {
            return "a file cannot be read or written";
        }
        if (cause instanceof FileSystemException file) {
            return file.getFile() + ": cannot be read or written (" + why(file) + ")";
        }
        String what =
                cause instanceof DatabaseFault ? "the ledger cannot be used: " : "a file cannot be read or written: ";
        return what + cause.getMessage();
    }

    private static String why(FileSystemException e) {
        boolean isDenied = e instanceof AccessDeniedException && e.getReason() == null;
        String wayOut = isTooLong(e.getFile())
                ? "; give it a shorter name"
                : isDenied ? "; look at its owner and mode, and at its folder's" : "";
        return Unreadable.why(e) + wayOut;
    }

    private static boolean isTooLong(@Nullable String file) {
        try {
            return file != null && Unreadable.isTooLong(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
