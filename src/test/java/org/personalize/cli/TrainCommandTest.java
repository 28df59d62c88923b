package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    private static final String[] TRAIN = {"train", "shop.yaml", "--budget", "5s"};

    @TempDir
    Path folder;

    private Path model() {
        return folder.resolve("models/shop.model");
    }

    @Test
    void aCampaignThatNamesOnlyItsDataCanBeTrained() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type(TRAIN)).as(terminal.err()).isZero();
        assertThat(terminal.out())
                .contains("121 people, 24 items, 2,880 events up to 2026-02-")
                .contains("one hour for everybody")
                .contains("people (")
                .contains("Model written to models/shop.model");
        assertThat(terminal.out().lines())
                .allSatisfy(line -> assertThat(Sheet.length(line)).as(line).isLessThanOrEqualTo(100));
        assertThat(terminal.out().lines()).hasSizeLessThanOrEqualTo(64);
        assertThat(terminal.out()).doesNotContain("κ", "α=", "λ", "τ");
        assertThat(terminal.err()).contains("Trained in ").contains("MB of memory");
        assertThat(terminal.out()).doesNotContain("MB");
    }

    @Test
    void theSameFilesAndClockGiveTheSameModelAndTheSameWords() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type(TRAIN);
        byte[] first = Files.readAllBytes(model());
        String said = terminal.out();
        assertThat(terminal.type("train", "shop.yaml", "--budget", "5s", "--again"))
                .isZero();
        assertThat(terminal.out()).isEqualTo(said);
        assertThat(Files.readAllBytes(model())).isEqualTo(first);
    }

    @Test
    void unchangedFilesAreNoticedAndTheModelStays() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type(TRAIN);
        var written = Files.getLastModifiedTime(model());
        assertThat(terminal.type("train", "shop.yaml", "--budget", "5s", "--now", "2026-05-01T00:00Z"))
                .isZero();
        assertThat(terminal.out()).contains("Nothing has changed").contains("The model stays: models/shop.model");
        assertThat(Files.getLastModifiedTime(model())).isEqualTo(written);
        assertThat(terminal.type("train", "shop.yaml", "--budget", "6s")).isZero();
        assertThat(terminal.out()).doesNotContain("Nothing has changed");
    }

    @Test
    void aChangedFileIsLearnedFrom() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type(TRAIN);
        Path events = folder.resolve("events.csv");
        Files.writeString(events, Files.readString(events) + "c1,purchase,2026-03-01T10:00:00Z,i1,11\n");
        assertThat(terminal.type(TRAIN)).isZero();
        assertThat(terminal.out()).contains("2,881 events up to 2026-03-01");
    }

    @Test
    void aBrokenModelStopsAPlanButNotATraining() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.type(TRAIN);
        byte[] damaged = Files.readAllBytes(model());
        damaged[damaged.length / 2] ^= 1;
        Files.write(model(), damaged);
        assertThat(terminal.type("score", "times", "shop.yaml", "--out", "t.csv"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains("shop.model")
                .contains("Train again")
                .doesNotContain("Exception");
        assertThat(folder.resolve("t.csv")).doesNotExist();
        assertThat(terminal.type(TRAIN)).isZero();
        assertThat(terminal.err()).contains("could not be used, and is replaced");
        assertThat(terminal.type("score", "times", "shop.yaml", "--out", "t.csv"))
                .isZero();
    }

    @Test
    void aTrainingThatIsStoppedLeavesEverythingAsItWas() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        terminal.stop.set(true);
        assertThat(terminal.type(TRAIN)).isEqualTo(ExitCode.INTERRUPTED);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).doesNotContain("shop.model");
        }
    }

    @Test
    void whatTwinsWithoutConsentDidChangesNothing() throws IOException {
        LearningShop.in(folder);
        LearningShop.customers(folder, "c7");
        Files.writeString(
                folder.resolve("shop.yaml"),
                Files.readString(folder.resolve("shop.yaml")) + "audience: {personalization_consent: profiling_ok}\n");
        var terminal = new Terminal(folder);
        terminal.type(TRAIN);
        terminal.type("score", "items", "shop.yaml", "--out", "with.csv", "--cold");
        Path events = folder.resolve("events.csv");
        String without = Files.readString(events)
                .lines()
                .filter(line -> !line.startsWith("c7,"))
                .reduce("", (all, line) -> all + line + "\n");
        Files.writeString(events, without);
        terminal.type(TRAIN);
        terminal.type("score", "items", "shop.yaml", "--out", "without.csv", "--cold");
        assertThat(folder.resolve("with.csv")).hasSameTextualContentAs(folder.resolve("without.csv"));
    }

    @Test
    void protectedColumnsTeachNothing() throws IOException {
        LearningShop.in(folder);
        Files.writeString(
                folder.resolve("shop.yaml"),
                Files.readString(folder.resolve("shop.yaml")) + "protected: [age, country]\n");
        var terminal = new Terminal(folder);
        terminal.type(TRAIN);
        terminal.type("score", "items", "shop.yaml", "--out", "before.csv", "--cold");
        terminal.type("score", "times", "shop.yaml", "--out", "times-before.csv", "--cold");
        Path customers = folder.resolve("customers.csv");
        Files.writeString(
                customers, Files.readString(customers).replace(",30\n", ",31\n").replace(",60\n", ",29\n"));
        terminal.type(TRAIN);
        terminal.type("score", "items", "shop.yaml", "--out", "after.csv", "--cold");
        terminal.type("score", "times", "shop.yaml", "--out", "times-after.csv", "--cold");
        assertThat(folder.resolve("before.csv")).hasSameTextualContentAs(folder.resolve("after.csv"));
        assertThat(folder.resolve("times-before.csv")).hasSameTextualContentAs(folder.resolve("times-after.csv"));
    }

    @Test
    void aProtectedColumnIsKnownInWhateverCaseItIsWritten() throws IOException {
        LearningShop.in(folder);
        Path customers = folder.resolve("customers.csv");
        Files.writeString(customers, Files.readString(customers).replaceAll("GB(.*,60\\R|.*,30\\R$)", "FR$1"));
        String open = newcomersHours("");
        String asTheFile = newcomersHours("protected: [country]\n");
        String otherwise = newcomersHours("protected: [COUNTRY]\n");
        assertThat(otherwise).isEqualTo(asTheFile).isNotEqualTo(open);
    }

    private String newcomersHours(String keys) throws IOException {
        Path campaign = folder.resolve("shop.yaml");
        String whole = Files.readString(campaign);
        Files.writeString(campaign, whole + keys);
        var terminal = new Terminal(folder);
        assertThat(terminal.type(TRAIN)).as(terminal.err()).isZero();
        terminal.type("score", "times", "shop.yaml", "--out", "times.csv", "--cold");
        Files.writeString(campaign, whole);
        return Files.readAllLines(folder.resolve("times.csv")).stream()
                .filter(line -> line.startsWith("new,"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGroupsOfAProtectedColumnBearItsNameInTheFile() throws IOException {
        LearningShop.in(folder);
        Files.writeString(
                folder.resolve("shop.yaml"), Files.readString(folder.resolve("shop.yaml")) + "protected: [Age]\n");
        var terminal = new Terminal(folder);
        assertThat(terminal.type(TRAIN)).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("By age");
    }

    @Test
    void aProtectedColumnThatTheFileDoesNotHaveIsAMistake() throws IOException {
        LearningShop.in(folder);
        Files.writeString(
                folder.resolve("shop.yaml"), Files.readString(folder.resolve("shop.yaml")) + "protected: [agee]\n");
        var terminal = new Terminal(folder);
        assertThat(terminal.type(TRAIN)).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains("expected the column agee that protected names")
                .contains("Correct protected, or export the column. Did you mean age?");
    }

    @Test
    void whereNobodyTookAnythingNewNothingIsToldOfNewThings() throws IOException {
        LearningShop.in(folder);
        Path events = folder.resolve("events.csv");
        Files.writeString(
                events, Files.readString(events).replaceAll("\nc(\\d)(\\d?)(\\d?),(.*),i\\d+,", "\nc$1$2$3,$4,i1$1,"));
        var terminal = new Terminal(folder);
        assertThat(terminal.type(TRAIN)).as(terminal.err()).isZero();
        assertThat(terminal.out().replaceAll("\\s+", " "))
                .contains("Nobody took anything that they did not have yet")
                .doesNotContain("0.000 instead of 0.000", "are as good for your list");
    }

    @Test
    void theJsonHoldsThePapers() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type("train", "shop.yaml", "--budget", "5s", "--json"))
                .isZero();
        assertThat(terminal.out())
                .startsWith("{\n  \"trained\": true,")
                .contains("\"campaign\": \"shop\"", "\"settings\": {", "\"budget\": \"5s\"", "\"sha256\": ")
                .contains("\"newest_event\": \"2026-02-", "\"choices\": [", "\"baseline\": true", "\"calibration\": [");
    }

    @Test
    void thePageNeedsNoNetworkAndNamesNobody() throws IOException {
        LearningShop.in(folder);
        var terminal = new Terminal(folder);
        assertThat(terminal.type("train", "shop.yaml", "--budget", "5s", "--html", "t.html"))
                .isZero();
        assertThat(Files.readString(folder.resolve("t.html")))
                .contains("<h1><bdi>shop</bdi></h1>", "default-src 'none'", "<svg")
                .doesNotContain("@one.example", "src=\"http", "href=\"http");
    }
}
