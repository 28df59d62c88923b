package org.personalize.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.problem.Place;
import org.personalize.render.Finding.Severity;

class LintTest {

    private static final Pattern RULE = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @TempDir
    Path folder;

    private SmallShop shop;

    @BeforeEach
    void aShopWithoutFaults() {
        shop = new SmallShop(folder);
    }

    @Test
    void aSoundCampaignHasNothingToMend() {
        assertThat(shop.run().findings()).isEmpty();
    }

    @Test
    void equalFindingsAreGatheredAndErrorsComeFirst() {
        var findings = shop.withTemplate("<a href=\"${item.url}\">", "<a href=\"/shop\">")
                .withTemplate("<h1>", "<img src=\"https://a.example/b.png\"><h1>")
                .run()
                .findings();

        assertThat(findings)
                .containsExactly(
                        new Finding(
                                Severity.ERROR,
                                "relative-link",
                                Place.line("mail.ftlh", 5),
                                "the link \"/shop\" does not say on which site it leads",
                                2),
                        new Finding(
                                Severity.WARNING,
                                "missing-alt",
                                Place.line("mail.ftlh", 3),
                                "a picture has no alt text",
                                2));
    }

    @Test
    void aFieldReadWithoutAGuardIsToldWithTheNumberOfBlanks() {
        var run = shop.withTemplate("${customer.first_name!\"friend\"}", "${customer.first_name}")
                .run();

        assertThat(run.finding("unguarded-field"))
                .extracting(Finding::severity, f -> f.place().line(), Finding::people)
                .containsExactly(Severity.WARNING, 3L, 1L);
        assertThat(run.finding("missing-value").people()).isEqualTo(1);
    }

    @Test
    void aColumnIsKnownInWhateverCaseItIsRead() {
        var run = shop.with(
                        "customers.csv",
                        "customer_id,email,First_Name,Favourite\nc-1001,ann@mail.example,Ann,tents\n"
                                + "c-1002,bea@mail.example,,\n")
                .withTemplate("<h1>", "<p>${customer.favourite}</p><h1>")
                .run();

        assertThat(run.rules()).containsExactly("missing-value", "unguarded-field");
        assertThat(run.finding("unguarded-field").people()).isEqualTo(1);
    }

    @Test
    void aFieldThatNoColumnHasIsTold() {
        var run = shop.withTemplate("customer.first_name!", "customer.frist_name!")
                .run();

        assertThat(run.rules()).containsExactly("unknown-field");
        assertThat(run.finding("unknown-field").message())
                .isEqualTo("the customer file has no column for ${customer.frist_name}, so it is missing for everybody;"
                        + " did you mean customer.first_name?");
    }

    @Test
    void aNameThatNothingBearsIsToldEvenWhereTheTemplateSaysWhatThen() {
        var run = shop.withTemplate(
                        "<h1>",
                        "<p>${slots.pickz![]?size} ${custmer.note!''} ${profile.days_since_purchas!3} ${links.unsubcribe!''}"
                                + " ${send.localtime!''} ${campaign.nam!''} ${compliance.adress!''}</p>\n<h1>")
                .withTemplate("${item.title}", "${item.titel!''}${item.title}${item.why!''}")
                .withTemplate("${slots.pickz![]?size}", "<#list slots.pickz![] as i>${i.x!''}</#list>")
                .run();

        assertThat(run.findings())
                .filteredOn(finding -> finding.rule().equals("unknown-field"))
                .extracting(
                        Finding::severity,
                        finding -> finding.place().line(),
                        finding -> finding.message().replaceAll(".*did you mean ", ""))
                .contains(
                        tuple(Severity.WARNING, 3L, "customer?"),
                        tuple(Severity.WARNING, 3L, "slots.picks?"),
                        tuple(Severity.WARNING, 3L, "profile.days_since_purchase?"),
                        tuple(Severity.WARNING, 3L, "links.unsubscribe?"),
                        tuple(Severity.WARNING, 3L, "send.local_time?"),
                        tuple(Severity.WARNING, 3L, "campaign.name?"),
                        tuple(Severity.WARNING, 6L, "title?"));
    }

