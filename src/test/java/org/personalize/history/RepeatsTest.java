package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

class RepeatsTest {

    private final Log log = new Log(SmallAudience.of("ann", "bob"), SmallCatalog.of("tent", "rope"));

    @Test
    void whatALogSaysTwiceCountsOnceAndWhatWasBoughtTwiceCountsTwice() {
        History history = log.of(
                "ann;sent;2026-01-01T09:00:00Z;;;;spring;",
                "ann;sent;2026-01-01T09:00:00Z;;;;spring;",
                "ann;open;2026-01-01T10:00:00Z;;;;spring;",
                "ann;click;2026-01-01T10:00:00Z;tent;;;spring;",
                "ann;open;2026-01-01T10:00:00Z;;;;spring;",
                "ann;click;2026-01-01T10:00:00Z;rope;;;spring;",
                "bob;click;2026-01-01T10:00:00Z;rope;;;spring;",
                "ann;purchase;2026-01-01T11:00:00Z;tent;9;o1;;",
                "ann;purchase;2026-01-01T11:00:00Z;tent;9;o1;;",
                "ann;rating;2026-01-01T12:00:00Z;tent;4;;;",
                "ann;rating;2026-01-01T12:00:00Z;tent;4;;;",
                "ann;rating;2026-01-01T12:00:00Z;tent;5;;;");
        assertThat(history.counts())
                .containsEntry("read", 12L)
                .containsEntry("kept", 9L)
                .containsEntry("repeated", 3L);
        assertThat(history.size()).isEqualTo(9);
        assertThat(IntStream.of(history.eventsOf(0)).mapToObj(history::kind))
                .containsExactly(
                        Kind.SENT,
                        Kind.OPEN,
                        Kind.CLICK,
                        Kind.CLICK,
                        Kind.PURCHASE,
                        Kind.PURCHASE,
                        Kind.RATING,
                        Kind.RATING);
    }

    @Test
    void aFileReadTwiceTeachesNothingNewButOrders() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new Random(seed);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                lines.add((random.nextBoolean() ? "ann" : "bob") + ";"
                        + List.of("open", "click", "sent", "view").get(random.nextInt(4)) + ";2026-01-0"
                        + (1 + random.nextInt(9)) + "T1" + random.nextInt(10) + ":00:00Z;tent;;;c" + random.nextInt(2)
                        + ";");
            }
            List<String> twice = new ArrayList<>(lines);
            twice.addAll(lines);
            Collections.shuffle(twice, random);
            History once = log.of(lines.stream().distinct().toArray(String[]::new));
            History again = log.of(twice.toArray(String[]::new));
            assertThat(again.size()).as("seed " + seed).isEqualTo(once.size());
            for (int person = 0; person < 2; person++) {
                assertThat(again.events(person)).as("seed " + seed).isEqualTo(once.events(person));
            }
        }
    }
}
