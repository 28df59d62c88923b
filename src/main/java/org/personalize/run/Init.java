package org.personalize.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** Lays out a workspace that works at once: campaigns, templates, small data, pictures and what git must not see. */
public final class Init {

    private static final String CONTENT = "workspace";

    /** Text files in which the repository's own paths stand. */
    private static final String CAMPAIGN_FILE = ".yaml";

    private static final String GIT_IGNORE =
            """
            # People's data, keys and what was done with them stay out of version control.
            /data/
            *.csv
            *.csv.gz
            personalize.db*
            personalize.key*
            models/
            previews/
            rejects.csv
            """;

    private Init() {}

    /** Gives back the files that were laid out, relative to the folder, in the order of their names. */
    public static List<Path> layOut(Path folder) {
        refuseWhatIsThere(folder);
        try {
            Map<String, byte[]> files = new TreeMap<>(content());
            files.put(".gitignore", GIT_IGNORE.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(folder.resolve(file.getKey()), file.getValue());
            }
            return files.keySet().stream().map(Path::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
                        "expected a new or empty folder, found files in it",
                        "Name another folder; nothing is overwritten.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
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

    private static byte[] adapted(String name, byte[] bytes) {
        return name.endsWith(CAMPAIGN_FILE)
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replace("../templates/", "templates/")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes;
    }
}