    @Test
    void namesThatATemplateOrALanguageMakesAreKnown() {
        var run = shop.with(
                        "items.csv",
                        "item_id,title_de,title,blurb_de,url,in_stock\ntent-1,Zelt,Tent,Gut,https://shop.example/t,yes\n"
                                + "boot-1,Stiefel,Boots,Gut,https://shop.example/b,yes\n")
                .withTemplate(
                        "<h1>",
                        "<#assign mine = {'a': 1}><#macro m x>${x}<#nested x></#macro><@m x='1'; y>${y}</@m>"
                                + "<#list slots as name, items>${name}${items?size}</#list>"
                                + "<#assign name = 'picks'><#list slots[name] as i>${i.title}</#list>"
                                + "${mine.a} ${(slots.picks?first.blurb)!''} ${received('x')?c} ${now?date}"
                                + "<#list slots.picks?sort_by('title')?filter(i -> i.in_stock) as i>${i.title}</#list><h1>")
                .run();

        assertThat(run.rules()).doesNotContain("unknown-field");
    }

    @Test
    void whatATemplateSaysWhereItStopsIsTold() {
        var run =
                shop.withTemplate("<h1>", "<#stop \"no summer items yet\"><h1>").run();

        assertThat(run.finding("template-error").message()).isEqualTo("the template stopped: no summer items yet");
    }

    @Test
    void aGreaterSignThatEndsATagIsTold() {
        var run = shop.withTemplate("<h1>", "<#if slots.picks?size > 1>two</#if><h1>")
                .run();

        assertThat(run.finding("wrong-type").message())
                .contains("compare with gt and lt")
                .endsWith("<#if (a > b)>");
    }

    @Test
    void peopleOfALanguageWithoutATemplateAreCountedAndGetWhatTheMailSaysItIs() {
        shop.withCampaign("languages: [en, de]", "languages: [en, de, fr]")
                .withCampaign("subject: {only: {en: ", "subject: {only: {fr: Bonjour, en: ")
                .with("mail.fr.ftlh", SmallShop.TEMPLATE);
        var run = shop.run();

        assertThat(run.finding("language-without-template"))
                .extracting(Finding::severity, Finding::people)
                .containsExactly(Severity.WARNING, 1L);
        assertThat(run.finding("language-without-template").message())
                .isEqualTo("language de has no template of its own, as others have, and its people get that of en");
        assertThat(run.mail(1).language()).isEqualTo("en");
        assertThat(shop.with("mail.de.ftlh", SmallShop.TEMPLATE).run().rules()).isEmpty();
    }

    @Test
    void aTemplateThatAllLanguagesShareSpeaksThemAll() {
        assertThat(shop.run().mail(1).language()).isEqualTo("de");
    }

    @Test
    void whatTheLawAsksForMustBeShown() {
        var run = shop.withTemplate("<a href=\"${links.unsubscribe}\">Unsubscribe</a>", "")
                .withTemplate("${compliance.postal_address}", "")
                .run();

        assertThat(run.rules()).containsExactly("address-not-shown", "unsubscribe-not-shown");
        assertThat(run.rendered()).allMatch(Rendered.Held.class::isInstance);
    }

    @Test
    void anAddressOnSeveralLinesIsShown() {
        var run = shop.withTemplate("${compliance.postal_address}", "Shop &amp; Sons<br>1 Hill Road")
                .run();

        assertThat(run.findings()).isEmpty();
    }

    @Test
    void aBranchThatNobodyTakesIsNamedWithItsLine() {
        var run = shop.withTemplate("<h1>", "<#if customer.language == 'fr'>Bonjour</#if><h1>")
                .run();

        assertThat(run.finding("unused-branch"))
                .extracting(Finding::severity, f -> f.place().line())
                .containsExactly(Severity.NOTE, 3L);
    }

    @Test
    void aBranchIsTakenWhicheverLanguageTakesIt() {
        var run = shop.with("words.ftlh", "<#macro hello><#if true>Hello</#if></#macro>")
                .with(
                        "mail.de.ftlh",
                        SmallShop.TEMPLATE.replace("<h1>", "<#import \"words.ftlh\" as w><@w.hello/><h1>"))
                .run();

        assertThat(run.findings()).isEmpty();
    }

