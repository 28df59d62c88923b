package org.personalize.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.personalize.village.SmallAudience;
import org.personalize.village.SmallCatalog;

/** Logs as nobody would wish for them. */
class OddHistoriesTest {

    private final SmallAudience people = SmallAudience.of("ann", "bob", "kim");
    private final SmallCatalog items = SmallCatalog.of("tent", "rope", "stove");

    private History read(List<String> lines) {
        return new Log(people, items).of(lines.toArray(String[]::new));
    }

    @Test
    void noEventsAreAHistory() {
        History history = read(List.of());
        assertThat(history.size()).isZero();
        assertThat(history.events(2)).isZero();
        assertThat(history.firstFrom(0)).isZero();
        assertThat(Messages.of(people, history).size()).isZero();
        assertThat(new Profiles(people, items, history, Log.NOW, Forecasts.NONE)
                        .of(0)
                        .field("lifecycle"))
                .isEqualTo("new");
        assertThat(new BuyerFeatures(people, history).of(0, Log.NOW.getEpochSecond()))
                .containsOnly(0);
    }

    @Test
    void theOrderOfTheRowsChangesNothing() {
        for (long seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            List<String> lines = lines(random, 120);
            History history = read(lines);
            List<String> known = told(history);
            Collections.shuffle(lines, random);
            History shuffled = read(lines);
            assertThat(told(shuffled)).as("seed " + seed).isEqualTo(known);
            assertThat(shuffled.counts()).as("seed " + seed).isEqualTo(history.counts());
            assertThat(messages(shuffled)).as("seed " + seed).isEqualTo(messages(history));
        }
    }

    private static List<String> lines(Random random, int count) {
        String[] names = {"ann", "bob", "kim", "eve"};
        String[] events = {"sent", "delivered", "open", "click", "view", "cart", "purchase", "waved"};
        String[] items = {"tent", "rope", "stove", "kayak", ""};
        String[] campaigns = {"spring", "summer", ""};
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int event = random.nextInt(8);
            // No two mails in one second: which of them came first would depend on the rows.
            int offset = event < 2 ? 3 * i : random.nextInt(40) * (random.nextBoolean() ? 3 : 7_919);
            lines.add(names[random.nextInt(4)] + ";" + events[event] + ";"
                    + Instant.ofEpochSecond(1_767_225_600L + offset) + ";" + items[random.nextInt(5)] + ";"
                    + (random.nextInt(5) == 0 ? "many" : "9") + ";o" + i % 9
                    + ";" + campaigns[random.nextInt(3)] + ";" + (random.nextInt(6) == 0 ? "bot" : ""));
        }
        return lines;
    }

    /** Everything that is known of the events, in an order that does not depend on that of the rows. */
    private static List<String> told(History history) {
        return IntStream.range(0, history.size())
                .mapToObj(e -> history.second(e) + " " + history.person(e) + " " + history.kind(e) + " "
                        + history.item(e) + " " + history.campaign(e) + " " + history.weight(e) + " "
                        + history.reaction(e) + " " + bought(history, e))
                .sorted()
                .toList();
    }

    private static String bought(History history, int event) {
        boolean isOrder = history.kind(event) == Kind.PURCHASE;
        return isOrder ? history.value(event) + " " + history.basket(event) : "";
    }

    private List<String> messages(History history) {
        Messages messages = Messages.of(people, history);
        return IntStream.range(0, messages.size())
                .mapToObj(m -> messages.person(m) + " " + messages.second(m) + " " + messages.reactionSecond(m) + " "
                        + messages.weight(m))
                .sorted()
                .toList();
    }

    @Test
    void everyRowEndsSomewhere() {
        for (long seed = 1; seed <= 60; seed++) {
            History history = read(lines(new Random(seed), 200));
            var counts = history.counts();
            long ended =
                    List.of("kept", "unknown_people", "unknown_events", "in_the_future", "put_aside", "repeated")
                            .stream()
                            .mapToLong(word -> counts.getOrDefault(word, 0L))
                            .sum();
            assertThat(ended).as("seed " + seed).isEqualTo(counts.get("read")).isEqualTo(200);
            assertThat(history.size())
                    .as("seed " + seed)
                    .isEqualTo(counts.get("kept").intValue());
        }
    }

    @Test
    void onePersonMayHaveDoneEverythingAtOnce() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            String event =
                    List.of("click", "purchase", "sent", "open", "refund").get(i % 5);
            lines.add("ann;" + event + ";2026-01-01T10:00:00Z;"
                    + List.of("tent", "rope").get(i % 2) + ";1;o" + i + ";c" + i % 50 + ";");
        }
        History history = read(lines);
        assertThat(history.counts()).containsEntry("read", 100_000L);
        Messages messages = Messages.of(people, history);
        assertThat(messages.size()).isBetween(1, 50);
        assertThat(new Profiles(people, items, history, Log.NOW, Forecasts.NONE)
                        .of(0)
                        .field("orders"))
                .isNotNull();
    }

    @Test
    void valuesThatAreNoNumbersAreCountedAndCountAsBlank() {
        History history = read(List.of(
                "ann;purchase;2026-01-01T10:00:00Z;tent;NaN;o1;;",
                "ann;purchase;2026-01-02T10:00:00Z;tent;Infinity;o2;;",
                "ann;purchase;2026-01-03T10:00:00Z;tent;1e400;o3;;",
                "ann;rating;2026-01-04T10:00:00Z;tent;five;;;"));
        assertThat(history.counts()).containsEntry("unreadable_values", 4L);
        assertThat(IntStream.range(0, 4).mapToObj(history::value)).containsOnly(Double.NaN);
        assertThat(history.weight(3)).isZero();
        assertThat(new Profiles(people, items, history, Log.NOW, Forecasts.NONE)
                        .of(0)
                        .field("spend"))
                .isNull();
    }

    @Test
    void aMomentIsFoundAmongTheEvents() {
        History history = read(List.of(
                "ann;click;1970-01-01T00:00:05Z;tent;;;;",
                "ann;click;2026-01-01T10:00:00Z;tent;;;;",
                "bob;click;2026-01-01T10:00:00Z;tent;;;;"));
        long second = Instant.parse("2026-01-01T10:00:00Z").getEpochSecond();
        assertThat(history.firstFrom(0)).isZero();
        assertThat(history.firstFrom(second)).isEqualTo(1);
        assertThat(history.firstFrom(second + 1)).isEqualTo(3);
    }
}
