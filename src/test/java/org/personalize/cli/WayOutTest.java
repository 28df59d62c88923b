package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Ledger;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What is said when something is wrong names what the user wrote, and a way out that is open. */
class WayOutTest extends InTheShop {

    @BeforeEach
    void open() throws IOException {
        nameRelay();
    }

    private void wrong(String line) {
        assertThat(terminal.type(line.split(" "))).as(terminal.err()).isEqualTo(ExitCode.WRONG_INPUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check spring.yaml",
                "status spring.yaml",
                "send spring.yaml --dry-run",
                "send spring.yaml --yes",
                "suppressions list",
                "pause spring.yaml"
            })
    void aFolderInTheLedgersPlaceIsCalledOne(String line) throws IOException {
        Files.createDirectory(folder.resolve("personalize.db"));
        wrong(line);
        assertThat(terminal.err()).contains("personalize.db: the ledger is a file, and this is a folder");
    }

    @ParameterizedTest
    @CsvSource({
        "sned, '\"sned\" is no command. Did you mean send?\nTry personalize --help.\n'",
        "suppressions lst, '\"lst\" is no command. Did you mean list?\nTry personalize suppressions --help.\n'",
        "zzzzzzzz, '\"zzzzzzzz\" is no command.\nTry personalize --help.\n'"
    })
    void aMistypedCommandIsCalledOneAndTheNearestIsNamed(String line, String words) {
        wrong(line);
        assertThat(terminal.err()).isEqualTo("personalize: " + words);
    }

