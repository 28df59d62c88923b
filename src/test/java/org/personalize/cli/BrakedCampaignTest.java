package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Shift;

/** What a brake means for people is said alike by all commands, whether or not somebody was promised a mail before. */
class BrakedCampaignTest extends InTheShop {

    /** Of three people who may be mailed, one is promised a mail. */
    @BeforeEach
    void promiseOne() throws IOException {
        nameRelay();
        type("plan spring.yaml --only c1");
    }

    private void type(String command) {
        assertThat(terminal.type(command.split(" ", -1)))
                .as(command + ": " + terminal.err())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status spring.yaml --json",
                "send spring.yaml --yes --json",
                "send spring.yaml --dry-run --json",
                "send spring.yaml --dry-run --only c2 --json",
                "check spring.yaml --json",
                "check spring.yaml --limit 1 --json",
                "plan spring.yaml --json",
                "plan spring.yaml --dry-run --again --json"
            })
    void whomACancelledCampaignWouldHaveMailedIsWithdrawnInEveryCommand(String command) {
        type("cancel spring.yaml");
        type(command);
        assertThat(terminal.out())
                .contains("\"withdrawn\": 3", "\"planned\": 0", "\"due\": 0")
                .doesNotContain("not_selected");
    }

    @Test
    void nobodyIsExplainedAsPlannedOnceTheCampaignIsCancelled() {
        type("cancel spring.yaml");
        for (String customer : new String[] {"c1", "c2"}) {
            type("explain spring.yaml " + customer);
            assertThat(terminal.out()).contains("withdrawn when the campaign was cancelled (withdrawn)");
            assertThat(terminal.err()).contains("This campaign was cancelled: nobody is mailed any more.");
        }
        type("explain spring.yaml c4");
        assertThat(terminal.out()).contains("(no_consent)");
    }

    @Test
    void aPlanOfACancelledCampaignHasNobodyInIt() throws IOException {
        type("cancel spring.yaml");
        type("plan spring.yaml --dry-run --out plan.csv");
        assertThat(shop.read("plan.csv"))
                .contains("c1,ann@one.example,spring,skipped,withdrawn", "c2,bert@two.example,spring,skipped,withdrawn")
                .doesNotContain(",planned,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "send spring.yaml --dry-run --json",
                "send spring.yaml --dry-run --only c1 --json",
                "check spring.yaml --json",
                "plan spring.yaml --json",
                "plan spring.yaml --dry-run --json"
            })
    void whomAPauseKeepsBackIsHeldInATrialAsInStatus(String command) {
        type("pause spring.yaml");
        type(command);
        long held = command.contains("--only") ? 1 : 3;
        assertThat(terminal.out()).contains("\"held\": " + held, "\"due\": 0", "\"waiting\": 0");
        assertThat(terminal.out()).contains("This campaign is paused: nobody is mailed before resume.");
    }

    @Test
    void whomAPauseKeepsBackIsToldApartFromAnErrorOfTheirOwn() throws IOException {
        shop.change("mail.ftlh", "${customer.first_name!'friend'}", "${customer.first_name}");
        type("pause spring.yaml");
        assertThat(terminal.type("send", "spring.yaml", "--dry-run")).isEqualTo(ExitCode.SOMEBODY_LEFT_OUT);
        assertThat(terminal.out())
                .containsPattern("rendered +2  1 held for an error of their own\n")
                .containsPattern("held +2  back until resume\n");
        assertThat(shop.read("previews/index.html"))
                .contains("1 held person is listed too.")
                .containsPattern("0</strong> of 5 people get");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whomAnErrorHeldBeforeIsCountedOnceInADryRun(boolean isPaused) throws Exception {
        shop.change("mail.ftlh", "${customer.first_name!'friend'}", "${customer.first_name}");
        terminal.type("plan", "spring.yaml");
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString());
                Shift shift = ledger.begin(new Edition("spring", ""), "test", "here", Terminal.NOW)) {
            Claim claim = shift.claim("c3", Terminal.NOW, Caps.NONE).get(0);
            shift.commit(List.of(new Entry.Held(claim, "an error")), Terminal.NOW, Caps.NONE);
        }
        if (isPaused) {
            type("pause spring.yaml");
        }
        assertThat(terminal.type("send", "spring.yaml", "--dry-run", "--json")).isEqualTo(ExitCode.SOMEBODY_LEFT_OUT);
        assertThat(terminal.out())
                .contains("\"due\": " + (isPaused ? 0 : 2), "\"held\": " + (isPaused ? 3 : 1), "\"planned\": 3");
    }

    @Test
    void whomAMendedTemplateHeldBeforeIsDueInATrialAsTheRunTriesThemAgain() throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString());
                Shift shift = ledger.begin(new Edition("spring", ""), "test", "here", Terminal.NOW)) {
            Claim claim = shift.claim("c1", Terminal.NOW, Caps.NONE).get(0);
            shift.commit(List.of(new Entry.Held(claim, "an error")), Terminal.NOW, Caps.NONE);
        }
        type("status spring.yaml --json");
        assertThat(terminal.out()).contains("\"held\": 1");
        for (String command : new String[] {"send spring.yaml --dry-run --json", "plan spring.yaml --json"}) {
            type(command);
            assertThat(terminal.out()).as(command).contains("\"due\": 3", "\"held\": 0");
        }
        type("status spring.yaml --json");
        assertThat(terminal.out()).contains("\"due\": 3", "\"held\": 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status spring.yaml --json",
                "send spring.yaml --dry-run --json",
                "check spring.yaml --json",
                "plan spring.yaml --json",
                "plan spring.yaml --dry-run --json"
            })
    void whomAHeldDomainKeepsBackIsHeldInATrialAsInStatus(String command) throws IOException {
        type("plan spring.yaml");
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString())) {
            ledger.holdDomain("spring", "one.example", Terminal.NOW, Terminal.NOW);
        }
        type(command);
        assertThat(terminal.out()).contains("\"held\": 1", "\"due\": 2", "\"planned\": 3");
        if (!command.startsWith("status")) {
            assertThat(terminal.out()).contains("Mail to one.example is held: nobody there is mailed before resume.");
        }
    }

    @Test
    void whatASenderStillHoldsIsDueUnderAPauseAlsoInADryRun() throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("personalize.db").toString());
                Shift shift = ledger.begin(new Edition("spring", ""), "test", "here", Terminal.NOW)) {
            shift.claim("c1", Terminal.NOW, Caps.NONE);
            type("pause spring.yaml");
            type("status spring.yaml --json");
            assertThat(terminal.out()).contains("\"due\": 1", "\"held\": 0");
            type("send spring.yaml --dry-run --json");
            assertThat(terminal.out()).contains("\"due\": 1", "\"held\": 2");
        }
    }
}
