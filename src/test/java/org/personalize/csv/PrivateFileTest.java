package org.personalize.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.InputProblem;

class PrivateFileTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        PrivateFile.folder(folder.resolve("a/b"));
        PrivateFile.write(folder.resolve("a/b/c.csv"), "text");
        assertThat(rights("a")).isEqualTo("rwx------");
        assertThat(rights("a/b/c.csv")).isEqualTo("rw-------");
        assertThat(folder.resolve("a/b/c.csv")).hasContent("text");
    }

    @Test
    void anOlderFileOfOtherRightsIsReplaced() throws IOException {
        Files.writeString(folder.resolve("c.csv"), "old");
        PrivateFile.writeQuickly(folder.resolve("c.csv"), out -> out.write('n'));
        assertThat(rights("c.csv")).isEqualTo("rw-------");
        assertThat(folder.resolve("c.csv")).hasContent("n");
    }

    @Test
    void whenWritingFailsTheOldFileStaysAndNothingIsLeftBeside() throws IOException {
        Path target = folder.resolve("c.csv");
        PrivateFile.write(target, "old");
        assertThatThrownBy(() -> PrivateFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(target + ": disk full");
        assertThat(target).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void aLinkStaysOneAndItsFileIsWritten() throws IOException {
        Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("real.csv"));
        PrivateFile.write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("real.csv")).hasContent("new");
    }

    @Test
    void aPipeIsWrittenInto() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path copy = folder.resolve("copy");
        Process reader = new ProcessBuilder("cat", pipe.toString())
                .redirectOutput(copy.toFile())
                .start();
        PrivateFile.write(pipe, "through");
        assertThat(reader.waitFor()).isZero();
        assertThat(copy).hasContent("through");
        assertThat(Files.isRegularFile(pipe)).isFalse();
    }

    @Test
    void aMissingFolderIsNamedAndNotTheHiddenFile() {
        Path target = folder.resolve("none/c.csv");
        assertThatThrownBy(() -> PrivateFile.write(target, "text"))
                .isInstanceOf(InputProblem.class)
                .hasMessage(target + ": expected a folder to write the file into, found no " + folder.resolve("none")
                        + ". Make that folder, or name another place.");
        assertThat(folder).isEmptyDirectory();
    }

    private String rights(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
