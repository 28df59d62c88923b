package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dry runs as real processes, with what only a system can do to them: a signal, and a disk that takes no more. */
@Tag("soak")
class ChildProcessTest {

    private static final int PEOPLE = 20_000;
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private Path previews;

    @BeforeEach
    void open() throws IOException {
        Shop shop = Shop.in(folder);
        var customers = new StringBuilder("customer_id,email,first_name,language,country,opt_in\n");
        for (int i = 0; i < PEOPLE; i++) {
            customers.append("c%d,p%d@one.example,Ann,en,GB,yes\n".formatted(i, i));
        }
        shop.write("customers.csv", customers.toString());
        previews = folder.resolve("previews");
    }

    private Process start(String limits) throws IOException {
        return start(limits, "send", "spring.yaml", "--dry-run", "--previews", "all");
    }

    private Process start(String limits, String... words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of("sh", "-c", limits + "exec \"$@\"", "sh", java, "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Program.class.getName());
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** What is said of one person on a machine that speaks a language. */
    private String explained(String language, String country) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        java,
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        "explain",
                        "spring.yaml",
                        "c1",
                        "--now",
                        "2026-03-02T09:00Z")
                .directory(folder.toFile())
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        assertThat(end(process)).as(Files.readString(folder.resolve("err"))).isZero();
        return Files.readString(said);
    }

    @Test
    void whatIsSaidDoesNotDependOnTheLanguageOfTheMachine() throws IOException, InterruptedException {
        String english = explained("en", "US");
        assertThat(english).contains("1 event");
        assertThat(explained("ar", "EG")).isEqualTo(english);
    }

    @Test
    void anOutputThatCannotBeWrittenIsToldAndAReaderThatLeftIsNot() throws IOException, InterruptedException {
        assertThat(end(start("exec >/dev/full; ", "status", "spring.yaml"))).isEqualTo(ExitCode.DISK);
        assertThat(folder.resolve("err")).content().contains("standard output cannot be written (No space left");
        Process left = start("mkfifo gone; cat gone >/dev/null & exec 3>gone; kill $!; wait; exec >&3; ", "--help");
        assertThat(end(left)).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("err")).content().doesNotContain("cannot be written");
    }

    private int end(Process process) throws InterruptedException {
        boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(hasEnded).as("ended within %d s", PATIENCE_SECONDS).isTrue();
        return process.exitValue();
    }

    /** The files that are there now; one that is given its name at this moment may be missed. */
    private List<String> written() throws IOException {
        var names = new ArrayList<String>();
        Files.walkFileTree(previews, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                names.add(file.getFileName().toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return names;
    }

    private void awaitPreviews(Process process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (written().stream().noneMatch(name -> name.endsWith(".eml")) && System.nanoTime() < deadline) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended too early")
                    .isFalse();
        }
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void anInterruptedDryRunEndsCleanlyAndCanBeRepeated() throws IOException, InterruptedException {
        Process process = start("");
        awaitPreviews(process);
        interrupt(process);

        assertThat(end(process)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(written()).noneMatch(name -> name.endsWith(".part") || name.endsWith("-lock"));
        assertThat(previews.resolve("index.html")).doesNotExist();
        assertThat(new Terminal(folder).type("send", "spring.yaml", "--dry-run", "--previews", "5"))
                .isZero();
    }

    @Test
    void aSecondDryRunIntoTheSameFolderIsToldWhoIsThere() throws IOException, InterruptedException {
        Process first = start("");
        awaitPreviews(first);
        var terminal = new Terminal(folder);

        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("previews").contains("another dry run is writing into this folder");
        interrupt(first);
        assertThat(end(first)).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void aKilledDryRunBlocksNobody() throws IOException, InterruptedException {
        Process process = start("");
        awaitPreviews(process);
        process.destroyForcibly();
        end(process);

        assertThat(written()).contains(".personalize-lock");
        assertThat(new Terminal(folder).type("send", "spring.yaml", "--dry-run", "--previews", "5"))
                .isZero();
        assertThat(written()).doesNotContain(".personalize-lock");
    }

    /** A file may hold 512 blocks of 512 or 1,024 bytes: no preview is so large, but the manifest of all of them is. */
    @Test
    void aDiskThatTakesNoMoreIsNamedWithTheFile() throws IOException, InterruptedException {
        Process process = start("trap '' XFSZ; ulimit -f 512; ");

        assertThat(end(process)).isEqualTo(ExitCode.DISK);
        assertThat(Files.readString(folder.resolve("err"))).contains("previews/");
        assertThat(written()).noneMatch(name -> name.endsWith(".part"));
    }
}
