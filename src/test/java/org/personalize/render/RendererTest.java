package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;

class RendererTest {

    @TempDir
    Path folder;

    @Test
    void aMailIsFilledWithWhatIsKnownOfThePerson() {
        var mail = new SmallShop(folder).run().mail(0);

        assertThat(mail.subject()).isEqualTo("Hello Ann");
        assertThat(mail.fullName()).isEqualTo("Ann Lee");
        assertThat(mail.preheader()).isEqualTo("Chosen for you");
        assertThat(mail.occurrence()).isEqualTo("2026-W10");
        assertThat(mail.unsubscribe()).isEqualTo("https://shop.example/u/token-of-0");
        assertThat(mail.html())
                .contains("<h1>Hello Ann</h1>", "style=\"color:#222222\"", ">Shop &amp; Sons, 1 Hill Road<");
        assertThat(mail.text()).isEqualTo("""
                        Hello Ann
                        =========

                        We have put aside a few things that we believe you will like, and hope that
                        you come by soon.

                        Boots: https://shop.example/boots#top

                        Tent: https://shop.example/tent?a=1

                        Unsubscribe: https://shop.example/u/token-of-0

                        Shop & Sons, 1 Hill Road
                        """);
        assertThat(mail.findings()).isEmpty();
    }

    @Test
    void itemsAndSubjectAreInThePersonsLanguage() {
        var mail = new SmallShop(folder).run().mail(1);

        assertThat(mail.subject()).isEqualTo("Hallo du");
        assertThat(mail.html()).contains(">Zelt</a>").doesNotContain(">Tent</a>");
    }

    @Test
    void aTemplateOfItsOwnIsTakenForALanguage() {
        var shop = new SmallShop(folder).with("mail.de.ftlh", SmallShop.TEMPLATE.replace("Hello", "Guten Tag"));

        assertThat(shop.run().mail(1).html()).contains("<h1>Guten Tag friend</h1>");
    }

    @Test
    void aMissingValueHoldsOnlyThePersonWhoMissesIt() {
        var run = new SmallShop(folder)
                .withTemplate("${customer.first_name!\"friend\"}", "${customer.first_name}")
                .run();

        assertThat(run.rendered().get(0)).isInstanceOf(Rendered.Ready.class);
        assertThat(run.rendered().get(1)).isInstanceOf(Rendered.Held.class);
        assertThat(run.said(1)).extracting(Finding::rule).containsExactly("missing-value");
        assertThat(run.said(1).get(0).place().line()).isEqualTo(3);
    }

    @Test
    void aValueIsNeverMarkup() {
        var shop = new SmallShop(folder)
                .with("customers.csv", "customer_id,email,first_name\nc1,a@mail.example,<b onclick=x>${1+1}\n");

        var mail = shop.run().mail(0);

        assertThat(mail.html()).contains("<h1>Hello &lt;b onclick=x&gt;${1+1}</h1>");
        assertThat(mail.subject()).isEqualTo("Hello <b onclick=x>${1+1}");
    }

    @Test
    void linksCarryTheCampaignExceptTheWayOut() {
        var mail = new SmallShop(folder)
                .withCampaign("template:", "links: {utm: true}\ntemplate:")
                .run()
                .mail(0);

        assertThat(mail.html())
                .contains(
                        "https://shop.example/tent?a=1&amp;utm_source=news&amp;utm_medium=email&amp;utm_campaign=spring"
                                + "&amp;utm_content=picks/tent-1")
                .contains("utm_content=picks/boot-1#top")
                .contains("\"https://shop.example/u/token-of-0\"");
    }

    @Test
    void aLineBreakInASubjectHoldsThePerson() {
        var run = new SmallShop(folder)
                .withCampaign("en: \"Hello ${customer.first_name!'friend'}\"", "en: '${\"Hello\\nBcc: x@y.example\"}'")
                .run();

        assertThat(run.rendered().get(0)).isInstanceOf(Rendered.Held.class);
        assertThat(run.said(0)).extracting(Finding::rule).containsExactly("header-control");
    }

    @Test
    void somebodyElsesAddressHoldsThePerson() {
        var run = new SmallShop(folder)
                .with(
                        "customers.csv",
                        "customer_id,email,note\nc1,a@mail.example,write to B@mail.example\nc2,B@mail.example,x\n")
                .withTemplate("<h1>", "<h1>${customer.note} ")
                .run();

        assertThat(run.said(0))
                .containsExactly(new Finding(
                        Severity.ERROR,
                        "foreign-data",
                        Place.file("mail.ftlh"),
                        "the mail holds the address or the id of somebody else",
                        1));
        assertThat(run.rendered().get(1)).isInstanceOf(Rendered.Ready.class);
    }

    @Test
    void theTextTemplateTakesThePlaceOfTheDerivedText() {
        var mail = new SmallShop(folder)
                .withCampaign("template: mail.ftlh", "template: mail.ftlh\ntext_template: mail.ftl")
                .with("mail.ftl", "Hello <${customer.first_name!'you'}>, ${links.unsubscribe}")
                .run()
                .mail(0);

        assertThat(mail.text()).isEqualTo("Hello <Ann>, https://shop.example/u/token-of-0");
    }

    @Test
    void picturesAreFoundWhereTheMailFindsThem() {
        var mail = new SmallShop(folder)
                .withCampaign("template:", "images: {folder: images/, public_url: 'https://cdn.example/m'}\ntemplate:")
                .withTemplate("<h1>", "<img src=\"images/my tent.jpg\" alt=\"Tent\"><h1>")
                .with("images/my tent.jpg", "x")
                .run()
                .mail(0);

        assertThat(mail.html()).contains("src=\"https://cdn.example/m/my%20tent.jpg\"");
    }
}