    @Test
    void whatSeveralCampaignsShareMayHaveBranchesThatOneOfThemDoesNotTake() {
        var run = shop.with("words.ftlh", "<#macro hello><#if false>Hello</#if></#macro>")
                .withTemplate("<h1>", "<#import \"words.ftlh\" as w><@w.hello/><h1>")
                .run();

        assertThat(run.findings()).isEmpty();
    }

    @Test
    void preheadersAreLookedAt() {
        assertThat(shop.withTemplate("${preheader}", "").run().rules()).containsExactly("preheader-not-shown");
        assertThat(shop.withCampaign("preheader: \"Chosen for you\"\n", "")
                        .run()
                        .rules())
                .containsExactly("no-preheader");
    }

    @Test
    void longLinesAreCutOffByMailPrograms() {
        var run = shop.withCampaign("Chosen for you", "word ".repeat(40))
                .withCampaign("Hello ${", "Hello " + "word ".repeat(20) + "${")
                .run();

        assertThat(run.rules()).containsExactly("long-preheader", "long-subject");
        assertThat(run.finding("long-subject").people()).isEqualTo(1);
    }

    @Test
    void anEmptySubjectHoldsThePerson() {
        var run = shop.withCampaign("Hello ${customer.first_name!'friend'}", "${customer.note!}")
                .run();

        assertThat(run.rendered().get(0)).isInstanceOf(Rendered.Held.class);
        assertThat(run.finding("empty-subject"))
                .extracting(Finding::severity, Finding::people)
                .containsExactly(Severity.ERROR, 1L);
    }

    @Test
    void anEmptySubjectIsToldEvenWhereTheTemplateShowsIt() {
        var run = shop.withCampaign("Hello ${customer.first_name!'friend'}", "${customer.note!}")
                .withTemplate("<head>", "<head><title>${subject}</title>")
                .run();

        assertThat(run.rules()).containsExactly("empty-subject");
        assertThat(run.finding("empty-subject").place().file()).endsWith("campaign.yaml");
        assertThat(run.finding("empty-subject").place().line()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "htps://a.example/",
                "https:/a.example",
                "https://https://a.example/",
                "https://a .example/",
                "https://localhost:3000/",
                "https://staging/",
                "https://192.168.1.5/x",
                "http://10.0.0.1",
                "http://127.0.0.1:8080/",
                "mailto:"
            })
    void aLinkThatLeadsNowhereIsToldByItsLine(String link) {
        var run = shop.withCampaign("template:", "links: {utm: true}\ntemplate:")
                .withTemplate("<h1>", "\n<a href=\"" + link + "\">x</a><h1>")
                .run();

        assertThat(run.finding("dead-link"))
                .extracting(Finding::severity, Finding::place, Finding::people)
                .containsExactly(Severity.WARNING, Place.line("mail.ftlh", 4), 2L);
        assertThat(run.finding("dead-link").message()).startsWith("the link \"" + link + "\" leads nowhere: ");
        assertThat(run.rules()).isSubsetOf("dead-link", "http-link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#top",
                "https://a.example",
                "https://user@a.example:8443/x y?b=http://localhost#c",
                "HTTPS://A.EXAMPLE/",
                "https://93.184.216.34/",
                "https://[2001:db8::1]/",
                "https://172.15.0.1.example/",
                "tel:+4930123",
                "mailto:?subject=x",
                "mailto:help@a.example",
                "sms:+49",
                "ourapp://open/x",
                "ftp://a.example/"
            })
    void aLinkThatMayLeadSomewhereIsLeftAlone(String link) {
        assertThat(DeadLink.fault(link)).isEmpty();
    }

    @Test
    void aLinkWithoutATargetIsToldUnlessItIsAPlaceToGoTo() {
        var run = shop.withTemplate(
                        "<h1>",
                        "<a name=\"top\">up</a><a <#if customer.first_name??>href=\"https://a.example/\"</#if>>x</a>"
                                + "\n<a class=\"button\">Shop</a><h1>")
                .run();

        assertThat(run.findings())
                .filteredOn(finding -> finding.rule().equals("dead-link"))
                .extracting(Finding::place, Finding::message)
                .containsExactly(tuple(Place.line("mail.ftlh", 4), "a link has no href, and leads nowhere"));
    }

