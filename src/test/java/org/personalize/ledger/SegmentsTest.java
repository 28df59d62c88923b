package org.personalize.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.personalize.audience.Mailbox;
import org.personalize.plan.Reason;

class SegmentsTest extends WithSegments {

    private static final Mailbox ANN = new Mailbox("ann", "one.example");

    private final List<String> seen = new ArrayList<>();

    private final Taking.Witness witness = new Taking.Witness() {
        @Override
        public void saw(String event, String kind, boolean isLinked, boolean isNew) {
            seen.add(event + (isNew ? " new" : " known"));
        }

        @Override
        public void suppressed(Reason reason) {
            seen.add(reason.word());
        }
    };

    private static KeptEvent event(long key, long second, String name) {
        return new KeptEvent(key, second).with(Field.EVENT, name).with(Field.MAILBOX, "p" + key + "@one.example");
    }

    private void take(KeptEvent... events) throws IOException, Occupied {
        try (Ledger ledger = place.open();
                Taking taking = ledger.segments(folder).take("me", witness, Sample.NINE)) {
            for (KeptEvent event : events) {
                taking.add(event);
            }
            taking.keep();
        }
    }

    private List<String> kept() throws IOException {
        var kept = new ArrayList<String>();
        try (Ledger ledger = Ledger.openExisting(place.address()).orElseThrow()) {
            ledger.segments(folder).each(segment -> {
                for (int i = 0; i < segment.size(); i++) {
                    kept.add(segment.second(i) + " " + segment.text(Field.EVENT, i) + " "
                            + segment.text(Field.MAILBOX, i) + segment.text(Field.CAMPAIGN, i));
                }
            });
        }
        return kept;
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".events"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsTakenInIsReadInTheOrderOfTime() throws Exception {
        take(event(3, 30, "click"), event(1, 10, "open"), event(2, KeptEvent.NO_SECOND, "bounce"));
        take(event(4, 5, "open"));
        assertThat(kept())
                .containsExactly(
                        "-1 bounce p2@one.example",
                        "10 open p1@one.example",
                        "30 click p3@one.example",
                        "5 open p4@one.example");
        assertThat(files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void whatIsToldAgainIsKnown() throws Exception {
        take(event(1, 10, "open"), event(2, 20, "click"), event(2, 20, "click"));
        take(event(2, 20, "click"), event(3, 30, "click"), event(1, 10, "open"));
        assertThat(seen)
                .containsExactly("open new", "click new", "click known", "click known", "click new", "open known");
        assertThat(kept()).hasSize(3);
    }

    @Test
    void nothingNewMakesNoFile() throws Exception {
        take(event(1, 10, "open"));
        take(event(1, 10, "open"));
        take();
        assertThat(files()).hasSize(1);
    }

    @Test
    void aDamagedOrMissingFileIsNamedWithAWayOut() throws Exception {
        take(event(1, 10, "open"));
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int damaged = 0; damaged < whole.length; damaged += 7) {
            byte[] bytes = whole.clone();
            bytes[damaged] ^= 1;
            Files.write(file, bytes);
            assertThatThrownBy(this::kept).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
        }
        Files.delete(file);
        assertThatThrownBy(this::kept)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining("missing")
                .hasMessageContaining("Restore it");
    }

    @Test
    void whereverItFailsNothingIsHalfKeptAndTheNextTimeAllIs() throws Exception {
        take(event(1, 10, "open"));
        for (String table : List.of("segment", "suppression")) {
            sql("CREATE TRIGGER full BEFORE INSERT ON " + table + " BEGIN SELECT RAISE(ABORT, 'full'); END");
            long key = table.length();
            assertThatThrownBy(() -> takeAndSuppress(event(key, 50, "complaint")))
                    .isInstanceOf(IOException.class);
            assertThat(kept()).as(table).hasSize(table.equals("segment") ? 1 : 2);
            assertThat(files()).as("an orphan that nobody reads").hasSize(kept().size() + 1);
            sql("DROP TRIGGER full");
            take(event(1, 10, "open"));
            assertThat(files()).as("the orphan is removed").hasSize(kept().size());
            takeAndSuppress(event(key, 50, "complaint"));
            assertThat(kept()).contains("50 complaint p" + key + "@one.example");
        }
        try (Ledger ledger = place.open()) {
            var suppressed = new TreeMap<String, Reason>();
            ledger.suppressions(one -> suppressed.put(one.mailbox(), one.reason()));
            assertThat(suppressed).containsOnly(java.util.Map.entry("ann@one.example", Reason.COMPLAINED));
        }
    }

    private void takeAndSuppress(KeptEvent event) throws IOException, Occupied {
        try (Ledger ledger = place.open();
                Taking taking = ledger.segments(folder).take("me", witness, Sample.NINE)) {
            taking.add(event);
            taking.suppress(ANN, "ann", Reason.COMPLAINED);
            taking.keep();
        }
    }

    @Test
    void aSuppressionThatSomebodyTookBackStaysSoUntilSomethingNewIsToldOfHim() throws Exception {
        takeAndSuppress(event(1, 10, "complaint"));
        try (Ledger ledger = place.open()) {
            assertThat(ledger.lift(ANN, Sample.NINE)).isEqualTo(1);
        }
        seen.clear();
        takeAndSuppress(event(1, 10, "complaint"));
        assertThat(seen).containsExactly("complaint known");
        takeAndSuppress(event(2, 20, "complaint"));
        assertThat(seen).containsExactly("complaint known", "complained", "complaint new");
    }

    @Test
    void onlyOneTakesInAtATime() throws Exception {
        try (Ledger ledger = place.open();
                Taking first = ledger.segments(folder).take("first", witness, Sample.NINE)) {
            first.add(event(1, 10, "open"));
            assertThatThrownBy(() -> take(event(2, 20, "open")))
                    .isInstanceOf(Occupied.class)
                    .hasMessageContaining("first");
            first.keep();
        }
        take(event(2, 20, "open"));
        assertThat(kept()).hasSize(2);
    }

    @Test
    void strangeFilesInTheFolderAreLeftAlone() throws Exception {
        take(event(1, 10, "open"));
        Files.writeString(folder.resolve("notes.events"), "mine");
        Files.writeString(folder.resolve("0123456789abcdef01234567.events"), "an orphan");
        Files.writeString(folder.resolve(".0123456789abcdef01234567.events.77.part"), "half an orphan");
        take(event(2, 20, "open"));
        assertThat(folder.resolve("notes.events")).exists();
        assertThat(folder.resolve("0123456789abcdef01234567.events")).doesNotExist();
        assertThat(folder.resolve(".0123456789abcdef01234567.events.77.part")).doesNotExist();
    }

    @Test
    void anOlderLedgerIsReadAsOneIntoWhichNothingWasTaken() throws Exception {
        place.open().close();
        sql("DROP TABLE segment");
        sql("DROP TABLE segment_copy");
        sql("DROP INDEX suppression_in_force");
        sql("DROP INDEX suppression_of_person");
        sql("ALTER TABLE suppression DROP COLUMN customer");
        sql("CREATE UNIQUE INDEX suppression_in_force ON suppression (mailbox, reason, source, campaign)");
        sql("UPDATE meta SET value = '3' WHERE name = 'version'");
        assertThat(kept()).isEmpty();
        take(event(1, 10, "open"));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void theLedgersStateBesideAnEditionChangesWithWhatIsTakenIn() throws Exception {
        place.open().close();
        String before = state();
        take(event(1, 10, "open"));
        String after = state();
        take(event(1, 10, "open"));
        assertThat(after).isNotEqualTo(before).isEqualTo(state());
    }

    private String state() throws IOException {
        try (Ledger ledger = Ledger.openExisting(place.address()).orElseThrow()) {
            return ledger.stateBeside(Sample.SPRING) + ledger.segments(folder).state();
        }
    }

    @Test
    void manyBatchesKeepEveryEventOnceWhateverTheyShare() throws Exception {
        long seed = 20_260_302;
        var random = new Random(seed);
        var all = new TreeMap<Long, String>();
        for (int round = 0; round < 12; round++) {
            var some = new ArrayList<KeptEvent>();
            for (int i = 0; i < 400; i++) {
                long key = random.nextInt(1_500) * 0x9E3779B97F4A7C15L;
                long second = Math.floorMod(key, 100_000L) * 60;
                some.add(event(key, second, "open").with(Field.CAMPAIGN, "c" + Math.floorMod(key, 300L)));
                all.put(key, second + " open p" + key + "@one.examplec" + Math.floorMod(key, 300L));
            }
            take(some.toArray(KeptEvent[]::new));
        }
        assertThat(kept()).as("seed " + seed).containsExactlyInAnyOrderElementsOf(all.values());
    }

    @Test
    void longAndForeignTextsAreKept() throws Exception {
        String greek = "α".repeat(3_000);
        take(event(1, 10, "open").with(Field.CAMPAIGN, greek), event(2, 11, "").with(Field.CAMPAIGN, "=1+1\n\u0000"));
        assertThat(kept())
                .containsExactly(
                        "10 open p1@one.example" + greek.substring(0, KeptEvent.LONGEST_TEXT),
                        "11  p2@one.example=1+1\n\u0000");
    }
}
