package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreCommandTest {

    @TempDir
    Path folder;

    private List<String[]> rows(String file) throws IOException {
        return Files.readString(folder.resolve(file))
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"'', 24, h", "--as-logged, 24, h", "--by=hour-of-week, 168, w"})
    void chancesOfAllHoursSumToOne(String option, int hours, String letter) throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type("train", "shop.yaml", "--budget", "5s");
        String[] words = {"score", "times", "shop.yaml", "--out", "t.csv", option};
        assertThat(terminal.type(Arrays.copyOf(words, option.isEmpty() ? 5 : 6)))
                .as(terminal.err())
                .isZero();
        List<String[]> rows = rows("t.csv");
        assertThat(rows).hasSize(1 + LearningShop.PEOPLE);
        assertThat(rows.get(0)).startsWith("customer_id", letter + 0).endsWith(letter + (hours - 1));
        for (String[] row : rows.subList(1, rows.size())) {
            double sum =
                    Arrays.stream(row).skip(1).mapToDouble(Double::parseDouble).sum();
            assertThat(sum).as(row[0]).isCloseTo(1, within(1e-6));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("t.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void morningPeopleAndEveningPeopleAreToldApart() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type("train", "shop.yaml", "--budget", "5s");
        terminal.type("score", "times", "shop.yaml", "--out", "t.csv");
        List<String[]> rows = rows("t.csv");
        double morning = Double.parseDouble(rows.get(1)[1 + 9]);
        double evening = Double.parseDouble(rows.get(1)[1 + 20]);
        assertThat(morning).isGreaterThan(4 * evening);
    }

    @Test
    void peopleWithoutHistoryAreScoredWhenAskedFor() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type("score", "items", "shop.yaml", "--out", "i.csv", "--top", "3");
        assertThat(terminal.out()).contains("120 people scored").contains("1 person without history left out");
        assertThat(rows("i.csv")).noneMatch(row -> row[0].equals("new"));
        terminal.type("score", "items", "shop.yaml", "--out", "i.csv", "--top", "3", "--cold");
        assertThat(rows("i.csv").stream().filter(row -> row[0].equals("new"))).hasSize(3);
    }

    @Test
    void whatSomebodyHadIsLeftOutOrAloneOrAmongTheRest() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        Map<String, Set<String>> sets = new java.util.HashMap<>();
        for (String seen : List.of("exclude", "include", "only")) {
            terminal.type("score", "items", "shop.yaml", "--out", "i.csv", "--top", "100", "--seen", seen);
            sets.put(
                    seen,
                    rows("i.csv").stream()
                            .filter(row -> row[0].equals("c5"))
                            .map(row -> row[2])
                            .collect(Collectors.toSet()));
        }
        assertThat(sets.get("only")).isNotEmpty().doesNotContainAnyElementsOf(sets.get("exclude"));
        assertThat(sets.get("include")).hasSize(LearningShop.ITEMS).containsAll(sets.get("only"));
        assertThat(sets.get("exclude"))
                .hasSize(LearningShop.ITEMS - sets.get("only").size());
    }

    @Test
    void itemsAreRankedFromTheBestOnWhetherInStockOrNot() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type("train", "shop.yaml", "--budget", "5s");
        terminal.type("score", "items", "shop.yaml", "--out", "i.csv", "--top", "100", "--seen", "include");
        List<String[]> rows = rows("i.csv");
        assertThat(rows.get(0)).containsExactly("customer_id", "rank", "item_id", "score");
        assertThat(rows).anyMatch(row -> row[2].equals("i3"));
        for (int i = 2; i < rows.size(); i++) {
            if (rows.get(i)[0].equals(rows.get(i - 1)[0])) {
                assertThat(Integer.parseInt(rows.get(i)[1])).isEqualTo(Integer.parseInt(rows.get(i - 1)[1]) + 1);
                assertThat(Double.parseDouble(rows.get(i)[3]))
                        .isLessThanOrEqualTo(Double.parseDouble(rows.get(i - 1)[3]));
            } else {
                assertThat(rows.get(i)[1]).isEqualTo("1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"times", "items"})
    void theSameModelGivesTheSameBytes(String what) throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type("train", "shop.yaml", "--budget", "5s");
        terminal.type("score", what, "shop.yaml", "--out", "1.csv", "--cold");
        terminal.type("score", what, "shop.yaml", "--out", "2.csv", "--cold");
        assertThat(folder.resolve("1.csv")).hasSameBinaryContentAs(folder.resolve("2.csv"));
    }

    @Test
    void withoutAModelTheUsualSettingsStandInAndItIsSaid() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type("score", "times", "shop.yaml", "--out", "t.csv"))
                .isZero();
        assertThat(terminal.err()).contains("No model was trained yet").contains("personalize train shop.yaml");
    }

    @Test
    void whoHasNoItemToBeRankedIsNotCountedAsScored() throws IOException {
        LearningShop.in(folder);
        Path events = folder.resolve("events.csv");
        Files.writeString(events, Files.readString(events).replaceAll("(c[1-3],.*,)i\\d+,", "$1,"));
        var terminal = new Terminal(folder);
        assertThat(terminal.type("score", "items", "shop.yaml", "--out", "i.csv", "--seen", "only"))
                .isZero();
        assertThat(terminal.out())
                .contains("117 people scored: i.csv", "3 people have no row: --seen leaves no item for them.")
                .contains("1 person without history left out");
        assertThat(Files.readString(folder.resolve("i.csv"))
                        .lines()
                        .skip(1)
                        .map(row -> row.split(",", -1)[0])
                        .distinct())
                .hasSize(117);
        terminal.type("score", "items", "shop.yaml", "--out", "i.csv", "--seen", "only", "--json");
        assertThat(terminal.out()).contains("\"people\": 117", "\"without_history\": 1", "\"without_items\": 3");
    }

    @Test
    void withoutItemsItIsSaidThatNothingCouldBeRanked() throws IOException {
        LearningShop.in(folder);
        String campaign = Files.readString(folder.resolve("shop.yaml"));
        Files.writeString(folder.resolve("shop.yaml"), campaign.replaceFirst(", items: items.csv", ""));
        var terminal = new Terminal(folder);
        assertThat(terminal.type("score", "items", "shop.yaml", "--out", "i.csv"))
                .as(terminal.err())
                .isZero();
        assertThat(rows("i.csv")).hasSize(1);
        assertThat(terminal.err()).contains("Nothing could be ranked, as no item is known");
    }

    @Test
    void aModelOfAnotherCampaignIsRefused() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type("train", "shop.yaml", "--budget", "5s");
        try (var models = Files.list(folder.resolve("models"))) {
            Files.move(models.findFirst().orElseThrow(), folder.resolve("models/other.model"));
        }
        String campaign = Files.readString(folder.resolve("shop.yaml"));
        Files.writeString(folder.resolve("other.yaml"), campaign.replaceFirst("campaign: [^\n]*", "campaign: other"));
        assertThat(terminal.type("score", "items", "other.yaml", "--out", "i.csv"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains("models/other.model: it is the model of the campaign ")
                .contains("and this is \"other\".");
        assertThat(folder.resolve("i.csv")).doesNotExist();
    }

    @Test
    void aModelThatIsOlderThanItsDataIsSaid() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type("train", "shop.yaml", "--budget", "5s");
        Path events = folder.resolve("events.csv");
        Files.writeString(events, Files.readString(events) + "c1,view,2026-03-02T08:00:00Z,i1,\n");
        assertThat(terminal.type("score", "times", "shop.yaml", "--out", "t.csv"))
                .isZero();
        assertThat(terminal.err()).contains("there are events up to 2026-03-02");
    }

    @Test
    void cellsAreVerbatim() throws IOException {
        LearningShop.in(folder);
        for (String file : List.of("customers.csv", "events.csv")) {
            Path path = folder.resolve(file);
            Files.writeString(path, Files.readString(path).replaceAll("(?m)^c5,", "=c5,"));
        }
        var terminal = new Terminal(folder);
        terminal.type("score", "items", "shop.yaml", "--out", "i.csv");
        assertThat(rows("i.csv")).anyMatch(row -> row[0].equals("=c5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "score",
                "score times shop.yaml",
                "score times shop.yaml --out t.csv --by week",
                "score times shop.yaml --out t.csv --by hour-of-week --as-logged",
                "score items shop.yaml --out i.csv --top 0",
                "score items shop.yaml --out i.csv --top many",
                "score items shop.yaml --out i.csv --seen never",
                "train shop.yaml --budget soon",
                "train shop.yaml --budget 0s"
            })
    void aWrongCommandLineIsExplainedAndWritesNothing(String line) throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type(line.split(" "))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .startsWith("personalize: ")
                .doesNotContain("Exception")
                .doesNotContain("not an int");
        assertThat(folder.resolve("t.csv")).doesNotExist();
        assertThat(folder.resolve("models")).doesNotExist();
    }
}
