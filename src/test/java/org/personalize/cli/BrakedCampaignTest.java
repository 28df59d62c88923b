package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
