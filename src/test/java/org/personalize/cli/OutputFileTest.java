package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a command writes what it was asked for, and where it must not. */
class OutputFileTest extends InTheShop {

    private static final String EVENT =
            "{\"email\":\"ann@one.example\",\"timestamp\":1772434800,\"event\":\"click\",\"sg_event_id\":\"e\","
                    + "\"sg_message_id\":\"m\"}\n";

    @BeforeEach
    void runOnce() throws IOException {
        nameRelay();
        shop.change("spring.yaml", "events: events.csv", "events: events.csv, suppressions: optouts.csv");
        shop.write("optouts.csv", "email\nzoe@six.example\n");
        shop.write("sg.json", EVENT);
        shop.write("personalize.yaml", "seed: shop\n");
        shop.write(
                "beside.yaml",
                shop.read("spring.yaml")
                        .replace("campaign: spring", "campaign: beside")
                        .replace("customers: customers.csv", "customers: others.csv"));
        shop.write("others.csv", shop.read("customers.csv"));
        assertThat(terminal.type("send", "spring.yaml", "--yes", "--max-runtime", "0s"))
                .as(terminal.err())
                .isZero();
    }

    private Map<String, String> files() throws IOException {
        var all = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    private void isRefused(String command, String name, String why) throws IOException {
        Map<String, String> before = files();
        String option = command.substring(command.lastIndexOf(' ') + 1);
        assertThat(terminal.type((command + " " + name).split(" ", -1)))
                .as(command + " " + name)
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains(option + " is ", why + ". Name another file.");
        assertThat(files()).isEqualTo(before);
    }

    static Stream<String> commands() {
        return Stream.of(
                "ingest spring.yaml sg.json --events-out",
                "score items spring.yaml --out",
                "score times spring.yaml --out",
                "report spring.yaml --html",
                "report spring.yaml --recipients",
                "train spring.yaml --budget 1s --html",
                "send spring.yaml --yes --log",
                "send spring.yaml --dry-run --out");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothingIsWrittenOverWhatTheCampaignReadsOrItsWorkspaceKeeps(String command) throws IOException {
        Files.createDirectory(folder.resolve("models"));
        shop.write("models/spring.model", "what was learned");
        for (String read : new String[] {
            "customers.csv", "items.csv", "events.csv", "optouts.csv", "spring.yaml", "personalize.yaml", "mail.ftlh"
        }) {
            isRefused(command, read, read + ", which the campaign spring reads");
        }
        for (String read : new String[] {"others.csv", "beside.yaml"}) {
            isRefused(command, read, read + ", which the campaign beside reads");
        }
        for (String kept : new String[] {
            "personalize.db",
            "personalize.db-wal",
            "personalize.db-shm",
            "personalize.key",
            "personalize.key.runs",
            "personalize.key.personalize.db.runs",
            "models/spring.model"
        }) {
            isRefused(command, kept, kept + ", which this workspace keeps");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan spring.yaml --out", "plan spring.yaml --dry-run --out"})
    void noPlanIsWrittenOverADataFile(String command) throws IOException {
        isRefused(command, "customers.csv", "customers.csv, which the campaign spring reads");
    }

    @Test
    void aReportOfAllCampaignsIsWrittenOverNoneOfTheirFiles() throws IOException {
        isRefused("report --all --html", "customers.csv", "customers.csv, which the campaign spring reads");
        isRefused("report --all --html", "personalize.db", "personalize.db, which this workspace keeps");
    }

    @Test
    void aLinkToAFileIsThatFile() throws IOException {
        Files.createSymbolicLink(folder.resolve("mine.csv"), folder.resolve("customers.csv"));
        Files.createLink(folder.resolve("twin.csv"), folder.resolve("personalize.key"));
        isRefused("score items spring.yaml --out", "mine.csv", "customers.csv, which the campaign spring reads");
        isRefused("score items spring.yaml --out", "twin.csv", "personalize.key, which this workspace keeps");
        isRefused("score items spring.yaml --out", "./items.csv", "items.csv, which the campaign spring reads");
    }

    @Test
    void whatIsTakenInIsNotWrittenOver() throws IOException {
        isRefused("ingest spring.yaml sg.json --events-out", "sg.json", "sg.json, which this command reads");
    }

    @Test
    void whatTheSameOptionWroteBeforeIsReplaced() throws IOException {
        for (String option : new String[] {
            "ingest spring.yaml sg.json --events-out", "score items spring.yaml --cold --out", "plan spring.yaml --out"
        }) {
            for (int time = 0; time < 2; time++) {
                assertThat(terminal.type((option + " out.csv").split(" ", -1)))
                        .as(terminal.err())
                        .isZero();
            }
        }
        shop.change("spring.yaml", "events: events.csv", "events: \"ev*.csv\"");
        for (int time = 0; time < 2; time++) {
            assertThat(terminal.type("ingest", "spring.yaml", "sg.json", "--events-out", "evening.csv"))
                    .as(terminal.err())
                    .isZero();
        }
    }
}
