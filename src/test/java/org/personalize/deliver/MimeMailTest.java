package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMailTest {

    private final Letter letter = new Letter();

    @Test
    void aPlainMailReadsLikeThis() {
        letter.replyTo = "help@acme.example";
        letter.mailto = "mailto:out@acme.example?subject=abc";

        assertThat(letter.headers().stream().filter(h -> !h.startsWith("Message-ID") && !h.startsWith("Content-Type")))
                .containsExactly(
                        "From: Acme Outdoor <news@acme.example>",
                        "Reply-To: <help@acme.example>",
                        "To: Ann Smith <ann@shop.example>",
                        "Subject: Spring is here",
                        "Date: Mon, 2 Mar 2026 07:30:00 +0000",
                        "List-Unsubscribe: <https://acme.example/u/abc>, <mailto:out@acme.example?subject=abc>",
                        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                        "Feedback-ID: spring-sale:sales:plain:acme.example",
                        "List-Id: \"Acme Outdoor, sales\" <sales.acme.example>",
                        "Precedence: bulk",
                        "MIME-Version: 1.0",
                        "Content-Language: en");
    }

    @Test
    void theTextComesFirstAndTheHtmlSaysTheSame() throws Exception {
        letter.text = "Grüße, Ann\nbis bald";
        letter.html = "<p>Grüße, Ann 🏔</p>";

        var parts = (MimeMultipart) letter.read().getContent();

        assertThat(letter.read().getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße, Ann\r\nbis bald");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße, Ann 🏔</p>");
    }

    @Test
    void asciiStaysReadableAndEverythingElseIsQuoted() {
        letter.text = "Hello\n";
        letter.html = "<p>Grüße</p>";

        assertThat(letter.raw())
                .contains("Content-Transfer-Encoding: 7bit\r\n\r\nHello\r\n")
                .contains("Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Gr=C3=BC=C3=9Fe</p>\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {998, 999})
    void aLineThatIsTooLongForARelayIsQuoted(int length) {
        letter.text = "x".repeat(length);

        String encoding = length <= 998 ? "7bit" : "quoted-printable";
        assertThat(letter.raw()).contains("text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: " + encoding);
        assertThat(letter.raw().split("\r\n")).allMatch(line -> line.length() <= 998);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb"})
    void everyLineEndBecomesThatOfMail(String text) {
        letter.text = text;
        letter.html = text + "ü";

        assertThat(letter.raw()).contains("\r\n\r\na\r\nb\r\n--").contains("\r\n\r\na\r\nb=C3=BC\r\n--");
        assertThat(letter.raw().replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    }

    @Test
    void aLineThatEndsWithABlankKeepsIt() throws Exception {
        letter.text = "Grüße \nfrom us\t\n ";

        assertThat(((MimeMultipart) letter.read().getContent()).getBodyPart(0).getContent())
                .isEqualTo("Grüße \r\nfrom us\t\r\n ");
    }

    @Test
    void theSameMailIsTheSameBytes() {
        letter.subject = "Für dich: 🏔";
        assertThat(letter.bytes()).isEqualTo(letter.bytes());
    }

    @Test
    void messageIdAndBoundaryDifferByPersonCampaignAndOccurrence() {
        var ids = new java.util.HashSet<String>();
        var types = new java.util.HashSet<String>();
        for (String person : List.of("c-1", "c-2")) {
            for (String campaign : List.of("spring-sale", "win-back")) {
                for (String occurrence : List.of("", "2026-W10")) {
                    letter.customerId = person;
                    letter.campaignName = campaign;
                    letter.occurrence = occurrence;
                    ids.add(letter.header("Message-ID"));
                    types.add(letter.header("Content-Type"));
                }
            }
        }
        assertThat(ids).hasSize(8).allMatch(id -> id.matches("<[a-z2-7]+@acme\\.example>"));
        assertThat(types).hasSize(8);
    }

    @Test
    void messageIdAndBoundaryRevealNeitherPersonNorCampaign() {
        letter.customerId = "secretperson";
        letter.campaignName = "secretcampaign";
        letter.email = "hidden@shop.example";

        String machineLines = letter.header("Message-ID") + letter.header("Content-Type");

        assertThat(machineLines).doesNotContain("secret").doesNotContain("hidden");
        assertThat(letter.raw()).doesNotContain("secretperson");
    }

    @Test
    void oneClickIsPromisedForAnHttpsPageAlone() {
        letter.unsubscribe = null;
        letter.mailto = "mailto:out@acme.example";
        assertThat(letter.header("List-Unsubscribe")).isEqualTo("<mailto:out@acme.example>");
        assertThat(letter.headers()).noneMatch(h -> h.startsWith("List-Unsubscribe-Post"));

        letter.unsubscribe = "http://acme.example/u/abc";
        assertThat(letter.header("List-Unsubscribe")).isEqualTo("<mailto:out@acme.example>");

        letter.mailto = null;
        assertThat(letter.headers()).noneMatch(h -> h.startsWith("List-Unsubscribe"));
    }

    @Test
    void aMailtoOptOutNamesTheMailInItsPlaceHolder() {
        letter.mailto = "mailto:out+${token}@bücher.example?subject=${token}";
        assertThat(letter.header("List-Unsubscribe"))
                .matches("<https://acme\\.example/u/abc>,"
                        + " <mailto:out\\+([a-z2-7]{40})@xn--bcher-kva\\.example\\?subject=\\1>");
    }

    @Test
    void anOptOutPageInAnyScriptIsWrittenInAscii() {
        letter.unsubscribe = "https://bücher.example:8443/süß/abc?x=1";
        assertThat(letter.header("List-Unsubscribe"))
                .isEqualTo("<https://xn--bcher-kva.example:8443/s%C3%BC%C3%9F/abc?x=1>");
    }

    @Test
    void anOptOutLongerThanALineIsFolded() {
        letter.unsubscribe = "https://acme.example/u/" + "x".repeat(3000);
        assertThat(letter.raw().split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(letter.header("List-Unsubscribe").replace(" ", "")).isEqualTo('<' + letter.unsubscribe + '>');
    }

    @Test
    void feedbackHasNoPersonalValuesAndOnlySafeSigns() {
        letter.variant = "Für: alle\u2028";
        letter.from = "news@a-very-long-name-of-a-shop.example";
        assertThat(letter.header("Feedback-ID")).isEqualTo("spring-sale:sales:f-r--alle-:a-very-long-nam");

        letter.from = "news@a.io";
        assertThat(letter.header("Feedback-ID")).endsWith(":a.io-mail");
    }

    @Test
    void domainsInAnyScriptAreWrittenForNameServers() throws Exception {
        letter.from = "Bücher <news@bücher.example>";
        letter.replyTo = "hilfe@bücher.example";
        letter.email = "ann@例え.jp";

        assertThat(letter.header("From")).endsWith("<news@xn--bcher-kva.example>");
        assertThat(letter.header("Reply-To")).isEqualTo("<hilfe@xn--bcher-kva.example>");
        assertThat(letter.header("To")).endsWith("<ann@xn--r8jz45g.jp>");
        assertThat(letter.header("Message-ID")).endsWith("@xn--bcher-kva.example>");
        assertThat(letter.header("List-Id")).endsWith("<sales.xn--bcher-kva.example>");
    }

    @Test
    void aLocalPartInAnyScriptIsKept() {
        letter.email = "björn@shop.example";
        assertThat(new String(letter.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("To: Ann Smith <björn@shop.example>\r\n");
    }

    static List<String> hostileTexts() {
        return List.of(
                "Smith, Ann",
                "Ann \"Annie\" Smith",
                "\"; DROP TABLE people; --",
                "Ann <evil@evil.example>",
                "a@b.example, c@d.example",
                "back\\slash\\",
                "Ann (the one)",
                "=?UTF-8?Q?evil?=",
                "Zoë O’Brien-Müller",
                "🏔 Ann 👩‍👩‍👧‍👦",
                "شركة الجبال، المحدودة",
                "山田 太郎",
                "\u202Etxt.exe",
                "two  blanks",
                " blanks around ",
                "tab\there",
                "\u0085\u2028\u2029\u0001",
                "x".repeat(500),
                "Ann ".repeat(200).strip(),
                "ü".repeat(2000),
                "👩‍👩‍👧‍👦".repeat(100),
                "a.b",
                "'=1+1");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aNameReadsBackAsItWas(String name) throws Exception {
        letter.fullName = name;

        var to = (InternetAddress[]) letter.read().getRecipients(RecipientType.TO);

        assertThat(to).hasSize(1);
        assertThat(to[0].getAddress()).isEqualTo("ann@shop.example");
        assertThat(to[0].getPersonal()).isEqualTo(name);
        RawMessage.check(letter.bytes());
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void aSubjectReadsBackAsItWas(String subject) throws Exception {
        letter.subject = subject;

        assertThat(MimeUtility.decodeText(MimeUtility.unfold(letter.header("Subject"))))
                .isEqualTo(subject);
        assertThat(letter.read().getSubject()).isEqualTo(subject);
        RawMessage.check(letter.bytes());
    }

    @Test
    void aBlankNameIsNone() {
        letter.fullName = null;
        assertThat(letter.header("To")).isEqualTo("<ann@shop.example>");
        letter.fullName = " ";
        assertThat(letter.header("To")).isEqualTo("<ann@shop.example>");
    }

    @Test
    void halfACharacterIsShownAsSuch() throws Exception {
        letter.subject = "a\uD83Cb";
        letter.fullName = "\uDFD4";
        letter.text = "x\uD83C";

        assertThat(letter.read().getSubject()).isEqualTo("a\uFFFDb");
        assertThat(((InternetAddress) letter.read().getRecipients(RecipientType.TO)[0]).getPersonal())
                .isEqualTo("\uFFFD");
        assertThat(((MimeMultipart) letter.read().getContent()).getBodyPart(0).getContent())
                .isEqualTo("x\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rBcc: x@y.example", "a\nBcc: x@y.example", "a\r\n\r\nbody", "a\0b", "\n"})
    void aValueThatWouldEndItsHeaderIsRefused(String value) {
        letter.subject = value;
        assertThatThrownBy(letter::bytes)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the header Subject cannot hold the character U+00");

        letter.subject = "fine";
        letter.fullName = "Ann " + value;
        assertThatThrownBy(letter::bytes).isInstanceOf(IllegalArgumentException.class);

        letter.fullName = "Ann";
        letter.unsubscribe = "https://acme.example/" + value;
        assertThatThrownBy(letter::bytes).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@a.example, bob@b.example",
                "ann@a.example>\r\nBcc: x@y.example",
                "ann@a.example\nX: y",
                "a@b@c.example",
                "<ann@a.example>",
                "\"ann\"@a.example",
                "ann",
                "@a.example",
                "ann@",
                "an n@a.example",
                "ann@a.example\0"
            })
    void anAddressThatCouldBeReadAsAnotherIsRefused(String email) {
        letter.email = email;
        assertThatThrownBy(letter::bytes).isInstanceOf(IllegalArgumentException.class);
    }
}
