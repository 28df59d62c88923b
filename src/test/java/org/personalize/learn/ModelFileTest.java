package org.personalize.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.learn.Papers.Count;
import org.personalize.measure.Columns;
import org.personalize.problem.InputProblem;
import org.personalize.rhythm.RhythmModel;
import org.personalize.taste.TasteModel;

class ModelFileTest {

    @TempDir
    Path folder;

    private ModelFile file;

    @BeforeEach
    void writeAModel() throws IOException {
        file = ModelFile.in(folder.resolve("models"), "spring");
        file.write(model());
    }

    private static Model model() {
        var buyers = new BuyerModel(
                new String[] {"orders", "days since"},
                new double[] {2, 30},
                new double[] {1.5, 12},
                new double[] {0.4, -0.7},
                -2.1,
                new BuyerScale(new double[] {0.9, 0.1}, new double[] {-2, 1}, new double[] {0.2, -0.1}));
        return new Model(
                RhythmModel.untrained(),
                TasteModel.untrained(),
                Optional.of(buyers),
                Optional.of(SomePapers.of(SomePapers.origin())));
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Model read = file.read();
        assertThat(read.papers()).contains(SomePapers.of(SomePapers.origin()));
        assertThat(read.buyers().orElseThrow().chance(new double[] {5, 10}))
                .isEqualTo(model().buyers().orElseThrow().chance(new double[] {5, 10}));
        byte[] before = Files.readAllBytes(file.path());
        file.write(read);
        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
    }

    @Test
    void itsOwnerAloneMayReadItAndNothingIsLeftBesideIt() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder.resolve("models"))) {
            assertThat(files).containsExactly(file.path());
        }
    }

    /** Every byte is under a checksum or is a length that must fit; so no single change can go unseen. */
    @Test
    void whateverByteIsChangedTheFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        for (int at = 0; at < whole.length; at++) {
            for (int change : new int[] {0x01, 0x80}) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) change;
                Files.write(file.path(), damaged);
                assertRefused("byte " + at + " changed by " + change);
            }
        }
    }

    @Test
    void aFolderInItsPlaceIsNamed() throws IOException {
        Files.delete(file.path());
        Files.createDirectory(file.path());
        assertThatThrownBy(file::read)
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("the model is a folder, and no file");
    }

    @Test
    void aFileCutAnywhereOrGrownIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        for (int length = 0; length < whole.length; length += 1 + length / 50) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            assertRefused("cut to " + length);
        }
        Files.write(file.path(), Arrays.copyOf(whole, whole.length + 1));
        assertRefused("grown by a byte");
    }

    @Test
    void garbageIsRefusedWithoutAskingForMemory() throws IOException {
        long seed = 20_261_121;
        var random = new Random(seed);
        byte[] whole = Files.readAllBytes(file.path());
        for (int round = 0; round < 500; round++) {
            byte[] damaged = whole.clone();
            int from = ModelFile.MAGIC.length + random.nextInt(64);
            for (int at = from; at < Math.min(damaged.length, from + 1 + random.nextInt(40)); at++) {
                damaged[at] = (byte) random.nextInt();
            }
            Files.write(file.path(), damaged);
            if (!Arrays.equals(damaged, whole)) {
                assertRefused("seed " + seed + ", round " + round);
            }
        }
    }

    private void assertRefused(String what) {
        assertThatThrownBy(file::read)
                .as(what)
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("spring.model")
                .hasMessageContaining("Train again");
    }

    @Test
    void aFileOfANewerProgramIsRefusedAsSuch() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        whole[ModelFile.MAGIC.length + 3] = ModelFile.FORMAT + 1;
        Files.write(file.path(), whole);
        assertThatThrownBy(file::read).hasMessageContaining("this program knows formats up to " + ModelFile.FORMAT);
    }

    @Test
    void aFileOfAnEarlierProgramIsRefusedAsSuch() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        whole[ModelFile.MAGIC.length + 3] = 1;
        Files.write(file.path(), whole);
        assertThatThrownBy(file::read).hasMessageContaining("is of an earlier version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "customer_id,email\n1,a@b.example\n", "{}"})
    void aForeignFileIsRefusedAsSuch(String text) throws IOException {
        Files.write(file.path(), text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(file::read)
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("is no model of personalize");
    }

    @Test
    void aFileWithoutWhatThisProgramNeedsIsRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ModelFile.write(new Columns().put("rhythm.other", 1.0), bytes);
        Files.write(file.path(), bytes.toByteArray());
        assertRefused("without its parts");
    }

    @Test
    void everyKindOfArrayComesBackWhole() throws IOException {
        var random = new Random(7);
        var columns = new Columns()
                .put("d", random.doubles(20_000).toArray())
                .put("none", new double[0])
                .put("odd", Double.NaN, Double.NEGATIVE_INFINITY, -0.0)
                .put("f", new float[] {1.5f, -2})
                .put("i", random.ints(40_000).toArray())
                .put("t", "", "ä𝕏\u0000", "x".repeat(100_000));
        var bytes = new ByteArrayOutputStream();
        ModelFile.write(columns, bytes);
        Files.write(file.path(), bytes.toByteArray());
        Columns read = file.columns();
        assertThat(read.doubles("d")).isEqualTo(columns.doubles("d"));
        assertThat(read.doubles("none")).isEmpty();
        assertThat(read.doubles("odd")).isEqualTo(columns.doubles("odd"));
        assertThat(read.floats("f")).isEqualTo(columns.floats("f"));
        assertThat(read.ints("i")).isEqualTo(columns.ints("i"));
        assertThat(read.texts("t")).isEqualTo(columns.texts("t"));
    }

    @Test
    void aLaterClockIsNoChangeUnlessEventsLayInTheFuture() {
        var origin = SomePapers.origin();
        var later = at(SomePapers.NOW.plusSeconds(86_400));
        assertThat(SomePapers.of(origin).areOf(origin)).isTrue();
        assertThat(SomePapers.of(origin).areOf(later)).isTrue();
        assertThat(SomePapers.of(origin, new Count("in_the_future", 1)).areOf(origin))
                .isTrue();
        assertThat(SomePapers.of(origin, new Count("in_the_future", 1)).areOf(later))
                .isFalse();
        assertThat(SomePapers.of(origin).areOf(at(SomePapers.NEWEST.minusSeconds(1))))
                .isFalse();
    }

    private static Papers.Origin at(java.time.Instant now) {
        var same = SomePapers.origin();
        return new Papers.Origin(
                same.campaign(), same.program(), same.java(), now, same.seed(), same.settings(), same.inputs());
    }
}
