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
    void aLanguagesTemplateHasItsOwnStyleAlone() {
        String german = SmallShop.TEMPLATE
                .replace("Hello", "Guten Tag")
                .replaceAll("(?s)<style>.*</style>", "<style>h1 { margin: 0 }</style>");
        var run = new SmallShop(folder).with("mail.de.ftlh", german).run();

        assertThat(run.mail(0).html()).contains("<h1>Hello Ann</h1>", "style=\"color:#222222\"");
        assertThat(run.mail(1).html())
                .contains("<h1 style=\"margin:0\">Guten Tag friend</h1>")
                .doesNotContain("#222222");
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
    void somebodyElsesIdHoldsThePersonButOnesOwnDoesNot() {
        var run = new SmallShop(folder)
                .withTemplate("<h1>", "<h1>${'c-10' + '02'} ")
                .run();

        assertThat(run.said(0)).extracting(Finding::rule).containsExactly("foreign-data");
        assertThat(run.rendered().get(0)).isInstanceOf(Rendered.Held.class);
        assertThat(run.said(1)).isEmpty();
    }

    @Test
    void somebodyElsesIdIsFoundInALinkAndInASubject() {
        var link = new SmallShop(folder)
                .withTemplate("<h1>", "<p><a href=\"https://shop.example/?who=${'c-10' + '02'}\">Look</a></p><h1>")
                .run();
        var subject = new SmallShop(folder)
                .withCampaign("en: \"Hello ", "en: \"${'c-10' + '02'} ")
                .run();

        assertThat(link.said(0)).extracting(Finding::rule).containsExactly("foreign-data");
        assertThat(subject.said(0)).extracting(Finding::rule).containsExactly("foreign-data");
    }

    @Test
    void aWordThatOnlyLooksLikeAnIdHoldsNobody() {
        String customers = "customer_id,email,postcode\n1000001,a@mail.example,1000002\n1000002,b@mail.example,1\n";
        var own = new SmallShop(folder)
                .with("customers.csv", customers)
                .withTemplate("<h1>", "<h1>${customer.postcode} ${'10000' + '09'} ")
                .run();
        var item = new SmallShop(folder)
                .with("customers.csv", "customer_id,email,likes\nx,a@mail.example,tent-1\ntent-1,b@mail.example,x\n")
                .withTemplate("<h1>", "<h1>${customer.likes} ")
                .run();
        var title = new SmallShop(folder)
                .with("items.csv", "item_id,title,url\ntent-1,Tent c-1002,https://shop.example/tent\n")
                .run();
        var written = new SmallShop(folder).withTemplate("<h1>", "<h1>c-1002 ").run();
        var number = new SmallShop(folder)
                .with("customers.csv", "customer_id,email\n10001,a@mail.example\n10002,b@mail.example\n")
                .withTemplate("<h1>", "<h1>${'100' + '02'} ")
                .run();

        assertThat(own.said(0)).as("a number of one's own").isEmpty();
        assertThat(item.said(0)).as("an item's id").isEmpty();
        assertThat(title.said(0)).as("a word of an item").isEmpty();
        assertThat(written.said(0)).as("a word of the template").isEmpty();
        assertThat(number.said(0)).as("a short number").isEmpty();
    }

    @Test
    void aLongNumberThatIsSomebodyElsesIdHoldsThePerson() {
        var run = new SmallShop(folder)
                .with("customers.csv", "customer_id,email\n1000001,a@mail.example\n1000002,b@mail.example\n")
                .withTemplate("<h1>", "<h1>${'10000' + '02'} ")
                .run();

        assertThat(run.said(0)).extracting(Finding::rule).containsExactly("foreign-data");
    }

    @Test
    void somebodyElsesIdInAColumnOfOnesOwnHoldsThePerson() {
        var run = new SmallShop(folder)
                .with(
                        "customers.csv",
                        "customer_id,email,note\nc-1001,a@mail.example,ask c-1002\nc-1002,b@mail.example,c-1002\n")
                .withTemplate("<h1>", "<h1>${customer.note} ")
                .run();

        assertThat(run.said(0)).extracting(Finding::rule).containsExactly("foreign-data");
        assertThat(run.said(1)).as("one's own id").isEmpty();
    }

    @Test
    void aValueOfAnotherKindHoldsThePersonWhoHasIt() {
        var run = new SmallShop(folder)
                .withTemplate("<h1>", "<#if customer.note??>${customer.note * 2}</#if><h1>")
                .run();

        assertThat(run.rendered().get(0)).isInstanceOf(Rendered.Ready.class);
        assertThat(run.said(1))
                .containsExactly(new Finding(
                        Severity.ERROR,
                        "wrong-type",
                        Place.at(folder.getFileName() + "/mail.ftlh", 3, 24),
                        "${customer.note} is of another kind than the template takes it for",
                        1));
    }

    @Test
    void aTemplateWithoutAnEndHoldsThePersonWhoseMailItFills() {
        String endless = "<#if customer.note??><#list 1..1000 as a><#list 1..1000 as b>" + "so it goes ".repeat(100)
                + "</#list></#list></#if>";
        var run = new SmallShop(folder).withTemplate("<h1>", endless + "<h1>").run();

        assertThat(run.rendered().get(0)).isInstanceOf(Rendered.Ready.class);
        assertThat(run.rendered().get(1)).isInstanceOf(Rendered.Held.class);
        assertThat(run.said(1)).extracting(Finding::rule).containsExactly("template-limit");
        assertThat(run.said(1)).extracting(Finding::severity).containsExactly(Severity.ERROR);
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

    @Test
    void picturesAreFoundWhereverAMailNamesThem() {
        var mail = new SmallShop(folder)
                .withCampaign("template:", "images: {folder: images/, public_url: 'https://cdn.example/m'}\ntemplate:")
                .withTemplate(
                        "</style>", "@media print { p { background: url('a.jpg') url(\"images/a.jpg\") } }</style>")
                .withTemplate(
                        "<h1>",
                        "<table background=\"a.jpg\" role=\"presentation\"><tr><td style=\"background:url(&quot;it's.jpg&quot;)\">"
                                + "<img src=\"a.jpg\" srcset=\"a.jpg 1x,  images/my%20tent.jpg 2x\" alt=\"Tent\">"
                                + "<!--[if mso]><v:fill type=\"frame\" src=\"a.jpg?v=2\" /><![endif]--></td></tr></table><h1>")
                .with("images/a.jpg", "x")
                .with("images/it's.jpg", "x")
                .with("images/my tent.jpg", "x")
                .run()
                .mail(0);

        assertThat(mail.html())
                .contains(
                        "url(\"https://cdn.example/m/a.jpg\")",
                        "<table background=\"https://cdn.example/m/a.jpg\"",
                        "background:url(&quot;https://cdn.example/m/it%27s.jpg&quot;)",
                        "<img src=\"https://cdn.example/m/a.jpg\" srcset=\"https://cdn.example/m/a.jpg 1x,"
                                + "  https://cdn.example/m/my%20tent.jpg 2x\"",
                        "<v:fill type=\"frame\" src=\"https://cdn.example/m/a.jpg\" />");
    }

    @Test
    void aPictureThatIsNotInTheFolderHoldsTheMail() {
        var run = new SmallShop(folder)
                .withCampaign("template:", "images: {folder: images/, public_url: 'https://cdn.example/m'}\ntemplate:")
                .withTemplate("<h1>", "<div style=\"background:url(tnet.jpg)\"></div><h1>")
                .with("images/tent.jpg", "x")
                .run();

        assertThat(run.finding("local-picture").place()).isEqualTo(Place.line("mail.ftlh", 3));
        assertThat(run.rendered()).allMatch(Rendered.Held.class::isInstance);
    }
}
