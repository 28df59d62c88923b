package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the files hold, training, scores and explanations end with a sensible model or a clear error. */
class HostileDataTest {

    private static final String CAMPAIGN = """
            campaign: shop
            data: {customers: customers.csv, items: items.csv, events: events.csv}
            subject: News
            audience: {consent: {not_recorded: "a test"}}
            slots: {picks: {pick: 2}}
            """;

    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void enter() {
        terminal = new Terminal(folder);
    }

    /** Files that nobody wishes to have. */
    private enum Data {
        EMPTY_FILES("", "", "", false),
        HEADERS_ALONE("customer_id,email\n", "item_id,title\n", "customer_id,event,timestamp,item_id\n", false),
        NO_EVENTS(people(30), items(5), "customer_id,event,timestamp,item_id\n", true),
        ONE_PERSON(people(1), items(5), events(1, 5, 300, 24 * 180), true),
        ONE_ITEM(people(60), items(1), events(60, 1, 2_000, 24 * 180), true),
        ONE_HOUR(people(60), items(9), events(60, 9, 2_000, 1), true),
        ONE_SECOND(people(60), items(9), events(60, 9, 2_000, 0), true),
        LONG_AGO_AND_FAR_AHEAD(
                people(40),
                items(5),
                events(40, 5, 800, 24 * 180)
                        + "c1,purchase,1970-01-01T00:00:00Z,i1,5\nc2,click,2100-01-01T00:00:00Z,i2,5\n",
                true),
        VALUES_THAT_ARE_NO_NUMBERS(
                people(40),
                items(5),
                events(40, 5, 800, 24 * 180)
                        + "c1,purchase,2026-01-01T00:00:00Z,i1,NaN\nc2,purchase,2026-01-01T00:00:00Z,i2,Infinity\n"
                        + "c3,purchase,2026-01-01T00:00:00Z,i2,1e308\nc4,rating,2026-01-01T00:00:00Z,i2,-1e308\n",
                true),
        BOUGHT_BY_EVERYBODY(people(60), items(5), events(60, 5, 500, 24 * 180) + everybodyBuys(60), true);

        private final String customers;
        private final String items;
        private final String events;
        private final boolean isEnough;

        Data(String customers, String items, String events, boolean isEnough) {
            this.customers = customers;
            this.items = items;
            this.events = events;
            this.isEnough = isEnough;
        }

        private static String people(int count) {
            var rows = new StringBuilder("customer_id,email\n");
            for (int person = 0; person < count; person++) {
                rows.append("c%d,c%d@one.example\n".formatted(person, person));
            }
            return rows.toString();
        }

        private static String items(int count) {
            var rows = new StringBuilder("item_id,title,category\n");
            for (int item = 0; item < count; item++) {
                rows.append("i%d,Thing %d,k%d\n".formatted(item, item, item % 3));
            }
            return rows.toString();
        }

        private static String events(int people, int items, int count, int hours) {
            var rows = new StringBuilder("customer_id,event,timestamp,item_id,value\n");
            var start = java.time.Instant.parse("2025-08-01T10:00:00Z");
            for (int event = 0; event < count; event++) {
                long second = hours == 0 ? 0 : event * 7_919L % (hours * 3_600L);
                rows.append("c%d,%s,%s,i%d,%d\n"
                        .formatted(
                                event * 31 % people,
                                event % 3 == 0 ? "purchase" : "click",
                                start.plusSeconds(second),
                                event * 17 % items,
                                event % 50));
            }
            return rows.toString();
        }

        private static String everybodyBuys(int people) {
            var rows = new StringBuilder();
            for (int person = 0; person < people; person++) {
                rows.append(
                        "c%d,purchase,2026-01-0%dT1%d:00:00Z,i1,5\n".formatted(person, 1 + person % 9, person % 10));
            }
            return rows.toString();
        }
    }

