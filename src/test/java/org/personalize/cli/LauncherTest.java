package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script before the packed program, run with a Java that only says in which locale it was started. */
class LauncherTest {

    private static final Path HEAD = Path.of("src/main/launcher/head.sh");
    private static final String AS_FOUND = "as found";

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"${LC_ALL:-" + AS_FOUND + "}\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    private String started(Map<String, String> locale) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", HEAD.toAbsolutePath().toString(), "check");
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("LANG"));
        builder.environment().put("JAVA_HOME", folder.toString());
        builder.environment().putAll(locale);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void withoutALocaleLettersAreRead() throws IOException, InterruptedException {
        assertThat(started(Map.of())).isEqualTo("C.UTF-8");
        assertThat(started(Map.of("LANG", "POSIX"))).isEqualTo("C.UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL", "LC_CTYPE", "LANG"})
    void aLocaleThatTheMachineLacksIsNone(String name) throws IOException, InterruptedException {
        assertThat(started(Map.of(name, "xx_XX.UTF-8"))).isEqualTo("C.UTF-8");
    }

    @Test
    void aLocaleThatIsThereStays() throws IOException, InterruptedException {
        assertThat(started(Map.of("LC_CTYPE", "C.UTF-8"))).isEqualTo(AS_FOUND);
    }

    /** The one in the source folder and the one before the packed program are two files. */
    @Test
    void bothLaunchersChooseTheLocaleAlike() throws IOException {
        assertThat(locale(Path.of("personalize"))).hasSize(2).isEqualTo(locale(HEAD));
    }

    private static List<String> locale(Path script) throws IOException {
        return Files.readAllLines(script).stream()
                .filter(line -> line.contains("letters=") || line.contains("LC_ALL"))
                .toList();
    }
}