    @Test
    void whatMailProgramsDropIsTold() {
        var run = shop.withTemplate(
                        "<h1>",
                        "<script type=\"application/ld+json\">{}</script>\n<script>go()</script>\n"
                                + "<form action=\"https://a.example/\"></form>\n<iframe src=\"https://a.example/\"></iframe><h1>")
                .run();

        assertThat(run.findings())
                .filteredOn(finding -> finding.rule().equals("active-content"))
                .extracting(finding -> finding.place().line())
                .containsExactlyInAnyOrder(4L, 5L, 6L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd.mm.yyyy", "d/m/yy", "dd.MM.YYYY", "DD.MM.yyyy", "%.2f"})
    void aFormatThatSaysSomethingElseThanItLooksLikeIsTold(String format) {
        var run = shop.withTemplate("<h1>", "\n<#if false>${now?string('" + format + "')}</#if><h1>")
                .run();

        assertThat(run.finding("wrong-format"))
                .extracting(Finding::severity, Finding::place)
                .containsExactly(Severity.WARNING, Place.line("mail.ftlh", 4));
        assertThat(run.finding("wrong-format").message()).startsWith("the format \"" + format + "\" ");
    }

    @Test
    void aSoundFormatIsLeftAlone() {
        var run = shop.withTemplate(
                        "<h1>",
                        "${now?string(\"d 'de' MMMM yyyy, HH:mm\")} ${now?string('mm:ss')} ${now?string['EEEE']} ${0.5?string('0.0%')}"
                                + " ${true?string('my day', 'no')} ${now?string(\"w/YYYY\")}<h1>")
                .run();

        assertThat(run.rules()).doesNotContain("wrong-format");
    }

    @Test
    void htmlInASubjectIsTold() {
        var run = shop.withCampaign("Hello ${", "Tom &amp; ${")
                .withCampaign("Chosen for you", "<b>Chosen</b> for you")
                .run();

        assertThat(run.findings())
                .extracting(Finding::rule, finding -> finding.place().line(), Finding::message)
                .containsExactly(
                        tuple(
                                "html-in-line",
                                5L,
                                "the subject is plain text, and people would read \"&amp;\" as it stands"),
                        tuple(
                                "html-in-line",
                                6L,
                                "the preheader is plain text, and people would read \"<b>\" as it stands"));
    }

    @Test
    void aValueThatLostItsBracesOrItsSignStopsTheCampaign() {
        var run = shop.withTemplate(
                        "<h1>", "Hi $customer.first_name,\n #{customer.points} $5 $ off #{ a$customer.b <h1>")
                .run();

        assertThat(run.findings())
                .extracting(
                        Finding::rule,
                        finding -> finding.place().line(),
                        finding -> finding.message().split(" ")[0])
                .containsExactly(
                        tuple("foreign-tag", 3L, "$customer.first_name"),
                        tuple("foreign-tag", 4L, "#{customer.points}"));
    }

    @Test
    void templatesAreJudgedByTheLine() {
        var run = shop.withTemplate("<html lang=\"en\">", "<html>")
                .withTemplate(
                        "<h1>",
                        "<table cellpadding=\"0\"><tr><td><a href=\"http://a.example\">A</a></td></tr></table><h1>")
                .withTemplate(
                        "p { color: #222222 }", "p { color: #777; background-color: #fff } p:first-child { margin: 0 }")
                .run();

        assertThat(run.findings())
                .extracting(Finding::severity, Finding::rule, f -> f.place().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Severity.WARNING, "low-contrast", 1L),
                        org.assertj.core.groups.Tuple.tuple(Severity.WARNING, "missing-lang", 1L),
                        org.assertj.core.groups.Tuple.tuple(Severity.NOTE, "css-not-inlined", 1L),
                        org.assertj.core.groups.Tuple.tuple(Severity.NOTE, "http-link", 3L),
                        org.assertj.core.groups.Tuple.tuple(Severity.NOTE, "table-role", 3L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<meta charset=\"windows-1252\"># true",
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\"># true",
                "<meta http-equiv=\"content-type\" content='text/html;charset=\"ISO-8859-15\"'># true",
                "<meta charset=\"UTF-8\"># false",
                "<meta charset=utf8># false",
                "<meta http-equiv=\"Content-Type\" content=\"text/html\"># false",
                "<meta name=\"charset\" content=\"text/html; charset=latin1\"># false",
            },
            quoteCharacter = '|')
    void aTemplateThatNamesAnotherCharsetThanTheMailHasIsToldOf(String meta, boolean isTold) {
        List<String> rules = shop.withTemplate("<head>", "<head>" + meta).run().rules();
        assertThat(rules.contains("wrong-charset")).isEqualTo(isTold);
    }

    @Test
    void cssThatCannotBeReadIsTold() {
        assertThat(shop.withTemplate("p { color: #222222 }", "p { color: ; } }")
                        .run()
                        .rules())
                .contains("css-mistake");
    }

    @Test
    void anItemFileThatKnowsFewOfTheBoughtItemsIsDoubted() {
        var run = shop.with(
                        "events.csv",
                        "customer_id,event,timestamp,item_id\nc-1001,purchase,2026-02-01T10:00:00Z,t1\n"
                                + "c-1002,purchase,2026-02-01T10:00:00Z,tent-1\n")
                .run();

        assertThat(run.finding("unknown-items").message()).contains("50 % of the 2 bought items");
    }

    @Test
    void linksThatLeadNowhereAreFound() {
        var run = shop.withTemplate("<h1>", "<a href=\"https://a.example/\"></a><a href=\"data:text/html,x\">d</a><h1>")
                .run();

        assertThat(run.rules()).containsExactly("data-link", "empty-link");
    }

    @Test
    void aLocalPictureHoldsARealMailOnly() {
        shop.withTemplate("<h1>", "<img src=\"tent.png\" alt=\"Tent\"><h1>");

        assertThat(shop.run(Purpose.MAIL).finding("local-picture").severity()).isEqualTo(Severity.ERROR);
        assertThat(shop.run(Purpose.PREVIEW).finding("local-picture").severity())
                .isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table role=\"presentation\" background=\"bg.png\"><tr><td>x</td></tr></table>",
                "<div style=\"padding:0;background-image:url(bg.png)\">x</div>",
                "<div style=\"background:#fff url( 'bg.png' ) no-repeat\">x</div>",
                "<img src=\"https://a.example/b.png\" srcset=\"https://a.example/b.png 1x, bg.png 2x\" alt=\"\">",
                "<!--[if gte mso 9]><v:rect><v:fill type=\"frame\" src=\"bg.png\"/></v:rect><![endif]-->",
                "<img src=\"bg.png\" alt=\"\">",
                "<video poster='bg.png'></video>",
                "<img\nsrc = bg.png alt=\"\">",
            })
    void aLocalPictureHoldsARealMailWhereverItIsNamed(String picture) {
        var run = shop.withTemplate("<h1>", picture + "<h1>").run();

        assertThat(run.finding("local-picture"))
                .isEqualTo(new Finding(
                        Severity.ERROR,
                        "local-picture",
                        Place.line("mail.ftlh", picture.contains("\n") ? 4 : 3),
                        "the picture \"bg.png\" has no public address; it must lie in images.folder, with"
                                + " images.public_url set",
                        2));
        assertThat(run.rendered()).allMatch(Rendered.Held.class::isInstance);
    }

    @Test
    void aLocalPictureOfAStyleBlockIsToldByItsLine() {
        var run = shop.withTemplate("</style>", "\n@media (max-width:1px) { p { background: url(bg.png) } }\n</style>")
                .run();

        assertThat(run.finding("local-picture").place()).isEqualTo(Place.line("mail.ftlh", 2));
    }

    @Test
    void aPictureThatIsNowhereInTheMailHoldsIt() {
        for (String picture : List.of("<img src=\"cid:logo\" alt=\"\">", "<img alt=\"\">", "<img src=\"\" alt=\"\">")) {
            var run = new SmallShop(folder)
                    .withTemplate("<h1>", "\n" + picture + "<h1>")
                    .run();

            assertThat(run.finding("local-picture"))
                    .extracting(Finding::severity, f -> f.place().line(), Finding::people)
                    .containsExactly(Severity.ERROR, 4L, 2L);
        }
    }

    @Test
    void whatIsNoPictureOfTheMailIsNoLocalPicture() {
        var run = shop.withTemplate(
                        "<style>",
                        "<style>@font-face { font-family: F; src: local('F'), url(f.woff2) format('woff2') } "
                                + "v\\:* { behavior: url(#default#VML) } ")
                .withTemplate(
                        "<h1>",
                        "<!-- <td background=\"bg.png\"> --><p title=\"src=x url(x)\">Write url(x) and src=\"y\"."
                                + " </p><p style=\"background-color:#ffffff\">x</p><h1>")
                .run();

        assertThat(run.rules()).doesNotContain("local-picture");
    }

    @Test
    void anAddressIsToldAsItIsWritten() {
        shop.withTemplate("<a href=\"${item.url}\">", "\n<a href=\"/items?id=${item.item_id}&amp;a=1\">")
                .withTemplate("<h1>", "<a href='javascript:go(\"${customer.email}\")'>go</a>\n<h1>");

        var run = shop.run();

        assertThat(run.finding("relative-link").place()).isEqualTo(Place.line("mail.ftlh", 7));
        assertThat(run.finding("relative-link").message())
                .isEqualTo("the link \"/items?id=${item.item_id}&amp;a=1\" does not say on which site it leads");
        assertThat(run.finding("data-link").message())
                .isEqualTo(
                        "the link \"javascript:go(\"${customer.email}\")\" holds data or code instead of an address");
        assertThat(run.finding("data-link").people()).isEqualTo(2);
    }

    @Test
    void anAddressOfTheDataIsToldByTheValuesThatMayHoldIt() {
        var run = shop.with(
                        "items.csv",
                        "item_id,title,page,image,in_stock\ntent-1,Tent,/tent,tent.png,yes\n"
                                + "boot-1,Boots,/boots,boots.png,yes\n")
                .withTemplate(
                        "<a href=\"${item.url}\">", "<img src=\"${item.image}\" alt=\"\">\n<a href=\"${item.page}\">")
                .run();

        assertThat(run.finding("relative-link").message())
                .isEqualTo("the link \"${item.page}\" does not say on which site it leads");
        assertThat(run.finding("relative-link").place()).isEqualTo(Place.line("mail.ftlh", 6));
        assertThat(run.finding("local-picture").message()).startsWith("the picture \"${item.image}\" has no");
        assertThat(run.finding("local-picture").place()).isEqualTo(Place.line("mail.ftlh", 5));
    }

    @Test
    void aLinkWithNothingToReadIsToldByItsLine() {
        var run = shop.withTemplate("<h1>", "\n<a href=\"https://a.example/\"> </a><h1>")
                .run();

        assertThat(run.finding("empty-link").place()).isEqualTo(Place.line("mail.ftlh", 4));
        assertThat(run.finding("empty-link").message())
                .isEqualTo("the link \"https://a.example/\" has nothing to read in it");
    }

    @Test
    void aMailIsNeitherTooLargeNorTooThin() {
        assertThat(shop.withTemplate("<h1>", "<!--" + "x".repeat(MailLint.GMAIL_CLIPS_BYTES) + "--><h1>")
                        .run()
                        .rules())
                .containsExactly("too-large");
        assertThat(new SmallShop(folder)
                        .withTemplate(
                                "We have put aside a few things that we believe you will like, "
                                        + "and hope that you come by soon.",
                                "")
                        .withTemplate(
                                "<#list slots.picks as item><p><a href=\"${item.url}\">${item.title}</a></p></#list>",
                                "")
                        .run()
                        .rules())
                .containsExactly("thin-text");
    }

    @Test
    void wordsThatStandForOnesOwnAreToldWhereRealPeopleWouldGetThem() {
        shop.withCampaign("news@shop.example", "news@example.com")
                .withCampaign("https://shop.example/u/", "https://www.example.org/u/");
        assertThat(shop.run().rules()).as("nobody real").isEmpty();

        shop.with("customers.csv", "customer_id,email,first_name,language,note\nc-1,ann@mail.shop,Ann,en,\n");
        assertThat(shop.run().findings())
                .filteredOn(f -> f.rule().equals("placeholder-left"))
                .allMatch(f -> f.severity() == Severity.WARNING)
                .extracting(Finding::message)
                .containsExactly(
                        "compliance.unsubscribe leads to a site that is kept for examples: nobody could opt out",
                        "the sender's address is one that is kept for examples: news@example.com");

        shop.withCampaign("news@example.com", "news@myexample.com")
                .withCampaign("https://www.example.org/u/", "https://my.shop/example.org/u/");
        assertThat(shop.run().rules()).doesNotContain("placeholder-left");
    }

    @Test
    void personalDataTrackedByGitIsTold() throws IOException {
        shop.with(
                "customers.csv",
                "customer_id,email,first_name,last_name,language,note\nc-1,ann@mail.shop,Ann,Lee,en,\n");
        shop.withCampaign("from:", """
                dkim: {domain: shop.example, selector: s1, key: dkim.pem, ed25519: {selector: s2, key: dkim/second.pem}}
                from:""");
        Files.createDirectories(folder.resolve(".git"));
        Files.write(
                folder.resolve(".git/index"),
                GitIndexTest.index(
                        2,
                        List.of(
                                "customers.csv",
                                "dkim/second.pem",
                                "mail.ftlh",
                                "personalize.key",
                                "plans/plan-spring.json")));

        assertThat(shop.run().findings())
                .extracting(Finding::rule, f -> f.place().file())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("tracked-by-git", "customers.csv"),
                        org.assertj.core.groups.Tuple.tuple("tracked-by-git", "dkim/second.pem"),
                        org.assertj.core.groups.Tuple.tuple("tracked-by-git", "personalize.key"),
                        org.assertj.core.groups.Tuple.tuple("tracked-by-git", "plans/plan-spring.json"));
    }

