package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.InputProblem;

class SecretKeyTest {

    @TempDir
    Path temp;

    private Path file;

    @BeforeEach
    void name() {
        file = temp.resolve("personalize.key");
    }

    private String nameOf(SecretKey key) {
        return new KeyedHash(key).messageId("c", "", "p");
    }

    @Test
    void aKeyIsMadeOnceForItsOwnerAlone() throws IOException {
        SecretKey made = SecretKey.readOrCreate(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(nameOf(SecretKey.readOrCreate(file))).isEqualTo(nameOf(made));
        assertThat(nameOf(SecretKey.read(file))).isEqualTo(nameOf(made));
        assertThat(temp.toFile().list()).containsExactly("personalize.key");
    }

    @Test
    void twoWorkspacesHaveTwoKeys() throws IOException {
        assertThat(nameOf(SecretKey.readOrCreate(file)))
                .isNotEqualTo(nameOf(SecretKey.readOrCreate(temp.resolve("b"))));
    }

    @Test
    void readingMakesNoKey() {
        assertThatThrownBy(() -> SecretKey.read(file))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("there is no key file");
        assertThat(file).doesNotExist();
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        SecretKey.readOrCreate(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SecretKey.read(file))
                .hasMessage(file + ": others may use this key (rw-r--r--). Run chmod 600 " + file + ".");
    }

    @Test
    void aForeignFileIsRefusedWithoutBeingShown() throws IOException {
        Files.writeString(file, "hunter2");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> SecretKey.read(file))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("hexadecimal")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aKeyPrintsNothingOfItself() throws IOException {
        SecretKey key = SecretKey.readOrCreate(file);
        assertThat(key).hasToString("SecretKey[hidden]");
    }

    @Test
    void thePreviewKeyIsTheSameEverywhere() {
        assertThat(nameOf(SecretKey.preview())).isEqualTo("b3qeppaymqaemsf462xfxpdnhg4xzx6g");
    }
}
