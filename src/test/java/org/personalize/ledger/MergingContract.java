package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many small files of events become few, whatever keeps the ledger. */
abstract class MergingContract {

    private static final int NIGHTS = 50;

    @TempDir
    Path folder;

    private Place place;

    /** A place of its own for each test. */
    abstract Place place() throws IOException;

    /** Lets the ledger refuse a statement on the list of segments, such as DELETE, until {@link #recover}. */
    abstract void refuse(Place inPlace, String statement) throws Exception;

    abstract void recover(Place inPlace) throws Exception;

    @BeforeEach
    void make() throws IOException {
        place = place();
    }

    @AfterEach
    void close() throws IOException {
        place.close();
    }

    private final FreshEvents fresh = new FreshEvents();

    private void take(boolean isMerged, long... keys) throws IOException, Occupied {
        try (Ledger ledger = place.open();
                Taking taking = ledger.segments(folder).take("me", fresh, Sample.NINE)) {
            for (long key : keys) {
                taking.add(event(key));
            }
            taking.keep();
            if (isMerged) {
                taking.merge();
            }
        }
    }

    private static KeptEvent event(long key) {
        return new KeptEvent(key * 0x9E3779B97F4A7C15L, key / 3)
                .with(Field.EVENT, "open")
                .with(Field.MAILBOX, "p" + key + "@one.example");
    }

    /** Every event is told two nights in a row. */
    private void takeNights(boolean isMerged) throws IOException, Occupied {
        for (long night = 0; night < NIGHTS; night++) {
            take(isMerged, LongStream.range(10 * night, 10 * night + 20).toArray());
        }
    }

    private List<String> kept() throws IOException {
        var kept = new ArrayList<String>();
        try (Ledger ledger = Ledger.openExisting(place.address()).orElseThrow()) {
            ledger.segments(folder).each(segment -> {
                for (int i = 0; i < segment.size(); i++) {
                    kept.add(segment.second(i) + " " + segment.text(Field.MAILBOX, i));
                }
            });
        }
        return kept;
    }

    private static List<String> nights() {
        return LongStream.range(0, 10 * NIGHTS + 10)
                .mapToObj(key -> key / 3 + " p" + key + "@one.example")
                .toList();
    }

    private long files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".events")).count();
        }
    }

    @Test
    void manyNightsStayFewFilesAndNoEventIsLostDoubledOrMoved() throws Exception {
        takeNights(true);
        assertThat(kept()).isEqualTo(nights());
        assertThat(fresh.number()).isEqualTo(nights().size());
        take(true, 1, 2, 3);
        assertThat(fresh.number()).as("what lies in a merged file is known").isEqualTo(nights().size());
        assertThat(files()).isLessThan(Merging.FEWEST_FILES);
    }

    @Test
    void manyFilesOfAnOlderProgramBecomeOneAtOnce() throws Exception {
        takeNights(false);
        assertThat(files()).isEqualTo(NIGHTS);
        take(true, 1_000_000);
        assertThat(files()).as("whoever reads may still need the old ones").isEqualTo(NIGHTS + 2);
        take(true, 1_000_001);
        assertThat(files()).isEqualTo(2);
        assertThat(kept()).startsWith(nights().toArray(String[]::new)).hasSize(nights().size() + 2);
    }

    @Test
    void whereNothingIsAddedNothingIsMerged() throws Exception {
        takeNights(false);
        String before = state();
        take(true, 1);
        assertThat(state()).isEqualTo(before);
        assertThat(files()).isEqualTo(NIGHTS);
    }

    private String state() throws IOException {
        try (Ledger ledger = Ledger.openExisting(place.address()).orElseThrow()) {
            return ledger.segments(folder).state();
        }
    }

    @Test
    void whereverItFailsAllEventsAreReadAndTheNextTimeTheyAreMerged() throws Exception {
        takeNights(false);
        for (String step : List.of("DELETE", "UPDATE")) {
            refuse(place, step);
            long key = 1_000_000L + step.charAt(0);
            assertThatThrownBy(() -> take(true, key)).isInstanceOf(IOException.class);
            assertThat(kept()).as(step).containsAll(nights());
            recover(place);
        }
        long orphans = files() - NIGHTS - 2;
        assertThat(orphans).as("written, but never came to count").isEqualTo(1);
        take(true, 2_000_000);
        take(true, 2_000_001);
        assertThat(files()).isEqualTo(2);
        assertThat(kept()).startsWith(nights().toArray(String[]::new)).hasSize(nights().size() + 4);
    }

    @Test
    void whereTheMergedFileCannotBeWrittenAllEventsAreReadAndTheNextTimeTheyAreMerged(@TempDir Path copy)
            throws Exception {
        takeNights(false);
        try (Ledger ledger = place.open();
                Taking taking = ledger.segments(folder).take("me", fresh, Sample.NINE)) {
            taking.add(event(1_000_000));
            taking.keep();
            Path merged = folder.resolve(mergedName(((SqlLedger) ledger).connections(), copy));
            Path inTheWay = Files.createDirectories(merged.resolve("in the way"));
            assertThatThrownBy(taking::merge)
                    .hasMessageContaining(merged.getFileName().toString());
            Files.delete(inTheWay);
            Files.delete(merged);
        }
        assertThat(kept()).startsWith(nights().toArray(String[]::new)).hasSize(nights().size() + 1);
        take(true, 2_000_000);
        take(true, 2_000_001);
        assertThat(files()).isEqualTo(2);
        assertThat(kept()).startsWith(nights().toArray(String[]::new)).hasSize(nights().size() + 3);
        try (var all = Files.list(folder)) {
            assertThat(all.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    /** What the file will be called that all files become: its name tells its content. */
    private String mergedName(Connections connections, Path copy) throws IOException {
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        List<SegmentTable.Listed> run =
                Merging.runs(connections.read(SegmentTable::all)).get(0);
        return Merging.write(run, new SegmentFolder(copy)).name();
    }

    @Test
    void aDamagedFileIsNotMergedButNamed() throws Exception {
        takeNights(false);
        try (var all = Files.list(folder)) {
            Path file = all.filter(one -> one.toString().endsWith(".events"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            assertThatThrownBy(() -> take(true, 1_000_000))
                    .hasMessageContaining(file.getFileName().toString());
        }
    }
}