    @Test
    void whatOtherMailSystemsWouldFillInStopsTheCampaign() {
        for (String tag : List.of(
                "*|FNAME|*",
                "{{ first_name }}",
                "{{#if vip}}",
                "{% if vip %}",
                "<%= name %>",
                "[[name]]",
                "[=customer.spend]",
                "%%first_name%%",
                "%FIRSTNAME%",
                "%recipient.name%",
                "{preheader}",
                "{$name}",
                "$ {customer.first_name}")) {
            var run = new SmallShop(folder)
                    .withTemplate("<h1>", "<p>" + tag + "</p><h1>")
                    .run();
            assertThat(run.finding("foreign-tag"))
                    .as(tag)
                    .extracting(Finding::place, Finding::blocks)
                    .containsExactly(Place.line("mail.ftlh", 3), true);
            assertThat(run.finding("foreign-tag").message()).startsWith(tag + " is filled in by other mail systems");
        }
    }

    @Test
    void aForeignTagInASubjectOrATextTemplateIsToldByItsLine() {
        var run = shop.withCampaign("\"Chosen for you\"", "\"Hi *|FNAME|*\"")
                .withCampaign("template: mail.ftlh", "template: mail.ftlh\ntext_template: mail.ftl")
                .with("mail.ftl", "Hello\n%%name%%\n")
                .run();
        assertThat(run.findings())
                .filteredOn(f -> f.rule().equals("foreign-tag"))
                .extracting(
                        f -> Path.of(f.place().file()).getFileName().toString(),
                        f -> f.place().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("campaign.yaml", 6L),
                        org.assertj.core.groups.Tuple.tuple("mail.ftl", 2L));
    }

