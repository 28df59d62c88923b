package org.personalize.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Nearest;
import org.personalize.problem.Place;
import org.personalize.problem.Unreadable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One YAML file on disk.
 *
 * @param shownAs how messages name it: as the user did
 * @param meant what kind of file it should be
 */
record YamlFile(Path path, String shownAs, String meant) {

    static final int LARGEST_BYTES = 1 << 20;

    YamlFile(Path path, String shownAs) {
        this(path, shownAs, "a campaign file, such as spring-sale.yaml");
    }

    /** Reads the file; its top is a map. */
    Node.Mapping read() {
        String text = YamlText.of(bytes(), shownAs);
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new InputProblem(Place.file(shownAs), "this is no file", "Name " + meant + ".");
        }
        var settings = LoadSettings.builder().setLabel(shownAs).build();
        try {
            var events = new Parse(settings).parseString(text).iterator();
            return new YamlTree(events, shownAs, folder).read();
        } catch (MarkedYamlEngineException e) {
            throw new InputProblem(YamlMistake.of(e, shownAs, text));
        } catch (YamlEngineException e) {
            throw new InputProblem(Place.file(shownAs), "this is not valid YAML", "Write it again in an editor.");
        }
    }

    /** Whether the file names a key at its top, as far as that can be seen where it is not valid YAML. */
    boolean hasLine(String key) {
        try {
            return YamlText.of(bytes(), shownAs).lines().anyMatch(line -> line.startsWith(key + ":"));
        } catch (InputProblem e) {
            return false;
        }
    }

    private byte[] bytes() {
        if (Files.isDirectory(path)) {
            throw new InputProblem(Place.file(shownAs), "this is a folder", "Name " + meant + ".");
        }
        if (!Files.isRegularFile(path)) {
            throw new InputProblem(Place.file(shownAs), "there is no such file", remedy());
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw new InputProblem(
                        Place.file(shownAs),
                        "the file has more than " + LARGEST_BYTES + " bytes",
                        "Such files are a few pages long; is this the file you meant?");
            }
            return bytes;
        } catch (IOException e) {
            throw Unreadable.of(Place.file(shownAs), e);
        }
    }

    private String remedy() {
        String name = String.valueOf(path.getFileName());
        return Nearest.to(name, neighbours())
                .map(near -> "Did you mean " + near + "?")
                .orElse("Name " + meant + ".");
    }

    private List<String> neighbours() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> f.endsWith(".yaml") || f.endsWith(".yml"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            return List.of();
        }
    }
}
