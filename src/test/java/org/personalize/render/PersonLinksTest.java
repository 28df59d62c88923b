package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.render.CampaignLinks.Marks;

/** Links that say whose they are, so that visits can be taken in as clicks. */
class PersonLinksTest {

    private static final Marks ANN = new Marks(Map.of(), "only", "sealed");

    @TempDir
    Path folder;

    private SmallShop shop(String from, String unsubscribe) {
        return new SmallShop(folder)
                .withCampaign("template:", "links: {person_id: pz}\ntemplate:")
                .withCampaign(
                        "recorded: \"customers of the shop\"}",
                        "recorded: \"customers of the shop\"}, tracking_consent: track")
                .withCampaign("news@shop.example", "news@" + from)
                .withCampaign("https://shop.example/u/", unsubscribe)
                .with(
                        "customers.csv",
                        "customer_id,email,track\nc-1001,ann@mail.example,yes\nc-1002,bea@mail.example,no\n");
    }

    private CampaignLinks links(String from, String unsubscribe) {
        return new CampaignLinks(shop(from, unsubscribe).run().campaign());
    }

    @Test
    void onlyWhoAllowsToBeWatchedIsNamed() {
        var run = shop("shop.example", "https://shop.example/u/").run();
        assertThat(run.mail(0).html())
                .contains("https://shop.example/tent?a=1&amp;pz=token-of-0\"")
                .contains("https://shop.example/boots?pz=token-of-0#top\"")
                .contains("\"https://shop.example/u/token-of-0\"");
        assertThat(run.mail(1).html()).doesNotContain("pz=").contains("\"https://shop.example/u/token-of-1\"");
    }

    @Test
    void whereNobodyWasAskedNobodyIsNamedAndTheCampaignSaysSo() {
        var run = new SmallShop(folder)
                .withCampaign("template:", "links: {person_id: pz}\ntemplate:")
                .run();
        assertThat(run.mail(0).html()).doesNotContain("pz=");
        assertThat(run.campaign().warnings().toString()).contains("links.person_id names nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/tent, true",
        "https://Shop.Example:8443/tent, true",
        "https://www.shop.example, true",
        "http://shop.example/tent, false",
        "https://other.example/tent, false",
        "https://notshop.example/tent, false",
        "https://shop.example.evil.example/, false",
        "https://shop.example@evil.example/, false",
        "https://evil.example\\@shop.example/, false",
        "https://evil.example#@shop.example/, false",
        "https://shop.example:x@evil.example/, false",
        "https:///shop.example/, false",
        "mailto:a@shop.example, false"
    })
    void onlyTheSendersOwnEncryptedPagesLearnWhoCame(String target, boolean isNamed) {
        assertThat(links("shop.example", "https://shop.example/u/")
                        .tracked(target, ANN)
                        .contains("pz=sealed"))
                .isEqualTo(isNamed);
    }

    @Test
    void theSendersDomainIsOwnWhereThePagesForOptingOutBelongToIt() {
        var own = links("shop.example", "https://mail.shop.example/u/");
        assertThat(own.tracked("https://www.shop.example/", ANN)).contains("pz=");
        // A sender at a mailbox provider, or pages kept by a service, make neither of them one's own.
        var foreign = links("gmail.example", "https://shop.service.example/u/");
        assertThat(foreign.tracked("https://www.gmail.example/", ANN)).doesNotContain("pz=");
        assertThat(foreign.tracked("https://www.service.example/", ANN)).doesNotContain("pz=");
        assertThat(foreign.tracked("https://shop.service.example/", ANN)).contains("pz=");
    }

    @Test
    void aParameterWrittenByHandStays() {
        var links = links("shop.example", "https://shop.example/u/");
        assertThat(links.tracked("https://shop.example/?pz=mine", ANN)).isEqualTo("https://shop.example/?pz=mine");
    }

    @Test
    void theVariantAndTheItemAreToldAlsoWhereTheAuthorAddedToTheAddress() {
        var campaign = new SmallShop(folder)
                .withCampaign("subject: {only:", "subject: {a-b: Hi, only:")
                .withCampaign("template:", "links: {utm: true}\ntemplate:")
                .run()
                .campaign();
        var marks = new Marks(Map.of("https://shop.example/tent", "picks/tent-1"), "a-b", "sealed");
        assertThat(new CampaignLinks(campaign).tracked("https://shop.example/tent?x=1#top", marks))
                .isEqualTo("https://shop.example/tent?x=1&utm_source=news&utm_medium=email&utm_campaign=spring"
                        + "&utm_term=a-b&utm_content=picks/tent-1#top");
    }
}
