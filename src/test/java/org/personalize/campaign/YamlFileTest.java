package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.InputProblem;

class YamlFileTest {

    private static final long SEED = 20260302;

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void layOut() {
        folder = new Folder(temp);
    }

    @Test
    void aBillionLaughsAreRefusedAtOnce() {
        var laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 15; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]%n"
                    .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(folder.mistakes(laughs.toString()))
                        .containsExactly(
                                "c.yaml:5:10: with all aliases written out the file has more than 20000 values."
                                        + " Move lists of this length into a CSV file."));
    }

    @Test
    void aLevelTooDeepIsRefusedWithoutAStackOverflow() {
        assertThat(folder.mistakes("a: " + "[".repeat(100_000)))
                .containsExactly("c.yaml:1:23: maps and lists lie deeper than 20 levels. Flatten them.");
        assertThat(folder.mistakes("{a: ".repeat(50_000)))
                .containsExactly("c.yaml:1:78: maps and lists lie deeper than 20 levels. Flatten them.");
    }

    @Test
    void anAliasToWhatContainsItIsRefused() {
        assertThat(folder.mistakes("a: &x [*x]"))
                .containsExactly(
                        "c.yaml:1:8: the alias \"*x\" names nothing that is complete before it. Write the value"
                                + " itself, in quotes if it begins with an asterisk.");
    }

    @Test
    void anAliasStandsForItsValue() {
        Campaign read = folder.read("campaign: c\nslots: {a: &a {pick: 2, where: \"item.x\"}, b: *a}");
        assertThat(read.slots()).extracting(Slot::pick).containsExactly(2, 2);
    }

    @Test
    void aLargeFileIsRefusedUnread() {
        byte[] large = new byte[YamlFile.LARGEST_BYTES + 1];
        Arrays.fill(large, (byte) '#');
        assertThat(folder.mistakes(large))
                .containsExactly("c.yaml: the file has more than 1048576 bytes. Such files are a few pages long; is"
                        + " this the file you meant?");
    }

    @Test
    void emptyFilesAndCommentsAloneAreToldAsSuch() {
        List<String> empty = List.of("c.yaml: the file is empty. Begin with campaign: and a name.");
        assertThat(folder.mistakes("")).isEqualTo(empty);
        assertThat(folder.mistakes("# nothing yet\n")).isEqualTo(empty);
        assertThat(folder.mistakes("\uFEFF")).isEqualTo(empty);
        assertThat(folder.mistakes("---\n"))
                .containsExactly(
                        "c.yaml:2:1: expected keys and values, found nothing. Begin with campaign: and a name.");
    }

    @Test
    void aFolderIsNoFile() throws Exception {
        assertThatCode(() -> CampaignFile.read(temp, java.util.Map.of(), java.util.Set.of()))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("this is a folder. Name ");
    }

    @Test
    void aWrongEncodingIsToldWithItsLineAndColumn() {
        byte[] latin = "campaign: c\nsubject: Grüße".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(folder.mistakes(latin))
                .containsExactly("c.yaml:2:12: the file is not valid UTF-8. Save it as UTF-8.");
        byte[] unmarked = "campaign: c".getBytes(StandardCharsets.UTF_16LE);
        assertThat(folder.mistakes(unmarked))
                .containsExactly(
                        "c.yaml:1:2: an invisible character (code 0) does not belong in a campaign file. Save the"
                                + " file as UTF-8.");
    }

    @Test
    void linesEndAsTheyLike() {
        assertThat(folder.mistakes("campaign: c\r\ngoal: fame\r\n"))
                .singleElement()
                .asString()
                .startsWith("c.yaml:2:7:");
        assertThat(folder.mistakes("# 🏕 emoji\ncampaign: c\nsubject: {a: \"🏕🏕\", b: []}"))
                .singleElement()
                .asString()
                .startsWith("c.yaml:3:23:");
    }

    @Test
    void whateverIsWrongItIsTheUsersMistakeAndNeverOurs() {
        Random random = new Random(SEED);
        byte[] sound = Folder.everything().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 600; i++) {
            byte[] changed = changed(sound, random);
            try {
                CampaignFile.read(folder.write("c.yaml", changed), Folder.SIGNED_IN, Folder.ALL);
            } catch (InputProblem e) {
                assertThat(e.getMessage()).as("seed %d, number %d", SEED, i).doesNotContain("hunter2");
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "seed " + SEED + ", number " + i + ":\n" + new String(changed, StandardCharsets.UTF_8), e);
            }
        }
    }

    /** One to four bytes replaced, left out or doubled, of which some are signs that mean something in YAML. */
    private static byte[] changed(byte[] sound, Random random) {
        byte[] signs = ":{}[],&*#?|->%@`\"'\t\n ~!$0\u007f".getBytes(StandardCharsets.US_ASCII);
        byte[] changed = sound.clone();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(changed.length);
            byte sign = random.nextInt(8) == 0 ? (byte) random.nextInt(256) : signs[random.nextInt(signs.length)];
            switch (random.nextInt(3)) {
                case 0 -> changed[at] = sign;
                case 1 -> System.arraycopy(changed, at, changed, Math.max(0, at - 1), changed.length - at);
                default ->
                    System.arraycopy(
                            changed,
                            at,
                            changed,
                            Math.min(at + 3, changed.length),
                            Math.max(0, changed.length - at - 3));
            }
        }
        return changed;
    }
}
