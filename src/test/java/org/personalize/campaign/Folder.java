package org.personalize.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.personalize.problem.InputProblem;

/** A folder with campaign files in it, and what reading them says. */
record Folder(Path path) {

    static final Set<Demand> ALL = EnumSet.allOf(Demand.class);
    static final Map<String, String> SIGNED_IN = Map.of("SMTP_USER", "ann", "SMTP_PASSWORD", "hunter2");

    static String everything() {
        return resource("everything.yaml");
    }

    static String resource(String name) {
        try (var in = Folder.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Campaign read(String yaml, Demand... demands) {
        Path file = write("c.yaml", yaml);
        return CampaignFile.read(file, SIGNED_IN, Set.of(demands));
    }

    /** What is said of a file, without the folder's own name; nothing when the file is right. */
    List<String> mistakes(String yaml, Demand... demands) {
        return mistakes(yaml.getBytes(StandardCharsets.UTF_8), demands);
    }

    List<String> mistakes(byte[] yaml, Demand... demands) {
        Path file = write("c.yaml", yaml);
        try {
            CampaignFile.read(file, SIGNED_IN, Set.of(demands));
            return List.of();
        } catch (InputProblem e) {
            return e.problems().stream()
                    .map(p -> p.toString().replace(path + "/", ""))
                    .toList();
        }
    }
}
