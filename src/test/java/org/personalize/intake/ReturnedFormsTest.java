package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mails in the forms in which mailers of many makes write them, each beside what it says; {@code told.txt} has a line for each. */
class ReturnedFormsTest {

    private static Path folder() throws URISyntaxException {
        return Path.of(ReturnedFormsTest.class.getResource("returned-mail").toURI());
    }

    private static Map<String, String> expected() throws IOException, URISyntaxException {
        try (Stream<String> lines = Files.lines(folder().resolve("told.txt"))) {
            return lines.map(line -> line.split(":", 2))
                    .collect(Collectors.toMap(two -> two[0], two -> two[1].strip(), (a, b) -> a, TreeMap::new));
        }
    }

    private static String told(Path mail) {
        try {
            return Taken.of(Files.readAllBytes(mail), null).told().stream()
                    .map(line -> line.substring("1 ".length()))
                    .collect(Collectors.joining(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyFormIsUnderstood() throws IOException, URISyntaxException {
        Map<String, String> found;
        try (Stream<Path> files = Files.list(folder())) {
            found = files.filter(file -> file.toString().endsWith(".eml"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".eml", ""),
                            ReturnedFormsTest::told,
                            (a, b) -> a,
                            TreeMap::new));
        }
        assertThat(found).isEqualTo(expected());
    }
}
