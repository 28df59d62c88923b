package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two machines with a folder each share a ledger on a server. */
class SharedSegmentsTest {

    @TempDir
    Path here;

    @TempDir
    Path there;

    private PostgresPlace place;

    private final FreshEvents fresh = new FreshEvents();

    @BeforeEach
    void make() throws IOException {
        place = PostgresPlace.make();
    }

    @AfterEach
    void close() throws IOException {
        place.close();
    }

    private void take(Path folder, long... keys) throws IOException, Occupied {
        try (Ledger ledger = place.open();
                Taking taking = ledger.segments(folder).take("me", fresh, Sample.NINE)) {
            for (long key : keys) {
                taking.add(new KeptEvent(key, key).with(Field.EVENT, "open"));
            }
            taking.keep();
            taking.merge();
        }
    }

    private List<Long> kept(Path folder) throws IOException {
        List<Long> kept = new ArrayList<>();
        try (Ledger ledger = Ledger.openExisting(place.address()).orElseThrow()) {
            ledger.segments(folder).each(segment -> {
                for (int event = 0; event < segment.size(); event++) {
                    kept.add(segment.second(event));
                }
            });
        }
        return kept;
    }

    /** As an older program made it. */
    private void forgetCopies() throws IOException {
        PostgresPlace.run("DROP TABLE " + place.schema() + ".segment_copy");
        PostgresPlace.run("UPDATE " + place.schema() + ".meta SET value = '5' WHERE name = 'version'");
    }

    private static void empty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void whatOneMachineTakesInTheOtherReads() throws Exception {
        take(here, 1, 2);
        assertThat(kept(there)).containsExactly(1L, 2L);
        assertThat(kept(there.resolve("not made yet"))).containsExactly(1L, 2L);
    }

    @Test
    void whatOneMachineTookInIsKnownToTheOther() throws Exception {
        take(here, 1, 2);
        take(there, 2, 3);
        assertThat(fresh.number()).isEqualTo(3);
        assertThat(kept(here)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatOneMachineMergesTheOtherReadsMerged() throws Exception {
        for (long night = 1; night <= Merging.FEWEST_FILES; night++) {
            take(night % 2 == 0 ? here : there, night);
        }
        empty(there);

        assertThat(kept(there)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        try (var files = Files.list(there)) {
            assertThat(files).hasSize(1);
        }
        PostgresPlace.run("CREATE UNIQUE INDEX only_one ON " + place.schema() + ".segment_copy ((true))");
    }

    @Test
    void whatAnOlderProgramTookInIsBroughtByTheNextTakingInOfItsMachine() throws Exception {
        take(here, 1, 2);
        forgetCopies();
        assertThatThrownBy(() -> kept(there)).hasMessageContaining("its next ingest brings it here");
        take(here, 2);
        assertThat(kept(there)).containsExactly(1L, 2L);
    }

    @Test
    void aDamagedCopyIsNamedAndNotLaidDown() throws Exception {
        take(here, 1, 2);
        PostgresPlace.run("UPDATE " + place.schema() + ".segment_copy SET bytes = set_byte(bytes, 20, 255)");
        assertThatThrownBy(() -> kept(there)).hasMessageContaining("is damaged");
        assertThat(there).isEmptyDirectory();
        assertThat(kept(here)).containsExactly(1L, 2L);
    }

    @Test
    void aHalfCopiedFileIsWrittenAnew() throws Exception {
        take(here, 1, 2);
        kept(there);
        try (var files = Files.list(there)) {
            Files.writeString(files.findFirst().orElseThrow(), "half");
        }
        assertThat(kept(there)).containsExactly(1L, 2L);
    }
}
