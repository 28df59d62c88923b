package org.personalize.deliver;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.personalize.csv.PrivateFile;

/**
 * Which files of a preview folder are ours. A list in the folder names every preview before it is written, so that a run
 * that was stopped half-way can be cleared away too; whatever is neither on it nor always ours is never touched.
 */
final class OwnFiles {

    static final String LIST = ".personalize-previews";

    private static final String TITLE = "# The previews that personalize wrote here; the next dry run replaces them.\n";
    private static final Set<String> ALWAYS_OURS = Set.of(LIST, "index.html", "rejects.csv", "manifest.csv");
    private static final String PAGES = "data";
    private static final Pattern PAGE = Pattern.compile("\\d{3,9}\\.js");
    private static final Pattern PREVIEW = Pattern.compile("(" + PreviewName.FORM + ")\\.(html|txt|eml)");

    /** What a program that was killed leaves of a file it was just writing. */
    private static final Pattern UNFINISHED = Pattern.compile("\\.(.+?)(\\.\\d+)?\\.part");

    private final Path folder;
    private final Set<String> listed;

    private OwnFiles(Path folder, Set<String> listed) {
        this.folder = folder;
        this.listed = listed;
    }

    /** What a folder holds of ours; nothing, where it has no list. */
    static OwnFiles in(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return new OwnFiles(folder, Set.of());
        }
        Set<String> names = new HashSet<>(ALWAYS_OURS);
        try (Stream<String> lines = Files.lines(list, StandardCharsets.ISO_8859_1)) {
            lines.filter(name -> PREVIEW.matcher(name).matches()).forEach(names::add);
        }
        return new OwnFiles(folder, names);
    }

    /** The first file, by its name, that we did not write. */
    Optional<Path> firstForeign() throws IOException {
        for (Path file : sorted(folder)) {
            if (isPages(file)) {
                Optional<Path> page =
                        sorted(file).stream().filter(f -> !isOurPage(f)).findFirst();
                if (page.isPresent()) {
                    return page;
                }
            } else if (!isOurs(file) && !isLock(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Deletes what is ours; the list goes last, so that what an interruption leaves is still known. */
    void delete() throws IOException {
        for (Path file : sorted(folder)) {
            if (isPages(file)) {
                deletePages(file);
            } else if (isOurs(file) && !name(file).equals(LIST)) {
                Files.delete(file);
            }
        }
        if (!listed.isEmpty()) {
            Files.delete(folder.resolve(LIST));
        }
    }

    private static void deletePages(Path pages) throws IOException {
        for (Path page : sorted(pages)) {
            Files.delete(page);
        }
        Files.delete(pages);
    }

    /** Begins a new list. */
    static Writer begin(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        PrivateFile.writeQuickly(list, out -> out.write(TITLE.getBytes(StandardCharsets.UTF_8)));
        return Files.newBufferedWriter(list, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private boolean isOurs(Path file) {
        String name = name(file);
        Matcher unfinished = UNFINISHED.matcher(name);
        String whole = unfinished.matches() ? unfinished.group(1) : name;
        return listed.contains(whole) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isLock(Path file) {
        return name(file).equals(FolderLock.NAME) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** A link with that name may lead anywhere, and is not ours. */
    private boolean isPages(Path file) {
        return name(file).equals(PAGES) && !listed.isEmpty() && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isOurPage(Path file) {
        Matcher unfinished = UNFINISHED.matcher(name(file));
        String whole = unfinished.matches() ? unfinished.group(1) : name(file);
        return PAGE.matcher(whole).matches() && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }
}
