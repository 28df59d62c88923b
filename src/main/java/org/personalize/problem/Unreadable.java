package org.personalize.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/** A file that somebody named and that is there, but does not let itself be read. */
public final class Unreadable {

    /** No usual file system takes more for one name, or for a whole path. */
    private static final int LONGEST_NAME_BYTES = 255;

    private static final int LONGEST_PATH_BYTES = 4_095;

    private Unreadable() {}

    /** @param place the file, and perhaps who names it */
    public static InputProblem of(Place place, IOException e) {
        return new InputProblem(
                place,
                "the file cannot be read: " + why(e),
                "Look at its owner and mode and at its folder's, or make it anew.");
    }

    /** Why it cannot be known whether a file is there; empty where it is, or surely is not. */
    public static Optional<String> whyUnknown(Path file) {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(why(e));
        }
    }

    /** What to do about a file of which it cannot be known whether it is there, or that cannot be made. */
    public static String wayOut(Path file) {
        return isTooLong(file) ? "Give it a shorter name." : "Look at its owner and mode, and at its folder's.";
    }

    /** Whether its name is what a file system that refuses it takes amiss. */
    public static boolean isTooLong(Path file) {
        for (Path name : file) {
            if (name.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
                return true;
            }
        }
        return file.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH_BYTES;
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