    @Test
    void aReceivedMailIsReadWithoutARelay() throws IOException {
        shop.write("spring.yaml", shop.read("spring.yaml").replaceAll("smtp: .*\n", ""));
        shop.write(
                "mail.eml",
                "Received: from relay.example by mx.example; Mon, 2 Mar 2026 09:00:00 +0000\n"
                        + "Authentication-Results: mx.example; spf=fail smtp.mailfrom=shop.example\n"
                        + "From: news@shop.example\nTo: me@mail.example\nSubject: News\n\nHello\n");
        assertThat(terminal.type("doctor", "spring.yaml", "--received", "mail.eml"))
                .as(terminal.err())
                .isEqualTo(ExitCode.SOMEBODY_LEFT_OUT);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void aCustomerWhomNobodyKnowsIsToldWithTheOptionThatNamedThem() {
        wrong("test spring.yaml --as zzz --to me@shop.example");
        assertThat(terminal.err()).startsWith("personalize: --as \"zzz\" is no customer's id or address");
        wrong("plan spring.yaml --only zzz");
        assertThat(terminal.err()).startsWith("personalize: --only \"zzz\" is no customer's id or address");
    }

    @Test
    void aCancelledCampaignIsNotSaidToBeResumable() throws IOException {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            ledger.setBrake("spring", Brake.CANCELLED, "over", Terminal.NOW);
        }
        assertThat(terminal.type("send", "spring.yaml", "--yes"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains("The campaign is cancelled (over); a cancelled campaign cannot be resumed.")
                .doesNotContain("takes a pause off");
        wrong("resume spring.yaml");
        assertThat(terminal.err()).contains("was cancelled, and stays so. Send it as a new campaign, under another");
    }

    @Test
    void aCampaignFileThatWasRenamedIsToldFromACopy() throws IOException {
        assertThat(terminal.type("plan", "spring.yaml")).as(terminal.err()).isZero();
        Files.copy(folder.resolve("spring.yaml"), folder.resolve("summer.yaml"));
        wrong("plan summer.yaml");
        assertThat(terminal.err()).contains("belongs to spring.yaml. Give this campaign a name of its own");
        Files.delete(folder.resolve("spring.yaml"));
        wrong("plan summer.yaml");
        assertThat(terminal.err())
                .contains("belongs to spring.yaml, which is gone. If this is that file, call it spring.yaml again: ")
                .contains("Under a new name under `campaign` everybody would get it again.");
    }

    @Test
    void aBadAddressAmongGoodOnesSaysThatNoneWasAdded() {
        wrong("suppressions add ann@one.example bert.two.example");
        assertThat(terminal.err())
                .isEqualTo("personalize: \"bert.two.example\" is no address. Write it as name@example.com."
                        + " None was added.\n");
    }

    @Test
    void whoWasNotSuppressedIsNamedWhenItIsTakenBack() {
        terminal.type("suppressions", "add", "ann@one.example");
        assertThat(terminal.type("suppressions", "undo", "ann@one.example", "bert@two.example"))
                .isZero();
        assertThat(terminal.out()).isEqualTo("1 lifted.\n");
        assertThat(terminal.err())
                .isEqualTo(
                        "personalize: the ledger does not suppress \"bert@two.example\"; personalize suppressions list"
                                + " shows whom it does\n");
        wrong("suppressions undo cleo@three.example");
        assertThat(terminal.err()).contains("does not suppress \"cleo@three.example\"");
    }

    @Test
    void whatIsNoPlanIsNotTakenForOneInCsv() throws IOException {
        wrong("send spring.yaml --yes --plan spring.yaml");
        assertThat(terminal.err())
                .contains("spring.yaml: this is no plan in JSON, whose name ends in .json. Send the JSON: plan");
        assertThat(terminal.type("plan", "spring.yaml", "--dry-run", "--out", "plan.csv"))
                .isZero();
        wrong("send spring.yaml --yes --plan plan.csv");
        assertThat(terminal.err()).contains("a plan in CSV does not say what it came from");
    }

    @Test
    void aFolderIsNotSaidToBeMissing() {
        wrong("doctor spring.yaml --received .");
        assertThat(terminal.err()).contains("expected a file with one mail, found a folder");
    }

    @Test
    void badRowsOfOptOutsAreNotSaidToBeCustomers() throws IOException {
        shop.change("spring.yaml", "customers: customers.csv,", "customers: customers.csv, suppressions: opt.csv,");
        shop.write("opt.csv", "email\nann@one.example\nbert at two\n");
        wrong("check spring.yaml");
        assertThat(terminal.err())
                .contains("1 row of the suppressions had to be put aside, which is more than 1 % beside 7 rows of")
                .contains("opt.csv:3");
    }

    @Test
    void aLogThatCannotBeIsSaidBeforeAnythingIsPlanned() {
        wrong("send spring.yaml --yes --log none/send.log");
        assertThat(terminal.err()).contains("none").contains("expected a folder to write the file into");
        assertThat(folder.resolve("personalize.db")).doesNotExist();
    }

    private String said(Exception e) {
        var err = new StringWriter();
        Door door = Terminal.door(new StringWriter(), err, folder);
        assertThat(Failure.of(e, door, new CommandLine(CommandSpec.create()))).isEqualTo(ExitCode.DISK);
        return err.toString();
    }

    @Test
    void aDatabaseThatIsAwayIsNotCalledAFile() throws IOException {
        shop.write(
                "spring.yaml", shop.read("spring.yaml") + "ledger: \"jdbc:postgresql://127.0.0.1:1/shop?user=me\"\n");
        assertThat(terminal.type("status", "spring.yaml")).isEqualTo(ExitCode.DISK);
        assertThat(terminal.err())
                .contains("the ledger cannot be used: postgresql://127.0.0.1:1/shop: the database cannot be reached")
                .contains("Run the command again when it is there.")
                .doesNotContain("a file");
    }

    @Test
    void whatJavaNamesByItsClassAloneIsSaidInWords() {
        assertThat(said(new AccessDeniedException("/var/send.log")))
                .isEqualTo("personalize: /var/send.log: cannot be read or written (this user has no right to it; look"
                        + " at its owner and mode, and at its folder's)\n");
        assertThat(said(new NoSuchFileException("/var/none")))
                .isEqualTo("personalize: /var/none: cannot be read or written (there is no such file or folder)\n");
    }

    @ParameterizedTest
    @CsvSource({
        "send spring.yaml --dry-run --out, '', 500",
        "plan spring.yaml --dry-run --out, .csv, 500",
        "plan spring.yaml --dry-run --out, .json, 240",
        "report spring.yaml --html, .html, 500",
        "score times spring.yaml --out, .csv, 500",
        "score times spring.yaml --out, .csv, 240",
        "send spring.yaml --yes --log, .log, 500"
    })
    void aNameThatIsTooLongForTheFileSystemIsCalledSo(String line, String ending, int signs) {
        String name = "x".repeat(signs) + ending;
        terminal.type("plan", "spring.yaml");
        assertThat(terminal.type((line + " " + name).split(" "))).isIn(ExitCode.WRONG_INPUT, ExitCode.DISK);
        assertThat(terminal.err())
                .contains(name + ": ", "File name too long", "horter name")
                .doesNotContain("no right", ".part", "owner");
    }

    @Test
    void aFileOfTheCampaignWhoseNameIsTooLongIsCalledSo() throws IOException {
        String name = "x".repeat(500);
        shop.change("spring.yaml", "mail.ftlh", name + ".ftlh");
        wrong("check spring.yaml");
        assertThat(terminal.err()).contains("File name too long", "horter name").doesNotContain("owner");
        shop.change("spring.yaml", name + ".ftlh", "mail.ftlh");
        shop.change("spring.yaml", "customers.csv", name + ".csv");
        wrong("check spring.yaml");
        assertThat(terminal.err()).contains("File name too long", "horter name").doesNotContain("owner");
    }

    @Test
    void allMistakesOfAMappingAreToldAtOnce() throws IOException {
        shop.write("till.csv", "who,what\nann@one.example,Bought\n");
        shop.write("till.yaml", """
                columns: {emial: who, event: [what]}
                fixed: {campain: spring}
                types: {timestamp: d-m-y}
                zone: x
                time_zone: Mars
                """);
        assertThat(terminal.type("ingest", "spring.yaml", "till.csv", "--as", "till.yaml"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains("till.yaml:1:11", "\"emial\"", "Did you mean email?", "expected a text, found")
                .contains("campain", "d-m-y", "zone", "Mars");
    }

    @Test
    void aMappingThatIsNotThereIsCalledOne() throws IOException {
        shop.write("till.csv", "who,what\nann@one.example,Bought\n");
        assertThat(terminal.type("ingest", "spring.yaml", "till.csv", "--as", "nothere.yaml"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("Name a mapping file, such as till.yaml.");
    }

    @Test
    void aFolderInTheTemplatesPlaceIsCalledOne() throws IOException {
        Files.createDirectory(folder.resolve("t.ftlh"));
        shop.change("spring.yaml", "template: mail.ftlh", "template: t.ftlh");
        assertThat(terminal.type("check", "spring.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("expected a file, found the folder");
    }

    @Test
    void aFileInTheFoldersPlaceIsCalledOne() {
        assertThat(terminal.type("init", "items.csv")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("expected a new or empty folder, found a file");
    }

    @Test
    void previewsAreNotWrittenAmongTheWorkspacesOwnFiles() {
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--out", ""))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("--out: expected a folder of its own, found an empty name");
        assertThat(folder.resolve("index.html")).doesNotExist();
    }
}
