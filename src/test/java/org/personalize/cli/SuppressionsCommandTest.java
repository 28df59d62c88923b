package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Whom the ledgers of a folder's campaigns suppress, whichever file names them. */
class SuppressionsCommandTest extends InTheShop {

    private void name(String campaign, String ledger) throws IOException {
        shop.write(
                campaign + ".yaml",
                shop.read("spring.yaml").replace("campaign: spring", "campaign: " + campaign) + "ledger: " + ledger
                        + "\nsecret: " + campaign + ".key\n");
    }

    private void counts(String campaign, String suppressed) {
        assertThat(terminal.type("send", campaign + ".yaml", "--dry-run", "--json"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("\"suppressed\": " + suppressed);
    }

    @Test
    void anOptOutCountsInTheLedgerThatTheCampaignNames() throws IOException {
        name("summer", "own.db");
        Files.delete(folder.resolve("spring.yaml"));
        assertThat(terminal.type("suppressions", "add", "ann@one.example")).isZero();
        assertThat(terminal.out()).isEqualTo("1 added, 0 counted before.\n");
        assertThat(folder.resolve("own.db")).exists();
        assertThat(folder.resolve("personalize.db")).doesNotExist();
        counts("summer", "1");
        terminal.type("suppressions", "list");
        assertThat(terminal.out()).contains("\nann@one.example,suppressed,");
    }

    @Test
    void anOptOutCountsInEveryLedgerOfTheFolder() throws IOException {
        name("summer", "own.db");
        assertThat(terminal.type("suppressions", "add", "ann@one.example")).isZero();
        assertThat(terminal.out()).isEqualTo("1 added, 0 counted before.\n");
        assertThat(terminal.err()).contains("the campaigns here use 2 ledgers");
        counts("summer", "1");
        counts("spring", "1");
        terminal.type("suppressions", "list");
        assertThat(terminal.out().lines()).hasSize(2);
        assertThat(terminal.type("suppressions", "undo", "ann@one.example")).isZero();
        assertThat(terminal.out()).isEqualTo("1 lifted.\n");
    }

    @Test
    void theCampaignsOfAWorkspaceMayLieInFoldersOfTheirs() throws IOException {
        Files.createDirectories(folder.resolve("shop/campaigns/2026"));
        shop.write("shop/personalize.yaml", "seed: a\n");
        shop.write("shop/campaigns/2026/fair.yaml", "campaign: fair\nledger: fair.db\n");
        Files.createDirectories(folder.resolve("shop/other"));
        shop.write("shop/other/personalize.yaml", "seed: b\n");
        shop.write("shop/other/away.yaml", "campaign: away\n");
        assertThat(terminal.type("suppressions", "add", "ann@one.example", "--workspace", "shop"))
                .isZero();
        assertThat(folder.resolve("shop/campaigns/2026/fair.db")).exists();
        assertThat(folder.resolve("shop/personalize.db")).doesNotExist();
        assertThat(folder.resolve("shop/other/personalize.db")).doesNotExist();
    }

    @Test
    void aCampaignThatCannotBeReadHidesNoneOfTheOthers() throws IOException {
        shop.write("broken.yaml", "campaign: broken\nledger: [\n");
        shop.write("letters.yaml", "no: [campaign\n");
        assertThat(terminal.type("suppressions", "add", "ann@one.example")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.out()).isEqualTo("1 added, 0 counted before.\n");
        assertThat(terminal.err()).contains("broken.yaml").doesNotContain("letters.yaml");
        counts("spring", "1");
    }

    @Test
    void aFolderWithoutCampaignsHasNoLedger() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        for (String what : new String[] {"add", "undo", "list"}) {
            String[] words = what.equals("list")
                    ? new String[] {"suppressions", "list", "--workspace", "empty"}
                    : new String[] {"suppressions", what, "ann@one.example", "--workspace", "empty"};
            assertThat(terminal.type(words)).isEqualTo(ExitCode.WRONG_INPUT);
            assertThat(terminal.out()).isEmpty();
            assertThat(terminal.err())
                    .isEqualTo("personalize: empty: expected a workspace, found neither personalize.yaml nor a"
                            + " campaign's file. Go to the folder of your campaigns, or name it with --workspace.\n");
        }
        assertThat(folder.resolve("empty")).isEmptyDirectory();
        assertThat(terminal.type("suppressions", "list", "--workspace", "typo")).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(terminal.err()).contains("typo: there is no such folder");
    }

    @Test
    void whatWasDoneIsToldAsJsonToo() {
        assertThat(terminal.type("suppressions", "add", "ann@one.example", "--json"))
                .isZero();
        assertThat(terminal.out().replaceAll("\\s+", "")).isEqualTo("{\"added\":1,\"counted_before\":0}");
        terminal.type("suppressions", "undo", "ann@one.example", "zoe@one.example", "--json");
        assertThat(terminal.out().replaceAll("\\s+", "")).isEqualTo("{\"lifted\":1,\"unknown\":[\"zoe@one.example\"]}");
    }
}
