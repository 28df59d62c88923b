package org.personalize.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.personalize.csv.PrivateFile;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Lays out a workspace that works at once: campaigns, templates, small data, pictures and what git must not see. */
public final class Init {

    private static final String CONTENT = "workspace";

    /** Text files in which the repository's own paths stand. */
    private static final String CAMPAIGN_FILE = ".yaml";

    private static final String ABOUT = "README.md";
    private static final String HOW_TO_MAKE_IT = "## Making it again";

    private static final String GIT_IGNORE = """
            # People's data, keys and what was done with them stay out of version control.
            /data/
            *.csv
            *.csv.gz
            *.log
            plan*.json
            personalize.db*
            personalize.key*
            models/
            previews/
            """;

    private Init() {}

    /** Looks at exports and says what they most likely are; nothing is written. */
    public static FirstLook look(List<Path> exports, Path folder, StopSignal stop) throws IOException {
        return Heard.of(
                stop,
                () -> new FirstLook(
                        ExportGuess.of(exports.stream().map(Export::look).toList()), folder));
    }

    /** Lays out a workspace over somebody's own exports, with a comment on every guess. */
    public static List<Path> layOut(FirstLook look) {
        refuseWhatIsThere(look.folder());
        try {
            var first = new FirstCampaign(look);
            var templates = new FirstTemplates(look);
            Map<String, byte[]> files = new TreeMap<>();
            content().forEach((name, bytes) -> {
                if (name.startsWith("templates/shared/")) {
                    files.put(name, bytes(templates.own(new String(bytes, StandardCharsets.UTF_8))));
                } else if (name.startsWith("unsubscribe/")) {
                    files.put(name, bytes);
                }
            });
            files.put("templates/first-mail.ftlh", bytes(templates.own(firstTemplate())));
            files.put("personalize.yaml", bytes(first.workspaceFile()));
            files.put("first-mail.yaml", bytes(first.campaignFile()));
            first.mappings().forEach((name, text) -> files.put(name, bytes(text)));
            return written(look.folder(), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstTemplate() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Init.class.getResourceAsStream("first-mail.ftlh"), "packed template")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Gives back the files that were laid out, relative to the folder, in the order of their names. */
    public static List<Path> layOut(Path folder) {
        refuseWhatIsThere(folder);
        try {
            return written(folder, content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all of it, or nothing. */
    private static List<Path> written(Path folder, Map<String, byte[]> content) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(content);
        files.put(".gitignore", bytes(GIT_IGNORE));
        files.keySet().removeIf(name -> Files.exists(folder.resolve(name)));
        boolean isNew = !Files.exists(folder);
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            takeBack(folder, files.keySet(), isNew);
            // A full disk is reported without a name.
            throw e instanceof FileSystemException named
                    ? named
                    : new FileSystemException(folder.toString(), null, e.getMessage());
        }
        return files.keySet().stream().map(Path::of).toList();
    }

    private static void takeBack(Path folder, Set<String> names, boolean isNew) {
        for (String name : names) {
            for (Path at = folder.resolve(name); at != null && !at.equals(folder); at = at.getParent()) {
                removeIfPossible(at);
            }
        }
        if (isNew) {
            removeIfPossible(folder);
        }
    }

    private static void removeIfPossible(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A folder that still holds something; or the same fault again, which is told.
        }
    }

    private static void refuseWhatIsThere(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            boolean isForeign = inside.anyMatch(p -> !Set.of(".git", "README.md", "LICENSE")
                    .contains(Objects.requireNonNull(p.getFileName()).toString()));
            if (isForeign) {
                throw new InputProblem(
                        Place.file(folder.toString()),
                        "expected a new or empty folder, found "
                                + (Files.isDirectory(folder) ? "files in it" : "a file"),
                        "Name another folder; nothing is overwritten.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Data of people are for their owner only; templates and campaigns are for the team. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        String name = file.toString();
        if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            PrivateFile.writeQuickly(file, out -> out.write(bytes));
        } else {
            Files.write(file, bytes);
        }
    }

    /** What is packed into the program, name to bytes; a campaign's templates lie beside it, not above it. */
    private static Map<String, byte[]> content() throws IOException {
        URL packed = Objects.requireNonNull(Init.class.getResource(CONTENT + "/personalize.yaml"), "packed workspace");
        try {
            URI uri = packed.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Objects.requireNonNull(Path.of(uri).getParent()));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath("/", Init.class.getPackageName().replace('.', '/'), CONTENT));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> read(Path root) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String name = root.relativize(file).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(file)) {
                    files.put(name, adapted(name, in.readAllBytes()));
                }
            }
        }
        return files;
    }

    /** In the repository the sample lies in a folder of its own, beside what makes it. */
    private static byte[] adapted(String name, byte[] bytes) {
        if (!name.endsWith(CAMPAIGN_FILE) && !name.equals(ABOUT)) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8)
                .replace("../templates/", "templates/")
                .replace("./personalize send sample-data/", "personalize send ");
        int making = text.indexOf(HOW_TO_MAKE_IT);
        return bytes(making < 0 ? text : text.substring(0, making).stripTrailing() + '\n');
    }
}
