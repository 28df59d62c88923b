package org.personalize.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.campaign.Campaign.Sender;

class ValuesTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            Acme, Inc. <news@acme.example>          | Acme, Inc.        | news@acme.example
            "Acme, Inc." <news@acme.example>        | Acme, Inc.        | news@acme.example
            "The \\"Acme\\" Shop" <n@acme.example>  | The "Acme" Shop   | n@acme.example
            🏕 Acme 🏔 <news@acme.example>           | 🏕 Acme 🏔         | news@acme.example
            Grüße von Müller <post@müller.example>  | Grüße von Müller  | post@müller.example
            <news@acme.example>                     | ``                | news@acme.example
            news+spring@mail.acme.example           | ``                | news+spring@mail.acme.example
            news@localhost                          | ``                | news@localhost
            用户 <用户@例子.广告>                     | 用户               | 用户@例子.广告
            """)
    void aSenderIsANameAndAnAddress(String text, String name, String address) {
        String yaml = "campaign: c\nfrom: '" + text + "'";
        assertThat(new Folder(temp).read(yaml).from()).isEqualTo(new Sender(name, address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news",
                "@acme.example",
                "news@",
                "ne ws@acme.example",
                ".news@acme.example",
                "news.@acme.example",
                "ne..ws@acme.example",
                "news@acme..example",
                "news@-acme.example",
                "news@acme_shop.example",
                "news@[127.0.0.1]",
                "news@acme.example>",
                "a@b.example, c@d.example",
                "a@b.example; c@d.example",
                "news@\u202eelpmaxe.acme",
                "\"quoted local\"@acme.example"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(new Folder(temp).mistakes("campaign: c\nreply_to: '" + text + "'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"30s,30", "1m,60", "5 m,300", "2h,7200", "72h,259200", "30d,2592000", "1w,604800"})
    void aLengthOfTimeHasAUnit(String text, long seconds) {
        String yaml = "campaign: c\naudience: {repeat_after: " + text + "}";
        assertThat(new Folder(temp).read(yaml).audience().repeatAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"5%,0.05", "5 %,0.05", "2.5%,0.025", "0.05,0.05", ".05,0.05", "0,0", "0%,0"})
    void aShareIsAPercentageOrAFraction(String text, double share) {
        String yaml = "campaign: c\ngroups: {no_mail: " + text + "}";
        assertThat(new Folder(temp).read(yaml).groups().noMail()).isEqualTo(share);
    }

    @Test
    void sharesThatSumTo100PercentWithinRoundingAreTaken() {
        String yaml = "campaign: c\nsubject: {a: A, b: B, c: C}\nsplit: {a: 33.33%, b: 33.33%, c: 33.34%}";
        Map<String, Double> shares = new Folder(temp).read(yaml).split().shares();
        assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(1.0);
    }

    @Test
    void aCommandDemandsOnlyWhatItUses() {
        Folder folder = new Folder(temp);
        assertThat(folder.mistakes("campaign: c", Demand.DATA, Demand.TEMPLATE, Demand.FROM, Demand.CONSENT))
                .containsExactly(
                        "c.yaml: data.customers is missing: nobody to write to. Add, for example, customers: customers.csv.",
                        "c.yaml: template is missing. Add, for example, template: ../templates/spring-sale.ftlh.",
                        "c.yaml: subject is missing. Add, for example, subject: \"Spring is here\".",
                        "c.yaml: from is missing. Add, for example, from: Acme Outdoor <news@acme.example>.",
                        "c.yaml: audience.consent is missing: without it nobody may be written to; {not_recorded: \"why\"} is"
                                + " the other way. Add, for example, consent: marketing_opt_in.");
        assertThat(folder.mistakes("campaign: c", Demand.COMPLIANCE, Demand.SMTP))
                .containsExactly(
                        "c.yaml: compliance.postal_address is missing: the law wants it in every mail. Add, for example,"
                                + " postal_address: \"Acme Outdoor, 1 Hill Road, Sheffield\".",
                        "c.yaml: compliance.unsubscribe is missing: nobody could opt out. Add, for example, unsubscribe:"
                                + " \"https://acme.example/u/${token}\".",
                        "c.yaml: smtp.host is missing. Add, for example, host: localhost.");
        assertThat(folder.mistakes("campaign: c", Demand.LEDGER, Demand.SECRET)).isEmpty();
    }

    @Test
    void slotsWithoutItemsAndTemplatesThatAreNotThereAreTold() {
        String yaml = "campaign: c\ndata: {customers: a.csv}\nslots: {a: {pick: 1}}\ntemplate: a.ftlh\nsubject: A";
        assertThat(new Folder(temp).mistakes(yaml, Demand.DATA, Demand.TEMPLATE))
                .containsExactly(
                        "c.yaml:3:8: slots: slots are filled from items, and there are none. Add data.items.",
                        "c.yaml:4:11: template: there is no file a.ftlh. A path is relative to the file that names it.");
    }

    @Test
    void aTemplateOfWhichNothingCanBeKnownIsNotCalledMissing() {
        var place = new Folder(temp);
        place.write("shared", "a file where a folder is meant");
        String yaml = "campaign: c\ntemplate: shared/a.ftlh\nsubject: A";
        assertThat(place.mistakes(yaml, Demand.TEMPLATE))
                .containsExactly(
                        "c.yaml:2:11: template: shared/a.ftlh cannot be read: Not a directory. Look at its owner"
                                + " and mode, and at its folder's.");
    }

    @Test
    void aVariableWithALineBreakIsRefusedWithoutBeingShown() {
        Path file =
                new Folder(temp).write("c.yaml", "campaign: c\nsmtp: {host: h, username: u, password: \"${env.P}\"}");
        assertThatThrownBy(() -> CampaignFile.read(file, Map.of("P", "hunter2\r\nQUIT"), Set.of(Demand.SMTP)))
                .hasMessageContaining("smtp.password: a line break or control character does not belong here")
                .hasMessageNotContaining("hunter2");
    }
}
