package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.InputProblem;

class WorkspaceTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void layOut() {
        folder = new Folder(temp);
    }

    private Campaign read(String name, Demand... demands) {
        return CampaignFile.read(temp.resolve(name), Map.of(), Set.of(demands));
    }

    @Test
    void withoutAWorkspaceFileTheCampaignsFolderIsTheWorkspace() {
        folder.write("campaigns/spring.yaml", "campaign: spring");
        assertThat(read("campaigns/spring.yaml").workspace()).isEqualTo(temp.resolve("campaigns"));
    }

    @Test
    void theNearestWorkspaceAboveCounts() {
        folder.write("personalize.yaml", "seed: far");
        folder.write("shop/personalize.yaml", "seed: near");
        folder.write("shop/campaigns/2026/spring.yaml", "campaign: spring");
        Campaign campaign = read("shop/campaigns/2026/spring.yaml");
        assertThat(campaign.workspace()).isEqualTo(temp.resolve("shop"));
        assertThat(campaign.seed()).isEqualTo("near");
        assertThat(campaign.ledger())
                .isEqualTo(temp.resolve("shop/personalize.db").toString());
    }

    @Test
    void mapsAreMergedDeeplyAndListsReplaced() {
        folder.write("personalize.yaml", """
                smtp: {host: relay.example, stop_when: {failures_in_a_row: 9, hard_bounces: 2%}}
                protected: [age, gender]
                data: {customers: {file: people.csv, columns: {email: Mail, customer_id: Id}}}
                """);
        folder.write("campaigns/c.yaml", """
                campaign: c
                smtp: {port: 587, stop_when: {hard_bounces: 5%}}
                protected: [age]
                data: {customers: {columns: {email: Address}}}
                """);
        Campaign campaign = read("campaigns/c.yaml");
        assertThat(campaign.smtp().host()).isEqualTo("relay.example");
        assertThat(campaign.smtp().port()).isEqualTo(587);
        assertThat(campaign.smtp().stopWhen()).isEqualTo(new Smtp.StopWhen(9, 0.05));
        assertThat(campaign.protectedColumns()).containsExactly("age");
        assertThat(campaign.data().customers().columns()).isEqualTo(Map.of("email", "Address", "customer_id", "Id"));
        assertThat(campaign.data().customers().base()).isEqualTo(temp);
    }

    @Test
    void aPathIsRelativeToTheFileThatNamesIt() {
        folder.write(
                "personalize.yaml", "data: {items: items.csv}\nimages: {folder: img}\nsecret: keys/k\nledger: l.db");
        folder.write(
                "campaigns/c.yaml", "campaign: c\ndata: {customers: people.csv}\ntemplate: ../t/a.ftlh\nmodels: m");
        Campaign campaign = read("campaigns/c.yaml");
        assertThat(campaign.data().items().base()).isEqualTo(temp);
        assertThat(campaign.data().customers().base()).isEqualTo(temp.resolve("campaigns"));
        assertThat(campaign.images().folder()).isEqualTo(temp.resolve("img"));
        assertThat(campaign.template()).isEqualTo(temp.resolve("t/a.ftlh"));
        assertThat(campaign.models()).isEqualTo(temp.resolve("campaigns/m"));
        assertThat(campaign.secret()).isEqualTo(temp.resolve("keys/k"));
        assertThat(campaign.ledger()).isEqualTo(temp.resolve("l.db").toString());
    }

    @Test
    void aMistakeIsReportedInTheFileThatHoldsItAndThoseOfTheCampaignComeFirst() {
        folder.write("personalize.yaml", "priority: high\nfrom: nobody");
        folder.write("c.yaml", "campaign: c\n\ngoal: fame");
        assertThatThrownBy(() -> read("c.yaml"))
                .isInstanceOf(InputProblem.class)
                .hasMessage(String.join(
                                "\n",
                                List.of(
                                        "c.yaml:3:7: goal: expected click, purchase or revenue, found \"fame\".",
                                        "personalize.yaml:1:11: priority: expected a whole number from 0 to 1000000, found"
                                                + " \"high\".",
                                        "personalize.yaml:2:7: from: expected a name and address such as Acme Outdoor"
                                                + " <news@acme.example>, found \"nobody\"."))
                        .replaceAll("(?m)^", temp + "/"));
    }

    @Test
    void bothFilesAreCheckedEvenWhenNeitherIsYaml() {
        folder.write("personalize.yaml", "a: [");
        folder.write("c.yaml", "campaign: \"c");
        assertThatThrownBy(() -> read("c.yaml"))
                .isInstanceOfSatisfying(
                        InputProblem.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void aNullTakesBackWhatTheWorkspaceSays() {
        folder.write("personalize.yaml", "smtp: {host: h, per_second: 5}\npreheader: Hello");
        folder.write("c.yaml", "campaign: c\nsmtp: {per_second: null}\npreheader: ~");
        assertThat(read("c.yaml").smtp().perSecond()).isZero();
        assertThat(read("c.yaml").preheader()).isNull();
    }

    @Test
    void aNameInTheWorkspaceIsRefusedBecauseAllCampaignsWouldShareIt() {
        folder.write("personalize.yaml", "campaign: all");
        folder.write("c.yaml", "seed: x");
        assertThatThrownBy(() -> read("c.yaml"))
                .hasMessageContaining("personalize.yaml:1:1: campaign names one campaign");
    }

    @Test
    void theWorkspaceFileItselfCanBeACampaign() {
        folder.write("personalize.yaml", "campaign: lone");
        assertThat(read("personalize.yaml").name()).isEqualTo("lone");
    }

    @Test
    void aMissingFileNamesItsNeighbour() {
        folder.write("spring-sale.yaml", "campaign: spring-sale");
        assertThatThrownBy(() -> read("spring-sail.yaml"))
                .hasMessage(temp + "/spring-sail.yaml: there is no such file. Did you mean spring-sale.yaml?");
    }

    @Test
    void aFileFromTheEnvironmentCountsUnderThreeKeysOnly() {
        folder.write("c.yaml", "campaign: c\nledger: \"${env.DB}\"\nsecret: ${env.KEY}\n");
        Campaign campaign = CampaignFile.read(
                temp.resolve("c.yaml"), Map.of("DB", "jdbc:postgresql://db/p", "KEY", "/k"), Set.of(Demand.LEDGER));
        assertThat(campaign.ledger()).isEqualTo("jdbc:postgresql://db/p");
        assertThat(campaign.secret()).isEqualTo(Path.of("/k"));
    }

    @Test
    void aVariableIsMissedOnlyByTheCommandThatUsesIt() {
        folder.write("c.yaml", "campaign: c\nsmtp: {host: h, username: \"${env.U}\", password: \"${env.P}\"}\n");
        assertThat(read("c.yaml").smtp().password()).isNull();
        assertThatThrownBy(() -> read("c.yaml", Demand.SMTP))
                .hasMessage(String.join(
                                "\n",
                                List.of(
                                        "c.yaml:2:27: smtp.username: the environment has no variable U. Set U and run again.",
                                        "c.yaml:2:49: smtp.password: the environment has no variable P. Set P and run again."))
                        .replaceAll("(?m)^", temp + "/"));
    }
}