    private void lay(Data data) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), CAMPAIGN);
        Files.writeString(folder.resolve("customers.csv"), data.customers);
        Files.writeString(folder.resolve("items.csv"), data.items);
        Files.writeString(folder.resolve("events.csv"), data.events);
    }

    @ParameterizedTest
    @EnumSource(Data.class)
    void thereIsASensibleModelOrAClearError(Data data) throws IOException {
        lay(data);
        int expected = data.isEnough ? ExitCode.DONE : ExitCode.WRONG_INPUT;
        answers(expected, "train", "shop.yaml", "--budget", "3s", "--html", "t.html");
        answers(expected, "train", "shop.yaml", "--budget", "3s", "--json", "--again");
        answers(expected, "score", "times", "shop.yaml", "--out", "t.csv", "--cold");
        answers(expected, "score", "times", "shop.yaml", "--out", "l.csv", "--cold", "--as-logged");
        answers(expected, "score", "items", "shop.yaml", "--out", "i.csv", "--cold", "--seen", "include");
        for (String file : List.of("t.csv", "l.csv", "i.csv", "t.html")) {
            if (Files.exists(folder.resolve(file))) {
                assertThat(Files.readString(folder.resolve(file))).doesNotContain("NaN", "Infinity");
            }
        }
        if (data.customers.contains("c0,")) {
            answers(expected, "explain", "shop.yaml", "c0");
            answers(expected, "explain", "shop.yaml", "c0", "--json");
        }
    }

    private void answers(int expected, String... words) {
        int code = terminal.type(words);
        String said = terminal.out() + terminal.err();
        assertThat(code).as(String.join(" ", words) + "\n" + said).isEqualTo(expected);
        assertThat(said).doesNotContain("NaN", "Infinity", "Exception", "error of the program itself");
        assertThat(expected == ExitCode.DONE || terminal.err().contains("customer"))
                .as(said)
                .isTrue();
    }

    @Test
    void withoutItemsOrEventsInTheCampaignHoursAndListsAreWrittenAllTheSame() throws IOException {
        lay(Data.ONE_HOUR);
        for (String data : List.of("{customers: customers.csv}", "{customers: customers.csv, events: events.csv}")) {
            Files.writeString(folder.resolve("shop.yaml"), "campaign: shop\ndata: " + data + "\n");
            answers(ExitCode.DONE, "train", "shop.yaml", "--budget", "3s");
            answers(ExitCode.DONE, "score", "times", "shop.yaml", "--out", "t.csv", "--cold");
            answers(ExitCode.DONE, "score", "items", "shop.yaml", "--out", "i.csv", "--cold");
            assertThat(folder.resolve("t.csv")).content().hasLineCount(61);
        }
    }

    @Test
    void twoTrainingsAtOnceLeaveOneWholeModel() throws Exception {
        lay(Data.BOUGHT_BY_EVERYBODY);
        Callable<Integer> training = () -> new Terminal(folder).type("train", "shop.yaml", "--budget", "3s", "--again");
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (Future<Integer> code : pool.invokeAll(List.of(training, training))) {
                assertThat(code.get()).isEqualTo(ExitCode.DONE);
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdown();
        }
        answers(ExitCode.DONE, "score", "times", "shop.yaml", "--out", "t.csv");
        try (Stream<Path> files = Files.list(folder.resolve("models"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsExactly("shop.model");
        }
    }

    @Test
    void whereTheModelCannotBeWrittenTheDiskIsNamedAndNothingIsLeft() throws IOException {
        lay(Data.BOUGHT_BY_EVERYBODY);
        Files.writeString(folder.resolve("models"), "a file where a folder should be");
        assertThat(terminal.type("train", "shop.yaml", "--budget", "3s"))
                .as(terminal.err())
                .isEqualTo(ExitCode.DISK);
        assertThat(terminal.err()).contains("models").doesNotContain("Exception:");
        assertThat(folder.resolve("models")).hasContent("a file where a folder should be");
    }

    @Test
    void aForeignAndANewerModelStopScoresAndExplanationsWithAClearError() throws IOException {
        lay(Data.ONE_HOUR);
        terminal.type("train", "shop.yaml", "--budget", "3s");
        Path model = folder.resolve("models/shop.model");
        byte[] newer = Files.readAllBytes(model);
        newer[11] = 99;
        for (byte[] wrong : List.of("customer_id,email\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), newer)) {
            Files.write(model, wrong);
            for (List<String> command : List.of(
                    List.of("score", "items", "shop.yaml", "--out", "i.csv"), List.of("explain", "shop.yaml", "c1"))) {
                assertThat(terminal.type(command.toArray(String[]::new))).isEqualTo(ExitCode.WRONG_INPUT);
                assertThat(terminal.err()).contains("shop.model", "Train again").doesNotContain("Exception");
            }
        }
        assertThat(folder.resolve("i.csv")).doesNotExist();
    }

    @Test
    void aCampaignMayCountMachinesAfterAll() throws IOException {
        lay(Data.ONE_HOUR);
        Files.writeString(folder.resolve("events.csv"), """
                customer_id,event,timestamp,item_id,device
                c1,sent,2026-01-01T10:00:00Z,,
                c1,click,2026-01-01T12:00:00Z,i1,bot
                c1,click,2026-01-02T12:00:00Z,i2,phone
                """);
        assertThat(terminal.type("explain", "shop.yaml", "c1")).isZero();
        String without = terminal.out() + terminal.err();
        Files.writeString(folder.resolve("shop.yaml"), CAMPAIGN + "signals: {purchase: 3, click: 1, machine: 1}\n");
        assertThat(terminal.type("explain", "shop.yaml", "c1")).isZero();
        assertThat(without).contains("of a machine", "counts for nothing");
        assertThat(terminal.out() + terminal.err())
                .contains("counts all the same", "click 2")
                .doesNotContain("of a machine");
    }
}
