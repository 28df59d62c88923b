package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Ledger;

/** What is said, and with which code, where there is nobody to send to. */
class SendOutcomeTest extends InTheShop {

    private static final String[] COUNTS = {
        "campaign",
        "read",
        "gone",
        "duplicates",
        "put_aside",
        "skipped",
        "no_mail",
        "planned",
        "plain_mail",
        "rendered",
        "waiting",
        "due",
        "accepted",
        "deferred",
        "refused",
        "doubtful",
        "expired",
        "held",
        "warnings"
    };

    @BeforeEach
    void open() throws IOException {
        nameRelay();
    }

    private void brake() throws IOException {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            ledger.setBrake("spring", Brake.PAUSED, "too early", Terminal.NOW);
        }
    }

    @Test
    void aCampaignThatWasBrakedBeforeItsFirstPlanHasAllCounts() throws IOException {
        brake();
        assertThat(terminal.type("send", "spring.yaml", "--yes", "--json"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("\"end\": \"braked\"");
        for (String name : COUNTS) {
            assertThat(terminal.out()).contains('"' + name + "\":");
        }
    }

    @Test
    void theStatusOfACampaignThatWasNeverPlannedHasAllCounts() throws IOException {
        assertThat(terminal.type("status", "spring.yaml", "--json")).isZero();
        for (String name : COUNTS) {
            assertThat(terminal.out()).contains('"' + name + "\":");
        }
        brake();
        assertThat(terminal.type("status", "spring.yaml")).isZero();
        assertThat(terminal.out())
                .contains("Nothing of this campaign was planned yet.")
                .contains("paused: too early; personalize resume goes on");
    }

    @Test
    void rowsThatNobodyGetsAMailForAreSaid() throws IOException {
        shop.change("customers.csv", "ann@one.example", "ann at one");
        assertThat(terminal.type("send", "spring.yaml", "--yes", "--max-rejects", "20%", "--max-runtime", "0s"))
                .isZero();
        assertThat(terminal.out()).contains("7  rows, 2 of them merged into another, 1 put aside");
        assertThat(terminal.type("status", "spring.yaml")).isZero();
        assertThat(terminal.out()).contains("7  rows, 2 of them merged into another, 1 put aside");
    }

    @Test
    void whomABrakeHoldsHasNoErrorOfTheirOwn() throws IOException {
        assertThat(terminal.type("plan", "spring.yaml")).isZero();
        assertThat(terminal.type("status", "spring.yaml")).isZero();
        assertThat(terminal.out()).containsPattern("held +0\n").doesNotContain("brake");
        assertThat(terminal.type("pause", "spring.yaml")).isZero();
        assertThat(terminal.out()).containsPattern("held +3  by the brake");
    }

    @Test
    void resumingNamesTheDomainsThatItFrees() throws IOException {
        brake();
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            ledger.holdDomain("spring", "big.example", Terminal.NOW, Terminal.NOW);
        }
        assertThat(terminal.type("resume", "spring.yaml")).isZero();
        assertThat(terminal.out()).contains("mail to big.example goes on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"send spring.yaml --yes", "send spring.yaml --dry-run", "plan spring.yaml", "check spring.yaml"})
    void aScheduleThatEndedBeforeAnybodyWasPlannedIsAMistake(String command) throws IOException {
        shop.write(
                "spring.yaml",
                shop.read("spring.yaml") + "schedule: {start: 2025-03-02T08:00, end: 2025-03-04T20:00}\n");
        assertThat(terminal.type(command.split(" ", -1))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .startsWith(
                        "personalize: spring.yaml: the schedule ended at 2025-03-04T20:00, before anybody was planned.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"send spring.yaml --yes", "send spring.yaml --dry-run", "plan spring.yaml", "check spring.yaml"})
    void aCustomerFileWithoutPeopleIsAMistake(String command) throws IOException {
        shop.write("customers.csv", "customer_id,email,first_name,language,country,opt_in,age\n");
        assertThat(terminal.type(command.split(" ", -1))).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains("personalize: customers.csv: expected people, found a header and no rows. Export the file"
                        + " again.");
    }

    @Test
    void aCustomerFileWhoseRowsAreAllOfNoUseIsNamed() throws IOException {
        shop.write("customers.csv", "customer_id,email,first_name,language,country,opt_in,age\n1,none,,,,yes,\n");
        assertThat(terminal.type("check", "spring.yaml", "--max-rejects", "100%"))
                .isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err())
                .contains(
                        "customers.csv: expected people, found nobody who could be mailed: 1 row was put aside. Look at"
                                + " the export.");
    }

    @Test
    void aConditionThatNobodyMeetsTodayIsNoMistakeAndSaysWhere() throws IOException {
        shop.change("spring.yaml", "{consent: opt_in}", "{consent: opt_in, where: \"customer.country == 'NZ'\"}");
        assertThat(terminal.type("send", "spring.yaml", "--yes"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("nobody is planned: ").contains("not_in_audience 3");
    }

    @Test
    void filesAreNamedAsTheUserSeesThem() throws IOException {
        shop.change("spring.yaml", "preheader:", "prehaeder:");
        assertThat(terminal.type("check", "spring.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).startsWith("personalize: spring.yaml:6:1: ");
        Path below = java.nio.file.Files.createDirectories(folder.resolve("a"));
        var beside = new Terminal(below);
        beside.type("check", "../spring.yaml");
        assertThat(beside.err()).startsWith("personalize: ../spring.yaml:6:1: ");
        assertThat(Failure.shown("/etc/x.yaml", Path.of("/a/very/deep/folder"))).isEqualTo("/etc/x.yaml");
        assertThat(Failure.shown("jdbc:postgresql://db/shop", folder)).isEqualTo("jdbc:postgresql://db/shop");
        assertThat(Failure.shown("", folder)).isEmpty();
    }
}
