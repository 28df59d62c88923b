package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.personalize.plan.Reason;

class MergingTest extends WithSegments {

    private static final int NIGHTS = 50;

    private long fresh;

    private final Taking.Witness witness = new Taking.Witness() {
        @Override
        public void saw(String event, String kind, boolean isLinked, boolean isNew) {
            fresh += isNew ? 1 : 0;
        }

        @Override
        public void suppressed(Reason reason) {}
    };

    private void take(boolean isMerged, long... keys) throws IOException, Occupied {
        try (Ledger ledger = place.open();
                Taking taking = ledger.segments(folder).take("me", witness, Sample.NINE)) {
            for (long key : keys) {
                taking.add(new KeptEvent(key * 0x9E3779B97F4A7C15L, key / 3)
                        .with(Field.EVENT, "open")
                        .with(Field.MAILBOX, "p" + key + "@one.example"));
            }
            taking.keep();
            if (isMerged) {
                taking.merge();
            }
        }
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
        assertThat(fresh).isEqualTo(nights().size());
        take(true, 1, 2, 3);
        assertThat(fresh).as("what lies in a merged file is known").isEqualTo(nights().size());
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
            sql("CREATE TRIGGER full BEFORE " + step + " ON segment BEGIN SELECT RAISE(ABORT, 'full'); END");
            long key = 1_000_000L + step.charAt(0);
            assertThatThrownBy(() -> take(true, key)).isInstanceOf(IOException.class);
            assertThat(kept()).as(step).containsAll(nights());
            sql("DROP TRIGGER full");
        }
        long orphans = files() - NIGHTS - 2;
        assertThat(orphans).as("written, but never came to count").isEqualTo(1);
        take(true, 2_000_000);
        take(true, 2_000_001);
        assertThat(files()).isEqualTo(2);
        assertThat(kept()).startsWith(nights().toArray(String[]::new)).hasSize(nights().size() + 4);
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

    @Test
    void onlyFilesThatFitIntoOneAreMerged() {
        int half = EventBatch.MOST_EVENTS / 2;
        assertThat(events(Merging.runs(listed(half, half, half, half, half, half, half, half, half))))
                .isEmpty();
        assertThat(events(Merging.runs(listed(half, half, 1, 1, 1, 1, 1, 1, 1, 1, half, half, half))))
                .containsExactly(List.of(1, 1, 1, 1, 1, 1, 1, 1, half));
        assertThat(events(Merging.runs(listed(1, 1, 1, 1, 1, 1, 1)))).isEmpty();
        assertThat(Merging.runs(List.of())).isEmpty();
    }

    private static List<SegmentTable.Listed> listed(int... events) {
        var listed = new ArrayList<SegmentTable.Listed>();
        for (int count : events) {
            listed.add(new SegmentTable.Listed(listed.size(), "name", count, "", count, 0, 0));
        }
        return listed;
    }

    private static List<List<Integer>> events(List<List<SegmentTable.Listed>> runs) {
        return runs.stream()
                .map(run -> run.stream().map(SegmentTable.Listed::events).toList())
                .toList();
    }
}
