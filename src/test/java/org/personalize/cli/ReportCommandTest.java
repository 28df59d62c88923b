package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Census;
import org.personalize.ledger.Change;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Decision.Group;

class ReportCommandTest extends InTheShop {

    private void promise(String customer, String mailbox) throws IOException {
        promise("spring", customer, mailbox);
    }

    private void promise(String campaign, String customer, String mailbox) throws IOException {
        var promise = new Promise(
                customer,
                new Mailbox(mailbox, "one.example"),
                ZoneOffset.UTC,
                Terminal.NOW,
                Terminal.NOW.plus(Duration.ofHours(1)),
                "only",
                1,
                1,
                Group.NONE,
                Map.of("picks", List.of(new Shown("i2", "popular"))));
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            ledger.revise(
                    new Edition(campaign, ""),
                    List.of(new Change.Promised(promise)),
                    new Census(1, 0, 0, 0, Map.of()),
                    Terminal.NOW);
        }
    }

    @Test
    void aWorkspaceThatNeverSentAnythingIsToldSo() throws IOException {
        assertThat(terminal.type("report", "spring.yaml")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("Nothing was sent yet.").contains("NOT TESTED");
        assertThat(terminal.type("report", "--all")).as(terminal.err()).isZero();
        assertThat(terminal.out()).startsWith("all campaigns");
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().contains("personalize.db"));
        }
    }

    @Test
    void campaignsWithDifferentGoalsAreJudgedTogetherByClicksWhichIsSaid() throws IOException {
        Path file = folder.resolve("spring.yaml");
        String spring = Files.readString(file);
        String winter = spring.replace("campaign: spring", "campaign: winter") + "goal: purchase\n";
        Files.writeString(folder.resolve("winter.yaml"), winter);
        promise("spring", "c1", "ann");
        promise("winter", "c1", "ann");
        assertThat(terminal.type("report", "--all", "winter.yaml", "--json")).isZero();
        assertThat(terminal.out())
                .contains("\"goal\": \"click\"", "The campaigns have different goals (click: 1, purchase: 1)");
        Files.writeString(file, spring + "goal: purchase\n");
        assertThat(terminal.type("report", "--all", "--json")).isZero();
        assertThat(terminal.out()).contains("\"goal\": \"purchase\"").doesNotContain("different goals");
    }

    @Test
    void withoutACampaignOneMustSayAll() {
        assertThat(terminal.type("report")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("name a campaign's file, or say --all");
    }

    @Test
    void theRowsOfPeopleAreReadableByTheirOwnerOnlyAndRunNoFormula() throws IOException {
        promise("c1", "=ann");
        assertThat(terminal.type("report", "spring.yaml", "--recipients", "people.csv"))
                .as(terminal.err())
                .isZero();
        Path file = folder.resolve("people.csv");
        assertThat(Files.readString(file)).isEqualTo("""
                customer_id,email,campaign,occurrence,state,reason,group,variant,send_at,opened,clicked,bought,revenue,unsubscribed,complained,bounced
                c1,'=ann@one.example,spring,,planned,,,only,2026-03-02T09:00:00Z,,,,,,,
                """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void theDocumentHoldsTheSameKeysWhateverHappened() throws IOException {
        promise("c1", "ann");
        assertThat(terminal.type("report", "spring.yaml", "--json"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out())
                .contains(
                        "\"campaign\": \"spring\"", "\"states\": {", "\"answer\": \"not_tested\"", "\"variants\": null")
                .containsPattern("\"revenue_per_mail\": \\{\\s*\"mean\": 0.000000,\\s*\"low\": null,\\s*\"high\": null")
                .contains("\"time_line\": null", "\"first\": null", "\"breakdowns\": []");
    }
}
