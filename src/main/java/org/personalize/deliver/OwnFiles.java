package org.personalize.deliver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.personalize.csv.PrivateFile;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * Which files in a folder are ours: their names stand in a hidden file beside them. Nothing else is ever deleted, and a
 * folder that holds anything else is refused.
 */
final class OwnFiles {

    static final String MARKER = ".personalize-previews";

    private static final String FIRST_LINE = "Previews written by personalize; the files named here are replaced by its next dry run.";
    private static final int MOST_NAMED = 3;

    /** What is written beside the mails in a folder that is marked as ours, and what a killed run may leave half done. */
    private static final Pattern PAGES =
            Pattern.compile("(index\\.html|manifest\\.csv|rejects\\.csv|data/\\d{3,}\\.js|(data/|images/)?\\.[^/]+\\.part)");

    /** Left by file browsers that somebody looked into the folder with. */
    private static final Set<String> HARMLESS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini", ".directory");

    private final Path folder;

    OwnFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Throws unless the folder is missing, empty, or holds only what the marker names. */
    void refuseForeign() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw problem("it is a file, not a folder");
        }
        Set<String> own = named();
        List<String> foreign = present().stream().filter(name -> !own.contains(name)).toList();
        if (!foreign.isEmpty()) {
            String some = String.join(", ", foreign.subList(0, Math.min(MOST_NAMED, foreign.size())));
            throw problem("the folder holds files that are no previews: " + some + (foreign.size() > MOST_NAMED ? ", …" : ""));
        }
    }

    private InputProblem problem(String message) {
        return new InputProblem(
                Place.file(folder.toString()), message, "Name another folder with --out, or move the files away.");
    }

    /** Removes what an earlier run wrote, and the folders that are empty then. */
    void removeAll() throws IOException {
        for (String name : named()) {
            Path file = folder.resolve(name);
            Files.deleteIfExists(file);
            for (Path above = file.getParent(); above != null && !above.equals(folder); above = above.getParent()) {
                if (isEmpty(above)) {
                    Files.deleteIfExists(above);
                }
            }
        }
    }

    /** Begins an empty list. */
    void start() throws IOException {
        PrivateFile.write(folder.resolve(MARKER), FIRST_LINE + "\n");
    }

    /** Remembers files as ours before they are written, so that a run that is cut short leaves nothing foreign. */
    void claim(List<String> names) throws IOException {
        Files.writeString(
                folder.resolve(MARKER),
                String.join("\n", names) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
    }

    /** The marker may have been tampered with: a name that leads out of the folder is none of ours. */
    private Set<String> named() {
        Path marker = folder.resolve(MARKER);
        var names = new TreeSet<String>();
        if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
            return names;
        }
        try {
            List<String> lines = Files.readAllLines(marker, StandardCharsets.UTF_8);
            if (!lines.isEmpty() && lines.get(0).equals(FIRST_LINE)) {
                lines.subList(1, lines.size()).stream().filter(this::isInside).forEach(names::add);
                present().stream().filter(name -> PAGES.matcher(name).matches()).forEach(names::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private boolean isInside(String name) {
        try {
            Path file = folder.resolve(name).normalize();
            return !name.isBlank() && file.startsWith(folder) && !file.equals(folder) && !leadsThroughLink(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private boolean leadsThroughLink(Path file) {
        for (Path above = file.getParent(); above != null && !above.equals(folder); above = above.getParent()) {
            if (Files.isSymbolicLink(above)) {
                return true;
            }
        }
        return false;
    }

    /** The files in the folder and beneath, with forward slashes; the marker and harmless ones left out. */
    private List<String> present() {
        try (Stream<Path> files = Files.walk(folder)) {
            var names = new ArrayList<String>();
            files.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> !HARMLESS.contains(String.valueOf(f.getFileName())))
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(MARKER))
                    .sorted(Comparator.naturalOrder())
                    .forEach(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }
}
