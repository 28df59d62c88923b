package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitIndexTest {

    @TempDir
    Path folder;

    @Test
    void everyTrackedFileIsFoundFromAFolderWithin() throws IOException {
        var names = List.of("a.csv", "data/customers.csv", "data/customers2.csv", "mails/ü.ftlh");
        Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(folder.resolve("data"));
        for (int version = 2; version <= 4; version++) {
            Files.write(folder.resolve(".git/index"), index(version, names));

            assertThat(GitIndex.tracked(folder.resolve("data")))
                    .containsExactlyElementsOf(
                            names.stream().map(folder::resolve).toList());
        }
    }

    @Test
    void aFurtherWorkTreeSaysWhereItsIndexIs() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.write(folder.resolve("elsewhere/index"), index(2, List.of("a.csv")));
        Files.writeString(folder.resolve(".git"), "gitdir: " + folder.resolve("elsewhere") + "\n");

        assertThat(GitIndex.tracked(folder)).containsExactly(folder.resolve("a.csv"));
    }

    @Test
    void whatCannotBeReadIsAsIfThereWereNoGit() throws IOException {
        Files.writeString(folder.resolve(".git"), "nonsense");
        assertThat(GitIndex.tracked(folder)).isEmpty();
        Files.writeString(folder.resolve(".git"), "gitdir: .");
        byte[] whole = index(4, List.of("a.csv", "b.csv"));
        for (int length = 0; length < whole.length; length++) {
            Files.write(folder.resolve("index"), java.util.Arrays.copyOf(whole, length));
            assertThat(GitIndex.tracked(folder).size()).isLessThanOrEqualTo(2);
        }
    }

    /** An index as git writes it, without what nobody reads here. */
    static byte[] index(int version, List<String> names) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("DIRC".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(
                ByteBuffer.allocate(8).putInt(version).putInt(names.size()).array());
        byte[] previous = new byte[0];
        for (String text : names) {
            byte[] name = text.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(new byte[60]);
            boolean isExtended = version == 3;
            out.writeBytes(ByteBuffer.allocate(2)
                    .putShort((short) (name.length | (isExtended ? 0x4000 : 0)))
                    .array());
            out.writeBytes(new byte[isExtended ? 2 : 0]);
            int fixed = isExtended ? 64 : 62;
            if (version == 4) {
                int same = java.util.Arrays.mismatch(previous, name);
                out.write(previous.length - same);
                out.write(name, same, name.length - same);
                out.write(0);
            } else {
                out.writeBytes(name);
                out.writeBytes(new byte[8 - (fixed + name.length) % 8]);
            }
            previous = name;
        }
        out.writeBytes(new byte[20]);
        return out.toByteArray();
    }
}
