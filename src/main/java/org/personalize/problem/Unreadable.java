package org.personalize.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** A file that somebody named and that is there, but does not let itself be read. */
public final class Unreadable {

    private Unreadable() {}

    /** @param place the file, and perhaps who names it */
    public static InputProblem of(Place place, IOException e) {
        return new InputProblem(
                place, "the file cannot be read: " + why(e), "Look at its owner and mode, or make it anew.");
    }

    /** Java names some faults of files by their class alone. */
    public static String why(IOException e) {
        if (e instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        } else if (e instanceof AccessDeniedException) {
            return "this user has no right to it";
        } else if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        } else if (e instanceof FileSystemException) {
            return e.getClass().getSimpleName();
        }
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    }
}
