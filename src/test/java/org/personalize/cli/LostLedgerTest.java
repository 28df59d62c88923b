package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workspace whose ledger is gone, or from before the last run, though the file beside the key says that there were runs. */
class LostLedgerTest extends InTheShop {

    private static final String LEDGER = "personalize.db";
    private static final String MARK = "personalize.key.personalize.db.runs";

    /** The only one, before there could be several ledgers. */
    private static final String UNNAMED = "personalize.key.runs";

    @BeforeEach
    void runOnce() throws IOException {
        nameRelay();
        run();
    }

    /** It has begun, though there was no time for a mail. */
    private void run() {
        assertThat(terminal.type("send", "spring.yaml", "--yes", "--max-runtime", "0s"))
                .as(terminal.err())
                .isZero();
    }

    private void loseLedger() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().startsWith(LEDGER)) {
                    Files.delete(file);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send spring.yaml --yes",
                "send spring.yaml --dry-run",
                "plan spring.yaml",
                "plan spring.yaml --dry-run",
                "check spring.yaml",
                "status spring.yaml",
                "status spring.yaml --json",
                "pause spring.yaml",
                "resume spring.yaml",
                "cancel spring.yaml",
                "report spring.yaml",
                "explain spring.yaml c1",
                "ingest spring.yaml events.csv",
                "train spring.yaml",
                "suppressions list",
                "suppressions add ann@one.example",
                "suppressions undo ann@one.example"
            })
    void noCommandTakesALostLedgerForAFreshStart(String command) throws IOException {
        loseLedger();
        assertThat(terminal.type(command.split(" ", -1))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("there was a ledger, which had come to step 2, and now there is none");
        if (command.endsWith("--json")) {
            assertThat(terminal.out()).contains("\"exit_code\": 2").doesNotContain("planned");
        } else {
            assertThat(terminal.out()).isEmpty();
        }
        assertThat(folder.resolve(LEDGER)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send spring.yaml --yes",
                "send spring.yaml --dry-run",
                "check spring.yaml",
                "plan spring.yaml --dry-run",
                "status spring.yaml",
                "pause spring.yaml",
                "suppressions add ann@one.example"
            })
    void noCommandTakesAnOldLedgerForTheNewest(String command) throws IOException {
        Path kept = Files.copy(folder.resolve(LEDGER), folder.resolve("kept"));
        run();
        loseLedger();
        Files.move(kept, folder.resolve(LEDGER));
        assertThat(terminal.type(command.split(" ", -1))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains(
                        "the ledger is older than the last run, as a copy of it would be: it has come to step 2, and that run to 4");
    }

    @Test
    void whereNothingWasEverSentThereIsNothingToLose() throws IOException {
        loseLedger();
        Files.delete(folder.resolve(MARK));
        assertThat(terminal.type("status", "spring.yaml")).isZero();
        assertThat(terminal.out()).contains("Nothing of this campaign was planned yet.");
        assertThat(terminal.type("suppressions", "add", "ann@one.example")).isZero();
    }

    private void layOutSecond() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        shop.write("personalize.yaml", "seed: shop\n");
        shop.write(
                "sub/second.yaml",
                shop.read("spring.yaml")
                                .replace("campaign: spring", "campaign: second")
                                .replaceAll("(customers|items|events)\\.csv", "../$1.csv")
                                .replace("mail.ftlh", "../mail.ftlh")
                        + "ledger: other.db\n");
    }

    private void isDone(String command) {
        assertThat(terminal.type(command.split(" ", -1)))
                .as(command + ": " + terminal.err())
                .isZero();
    }

    private void isRefused(String command, String ledger) {
        assertThat(terminal.type(command.split(" ", -1))).as(command).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("there was a ledger", "and now there is none", ledger);
    }

    @Test
    void everyLedgerOfAWorkspaceIsKnownApart() throws IOException {
        layOutSecond();
        for (String command : new String[] {
            "status sub/second.yaml",
            "check sub/second.yaml",
            "send sub/second.yaml --yes --max-runtime 0s",
            "suppressions list",
            "send spring.yaml --yes --max-runtime 0s",
            "send sub/second.yaml --yes --max-runtime 0s",
            "status spring.yaml",
            "suppressions list"
        }) {
            isDone(command);
        }
        loseLedger();
        isRefused("status spring.yaml", LEDGER);
        isDone("status sub/second.yaml");
        Files.delete(folder.resolve("sub/other.db"));
        isRefused("status sub/second.yaml", "sub/other.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"send spring.yaml --yes", "check spring.yaml", "plan spring.yaml", "pause spring.yaml"})
    void aCampaignThatWasSentFromOneLedgerDoesNotBeginAnewInAnother(String command) throws IOException {
        layOutSecond();
        isDone("send sub/second.yaml --yes --max-runtime 0s");
        for (String ledger : new String[] {"typo.db", "sub/other.db"}) {
            shop.write(
                    "spring.yaml",
                    shop.read("spring.yaml").replaceAll("ledger: .*\n", "") + "ledger: " + ledger + "\n");
            assertThat(terminal.type(command.split(" ", -1))).as(command).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(terminal.err())
                    .contains(MARK, "the campaign spring was sent from the ledger of this file", "knows nothing of it");
        }
        assertThat(folder.resolve("typo.db")).doesNotExist();
    }

    @Test
    void aLedgerMayBeGivenAnotherName() throws IOException {
        for (String ending : new String[] {"", "-wal", "-shm"}) {
            Path file = folder.resolve(LEDGER + ending);
            if (Files.exists(file)) {
                Files.move(file, folder.resolve("moved.db" + ending));
            }
        }
        shop.write("spring.yaml", shop.read("spring.yaml") + "ledger: moved.db\n");
        isDone("send spring.yaml --yes --max-runtime 0s");
    }

    @Test
    void theFileWithoutALedgersNameIsThatOfTheLedgerWhoseStepItTells() throws IOException {
        layOutSecond();
        Files.move(folder.resolve(MARK), folder.resolve(UNNAMED));
        isRefused("status sub/second.yaml", "sub/other.db");
        isDone("status spring.yaml");
        assertThat(folder.resolve(UNNAMED)).exists();
        isDone("resume spring.yaml");
        assertThat(folder.resolve(UNNAMED)).doesNotExist();
        isDone("send sub/second.yaml --yes --max-runtime 0s");
        loseLedger();
        isRefused("resume spring.yaml", LEDGER);
    }

    @Test
    void aLedgerThatIsFurtherThanTheFileWithoutANameLeavesItToTheRightOne() throws IOException {
        layOutSecond();
        isDone("send sub/second.yaml --yes --max-runtime 0s");
        isDone("send sub/second.yaml --yes --max-runtime 0s");
        Files.delete(folder.resolve("personalize.key.sub%2Fother.db.runs"));
        Files.move(folder.resolve(MARK), folder.resolve(UNNAMED));
        loseLedger();
        isDone("resume sub/second.yaml");
        isRefused("resume spring.yaml", LEDGER);
    }

    @Test
    void aLedgerThatIsLostIsMissedByTheFileWithoutANameToo() throws IOException {
        Files.move(folder.resolve(MARK), folder.resolve(UNNAMED));
        loseLedger();
        isRefused("send spring.yaml --yes", LEDGER);
    }
}