    @Test
    void pricesCodeStylesAndDataForMachinesAreNoForeignTags() {
        assertThat(ForeignTags.in("""
                        <style>@media screen { p {color} }</style>
                        <script type="application/ld+json">{"@type": {"x": [[name]]}, "y": "{name}"}</script>
                        <!--[if mso]><p>{name}</p><![endif]-->
                        <p>20% OFF% 100%SURE% now, 5 % of {1,2}, [1] and [[1, 2], [3]], $5 and $ 6, a*|b, {x}, {sic}, 50%%</p>
                        <a href="https://a.example/Gr%C3%BC%C3%9FE%20ALLE%20?a=%7Bb%7D">x</a>
                        <p>Write <code>{{ name }}</code> or <pre>*|FNAME|*</pre> ${"{"}a} ${customer.a!'{b}'}</p>
                        """)).isEmpty();
    }

    @Test
    void paleTextIsToldWhereverItsTwoColorsStand() {
        for (String pale : List.of(
                "<p style=\"color:#cccccc;background-color:#ffffff\">pale</p>",
                "<p style=\"color: #ccc\">pale</p>",
                "<p><font color=\"#cccccc\">pale</font></p>",
                "<table role=\"presentation\" bgcolor=\"#777777\"><tr><td><b style=\"color:#888\">pale</b></td></tr></table>",
                "<div style=\"color: rgb(204, 204, 204)\"><span>pale</span></div>")) {
            var run =
                    new SmallShop(folder).withTemplate("<h1>", pale + "\n<h1>").run();
            assertThat(run.rules()).as(pale).containsExactly("low-contrast");
            assertThat(run.finding("low-contrast"))
                    .extracting(f -> f.place().line(), Finding::people)
                    .containsExactly(3L, 2L);
        }
    }

