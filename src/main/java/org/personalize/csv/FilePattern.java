package org.personalize.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Problem;
import org.personalize.problem.Unreadable;

/** The files that a pattern in the campaign file means, in the order of their names. */
final class FilePattern {

    private static final Pattern WILD = Pattern.compile("[*?\\[{]");
    private static final int MAX_FILES = 10_000;
    private static final int MAX_DEPTH = 32;

    private FilePattern() {}

    static List<Path> files(TableSource source) {
        List<Path> files = found(source);
        files.forEach(file -> readable(source, file));
        return files;
    }

    static List<Path> found(TableSource source) {
        try {
            Path plain = path(source);
            if (plain != null && Files.exists(plain)) {
                return List.of(plain);
            }
            if (!WILD.matcher(source.pattern()).find()) {
                throw Optional.ofNullable(plain)
                        .flatMap(file -> Unreadable.whyUnknown(file)
                                .map(why -> closed(source, source.pattern() + " cannot be read: " + why, file)))
                        .orElseGet(() -> missing(source, "expected a file, but there is no " + source.pattern()));
            }
            return matching(source);
        } catch (IOException | UncheckedIOException e) {
            throw missing(source, "the folder of " + source.pattern() + " cannot be read: " + e.getMessage());
        }
    }

    /** How the user would name a file: from the folder that the pattern starts from, where it lies beneath it. */
    static String name(TableSource source, Path file) {
        Path path = file.startsWith(source.base()) ? source.base().relativize(file) : file;
        return path.toString();
    }

    private static @org.jspecify.annotations.Nullable Path path(TableSource source) {
        try {
            return source.base().resolve(source.pattern());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static void readable(TableSource source, Path file) {
        if (!Files.isRegularFile(file)) {
            throw missing(source, "expected a file, but " + source.pattern() + " is none");
        }
        if (!Files.isReadable(file)) {
            throw closed(source, source.pattern() + " may not be read", file);
        }
    }

    private static List<Path> matching(TableSource source) throws IOException {
        String pattern = source.pattern().replace('\\', '/');
        var wild = WILD.matcher(pattern);
        int firstWild = wild.find() ? wild.start() : pattern.length();
        int folderEnd = pattern.lastIndexOf('/', firstWild) + 1;
        Path folder = source.base().resolve(pattern.substring(0, folderEnd));
        String rest = pattern.substring(folderEnd);
        int depth = rest.contains("**") ? MAX_DEPTH : rest.split("/").length;
        if (!Files.isDirectory(folder)) {
            throw missing(source, "there is no folder " + pattern.substring(0, folderEnd));
        }
        // A double star stands for any number of folders, none included; the matcher of the platform wants one.
        PathMatcher exact = matcher(source, folder, rest);
        PathMatcher here = matcher(source, folder, rest.replace("**/", ""));
        try (var walk = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = walk.filter(
                            file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> exact.matches(folder.relativize(file)) || here.matches(folder.relativize(file)))
                    .filter(Files::isRegularFile)
                    .limit(MAX_FILES + 1L)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            if (files.isEmpty()) {
                throw missing(source, "no file matches " + source.pattern());
            }
            if (files.size() > MAX_FILES) {
                throw missing(source, source.pattern() + " matches more than " + MAX_FILES + " files");
            }
            return files;
        }
    }

    private static PathMatcher matcher(TableSource source, Path folder, String glob) {
        try {
            return folder.getFileSystem().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw missing(source, Problem.quote(source.pattern()) + " is not a pattern: " + e.getDescription());
        }
    }

    private static InputProblem closed(TableSource source, String message, Path file) {
        return new InputProblem(source.place(), message, Unreadable.wayOut(file));
    }

    private static InputProblem missing(TableSource source, String message) {
        return new InputProblem(
                source.place(), message, "Correct data." + source.role() + "; it starts from " + source.base() + ".");
    }
}
