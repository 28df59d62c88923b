package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void train() throws IOException {
        LearningShop.in(folder);
        Files.writeString(folder.resolve("shop.yaml"), Files.readString(folder.resolve("shop.yaml")) + """
                        audience: {consent: opt_in, personalization_consent: profiling_ok}
                        subject: News
                        schedule: {start: 2026-03-02T06:00, end: 2026-03-03T23:00, random_hours: 3%}
                        slots:
                          hero: {pick: 1, where: "item.category == 'boots'", pin: [i9]}
                          picks: {pick: 3, hide_bought: true, max_per_category: 2, where: "item.price > 12"}
                        """);
        LearningShop.customers(folder, "c7");
        terminal = new Terminal(folder);
        terminal.type("train", "shop.yaml", "--budget", "5s");
    }

    @Test
    void onePersonIsExplainedFromAddressToData() {
        assertThat(terminal.type("explain", "shop.yaml", "c4@one.example"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .startsWith("shop for customer c4, c4@one.example\n")
                .contains("Planned: ", "in Europe/London")
                .contains("\nWhen\n", "00 01 02 03", "own actions", "Kept out")
                .contains("\nWhat\n", "  hero\n    1. Thing 9 (i9): pinned by the campaign", "  picks\n")
                .contains("sum of points: a forecast of ")
                .contains(
                        "(hide_bought)",
                        "do not fit this place's rule (where); ",
                        "not available when the mail goes out")
                .contains(": because they ")
                .contains("\nBy chance\n", "this campaign has no comparison groups", "below 0.03 an hour by chance")
                .contains("\nLearned from\n", "24 events of this person from ", "view ", "purchase ")
                .doesNotContain("EASE", "κ", "λ", "NaN", "log-odds");
        assertThat(terminal.out().lines())
                .allSatisfy(line -> assertThat(Sheet.length(line)).as(line).isLessThanOrEqualTo(100));
    }

    @Test
    void contributionsAddUpToTheScore() {
        assertThat(terminal.type("explain", "shop.yaml", "c4", "--json")).isZero();
        Matcher item = Pattern.compile(
                        "\"score\": (\\S+),\\s+\"chance\": \\S+,\\s+\"contributions\": \\[(.*?)\\n {10}]",
                        Pattern.DOTALL)
                .matcher(terminal.out());
        int items = 0;
        while (item.find()) {
            Matcher part = Pattern.compile("\"component\": [^\\n]+\\n\\s+\"log_odds\": ([^,\\s]+)")
                    .matcher(item.group(2));
            double sum = 0;
            while (part.find()) {
                sum += Double.parseDouble(part.group(1));
            }
            assertThat(sum).isCloseTo(Double.parseDouble(item.group(1)), org.assertj.core.api.Assertions.within(1e-4));
            items++;
        }
        assertThat(items).isEqualTo(4);
    }

    @Test
    void whoRefusesPersonalizationIsExplainedWithoutTheirPast() {
        assertThat(terminal.type("explain", "shop.yaml", "c7")).isZero();
        assertThat(terminal.out())
                .contains("Nothing is learned of this person's hours")
                .contains("No events of this person")
                .contains("they do not consent to personalization")
                .doesNotContain("because they");
    }

    @Test
    void itRepeatsByteForByteAndWritesNothing() throws IOException {
        terminal.type("explain", "shop.yaml", "c4", "--json");
        String first = terminal.out();
        terminal.type("explain", "shop.yaml", "c4", "--json");
        assertThat(terminal.out()).isEqualTo(first);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("shop.yaml", "customers.csv", "items.csv", "events.csv", "models");
        }
    }

    @Test
    void thePlanIsTheOneThatIsExplained() throws IOException {
        terminal.type("plan", "shop.yaml", "--out", "plan.csv");
        String row = Files.readString(folder.resolve("plan.csv"))
                .lines()
                .filter(line -> line.startsWith("c4,"))
                .findFirst()
                .orElseThrow();
        String[] cells = row.split(",", -1);
        terminal.type("explain", "shop.yaml", "c4", "--json");
        assertThat(terminal.out()).contains("\"status\": \"planned\"", "\"send_at\": \"" + cells[5] + "\"");
        for (String item : (cells[11] + "|" + cells[12]).split("\\|")) {
            assertThat(terminal.out()).contains("\"item_id\": \"" + item + "\"");
        }
    }

    @Test
    void theJsonPlanNamesItsModel() throws IOException {
        terminal.type("plan", "shop.yaml", "--out", "plan.json");
        assertThat(Files.readString(folder.resolve("plan.json")))
                .contains("{\"role\":\"model\",\"file\":\"models/shop.model\",\"bytes\":");
    }

    @Test
    void aStrangerIsNoCustomer() {
        assertThat(terminal.type("explain", "shop.yaml", "nobody")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("there is no customer \"nobody\"");
    }
}