    @Test
    void textThatIsHiddenLargeOrOnItsOwnGroundIsNotPale() {
        for (String clear : List.of(
                "<div style=\"color:#fff;font-size:1px\">seen in the inbox</div>",
                "<div style=\"color:#fff;max-height:0;overflow:hidden\">seen in the inbox</div>",
                "<p style=\"color:#888;font-size:28px\">large</p>",
                "<div style=\"background:#000\"><p style=\"color:#fff\">white on black</p></div>",
                "<div style=\"background:url(https://a.example/b.png)\"><p style=\"color:#fff\">on a picture</p></div>",
                "<div style=\"font-size:0\"><p style=\"font:14px/1.5 Arial\">plain</p></div>")) {
            var run = new SmallShop(folder).withTemplate("<h1>", clear + "<h1>").run();
            assertThat(run.findings()).as(clear).isEmpty();
        }
    }

    @Test
    void aWayOutThatNobodySeesIsNone() {
        String link = "<a href=\"${links.unsubscribe}\">Unsubscribe</a>";
        for (String unseen : List.of(
                link.replace("Unsubscribe", ""),
                link.replace("Unsubscribe", "&nbsp;"),
                link.replace("Unsubscribe", "<img src=\"https://a.example/b.png\">"),
                link.replace("<a ", "<a style=\"font-size:0\" "),
                link.replace("<a ", "<a style=\"visibility: hidden\" "),
                link.replace("<a ", "<a style=\"color:#ffffff\" "),
                "<div style=\"display:none\">" + link + "</div>")) {
            var run = new SmallShop(folder).withTemplate(link, unseen).run();
            assertThat(run.finding("unsubscribe-not-shown").people()).as(unseen).isEqualTo(2);
            assertThat(run.rendered()).as(unseen).allMatch(Rendered.Held.class::isInstance);
        }
        String picture = link.replace("Unsubscribe", "<img src=\"https://a.example/b.png\" alt=\"Unsubscribe\">");
        assertThat(shop.withTemplate(link, picture).run().findings()).isEmpty();
    }

    @Test
    void everyRuleStandsInTheGuide() throws IOException {
        var rules = new TreeSet<String>();
        for (String name : List.of(
                "MailLint",
                "AddressLint",
                "CampaignLint",
                "TemplateLint",
                "FieldLint",
                "ForeignTags",
                "FormatLint",
                "OwnLines",
                "Shades",
                "TrackedFiles",
                "Finding")) {
            String source = Files.readString(Path.of("src/main/java/org/personalize/render/" + name + ".java"));
            var found = RULE.matcher(source);
            while (found.find()) {
                rules.add(found.group(1));
            }
        }
        rules.removeAll(List.of("background-color", "font-size"));
        var guide = Files.readAllLines(Path.of("src/site/markdown/lint.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(guide).isEqualTo(rules);
    }
}
