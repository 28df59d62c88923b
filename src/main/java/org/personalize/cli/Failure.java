package org.personalize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.DatabaseFault;
import org.personalize.plan.Json;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Sentence;
import org.personalize.problem.Unreadable;
import org.personalize.run.BrokenOff;
import org.personalize.run.StopSignal;
import picocli.CommandLine;

/**
 * Turns what went wrong into words on standard error and an exit code, and where a JSON document was asked for and none has
 * begun, into that as well.
 */
final class Failure {

    private static final int OUR_OWN_ERROR = 70;

    private Failure() {}

    static int of(Exception e, Door door, CommandLine command) {
        DoorCommand ours = command.getCommand() instanceof DoorCommand c ? c : null;
        List<Problem> problems = problems(e, door.folder());
        if (e instanceof InputProblem) {
            problems.forEach(problem -> door.err().println("personalize: " + problem));
        } else {
            say(problems.get(0), door);
        }
        if (ours != null && ours.wantsStackTrace()) {
            e.printStackTrace(door.err());
        }
        door.err().flush();
        int code = code(e);
        if (ours != null && ours.wantsJson()) {
            document(code, problems, door);
        }
        return code;
    }

    /** Without the full stop of a problem's clause: these are whole already. */
    private static void say(Problem problem, Door door) {
        door.err().println("personalize: " + problem.message());
        if (!problem.remedy().isEmpty()) {
            door.err().println(problem.remedy());
        }
    }

    /** The one document of a command that has no result; nothing where its own has begun. */
    static void document(int code, List<Problem> problems, Door door) {
        if (door.out().isBegun()) {
            return;
        }
        try {
            Json json = Json.pretty(door.out()).object();
            write(code, problems, json);
            json.end();
            door.out().println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the fields of a failure into the object that is open. */
    static void write(int code, List<Problem> problems, Json json) throws IOException {
        json.field("exit_code", code).name("problems").array();
        for (Problem problem : problems) {
            String place = problem.place().toString();
            json.object()
                    .field("place", place.isEmpty() ? null : place)
                    .field("message", problem.message())
                    .field("remedy", problem.remedy().isEmpty() ? null : problem.remedy())
                    .end();
        }
        json.end();
    }

    private static int code(Exception e) {
        if (e instanceof InputProblem) {
            return ExitCode.WRONG_INPUT;
        }
        if (e instanceof StopSignal.Stopped) {
            return ExitCode.INTERRUPTED;
        }
        return e instanceof UncheckedIOException || e instanceof IOException ? ExitCode.DISK : OUR_OWN_ERROR;
    }

    /** Everything that is wrong, as the user is told. */
    static List<Problem> problems(Exception e, Path folder) {
        if (e instanceof InputProblem input) {
            return input.problems().stream()
                    .map(problem -> shown(problem, folder))
                    .toList();
        }
        return switch (code(e)) {
            case ExitCode.INTERRUPTED -> one("stopped; nothing is left half-written", "");
            case ExitCode.DISK ->
                one(e instanceof BrokenOff broken ? Sentence.of(disk(e)) + " " + broken.words() : disk(e), "");
            default -> one("an error of the program itself: " + e, "Please report it with what --stacktrace shows.");
        };
    }

    static List<Problem> one(String message, String remedy) {
        return List.of(new Problem(Place.NOWHERE, message, remedy));
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
