package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.Seal;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Token;

/** What a mail program sends for somebody who presses its button to get no more of our mails. */
class OptOutMailTest extends InTheShop {

    private static final String OPTED_OUT = "ann@one.example,unsubscribed\n";

    private SecretKey key;

    @BeforeEach
    void promiseMails() throws IOException {
        key = PromisedMails.lay(folder, "ann@one.example", "bert@two.example");
    }

    private String name() {
        return new KeyedHash(key).envelope("spring", "", "c1");
    }

    private String token(Token.Kind kind, String customer, String address) {
        return new Seal(key).close(new Token(kind, "spring", "", customer, address, "news"));
    }

    private void offer(String mailto) throws IOException {
        shop.write(
                "spring.yaml",
                shop.read("spring.yaml").replaceAll("(?m)^compliance:.*\\R(?: .*\\R)*", "")
                        + "\ncompliance: {postal_address: \"Hill Road 1\", unsubscribe: \"https://shop.example/u/${token}\","
                        + " unsubscribe_mailto: \"" + mailto + "\"}\n");
    }

    private static String mail(String to, String subject, String text) {
        return """
                Return-Path: <ann@one.example>
                Received: from mx.one.example (mx.one.example [192.0.2.1]) by mx.shop.example; Mon, 2 Mar 2026 09:00:00 +0000
                From: Ann <ann@one.example>
                To: %s
                Subject: %s
                Date: Mon, 2 Mar 2026 08:00:05 +0100
                Message-ID: <q2@one.example>

                %s
                """.formatted(to, subject, text);
    }

    /** What is suppressed after a mail was taken in. */
    private String after(String mail) throws IOException {
        shop.write("in.eml", mail);
        assertThat(terminal.type("ingest", "spring.yaml", "in.eml"))
                .as(terminal.err())
                .isZero();
        String said = terminal.out();
        assertThat(terminal.type("suppressions", "list")).isZero();
        var suppressed = new ArrayList<String>();
        terminal.out().lines().skip(1).forEach(line -> suppressed.add(line.replaceAll("^([^,]*,[^,]*),.*$", "$1\n")));
        return suppressed.isEmpty() ? said : String.join("", suppressed);
    }

    @Test
    void aSubjectThatNamesOurMailOptsOut() throws IOException {
        offer("unsubscribe@shop.example?subject=${token}");
        assertThat(after(mail("unsubscribe@shop.example", name(), ""))).isEqualTo(OPTED_OUT);
    }

    @Test
    void aSubjectMayHoldATokenOfALinkThatOptsOut() throws IOException {
        offer("unsubscribe@shop.example?subject=${token}");
        String token = token(Token.Kind.REAL, "c1", "ann@one.example");
        assertThat(after(mail("Leave <unsubscribe@shop.example>", "off " + token, "")))
                .isEqualTo(OPTED_OUT);
    }

    @Test
    void theNameMayStandInTheAddress() throws IOException {
        offer("out+${token}@shop.example");
        assertThat(after(mail("<OUT+" + name() + "@Shop.example>", "", ""))).isEqualTo(OPTED_OUT);
    }

    @Test
    void theNameMayStandAtTheStartOfTheText() throws IOException {
        offer("unsubscribe@shop.example?body=${token}");
        assertThat(after(mail("unsubscribe@shop.example", "", "\n" + name() + "\n-- \nAnn")))
                .isEqualTo(OPTED_OUT);
    }

    @Test
    void whomAMailQuotesBesideIsNotOptedOut() throws IOException {
        offer("unsubscribe@shop.example?subject=${token}");
        String other = token(Token.Kind.REAL, "c2", "bert@two.example");
        assertThat(after(mail("unsubscribe@shop.example", name(), "https://shop.example/u/" + other)))
                .isEqualTo(OPTED_OUT);
    }

    @Test
    void aLinkToAPageInTheTextDoesNotKeepSomebodyOnTheList() throws IOException {
        offer("unsubscribe@shop.example?subject=${token}");
        String shown = token(Token.Kind.LINK, "c1", "ann@one.example");
        assertThat(after(mail("unsubscribe@shop.example", name(), "https://shop.example/?pz=" + shown)))
                .isEqualTo(OPTED_OUT);
    }

    @Test
    void whatNobodySignedOptsNobodyOut() throws IOException {
        offer("unsubscribe@shop.example?subject=${token}");
        String tampered = (name().charAt(0) == 'a' ? "b" : "a") + name().substring(1);
        assertThat(after(mail("unsubscribe@shop.example", tampered, ""))).contains("nobody was newly suppressed");
        String test = token(Token.Kind.TEST, "c1", "ann@one.example");
        assertThat(after(mail("unsubscribe@shop.example", test, ""))).contains("nobody was newly suppressed");
        assertThat(after(mail("unsubscribe@shop.example", "hello", ""))).contains("nobody was newly suppressed");
    }

    /** An answer that quotes our mail, the links to pages before the one to opt out. */
    private String answer(String quoted) {
        return mail(
                "help@shop.example",
                "Re: Spring",
                "Please unsubscribe me\n\nAcme <news@shop.example> wrote:\n"
                        + "> All: https://shop.example/all?pz=" + token(Token.Kind.LINK, "c1", "ann@one.example") + "\n"
                        + quoted);
    }

    @Test
    void anAnswerThatQuotesALinkToAPageBeforeTheOneToOptOutOptsOut() throws IOException {
        String out = token(Token.Kind.REAL, "c1", "ann@one.example");
        assertThat(after(answer("> Unsubscribe: https://shop.example/u/" + out + "\n")))
                .isEqualTo(OPTED_OUT);
    }

    @Test
    void anAnswerThatNamesOurMailOptsOutWhateverPagesItQuotes() throws IOException {
        String id = new KeyedHash(key).messageId("spring", "", "c1");
        assertThat(after("In-Reply-To: <" + id + "@shop.example>\n" + answer("")))
                .isEqualTo(OPTED_OUT);
    }

    @Test
    void aLinkToAPageAloneOptsNobodyOut() throws IOException {
        assertThat(after(answer(""))).contains("nobody was newly suppressed");
    }

    private String quoted() {
        return """
                > From: Acme <news@shop.example>
                > To: ann@one.example
                > Subject: Spring
                > List-Unsubscribe: <https://shop.example/u/%s>, <mailto:unsubscribe@shop.example?subject=%s>
                """.formatted(token(Token.Kind.REAL, "c1", "ann@one.example"), name());
    }

    @Test
    void whatOnlyQuotesOurMailIsNoOptOut() throws IOException {
        offer("unsubscribe@shop.example?subject=${token}");
        String away = mail("unsubscribe@shop.example", "Spring", "Back on Monday.\n\n" + quoted());
        assertThat(after(away.replace("Subject", "Auto-Submitted: auto-replied\nSubject")))
                .contains("an automatic reply");
        assertThat(after(mail("unsubscribe@shop.example", "Out of office: Spring", quoted())))
                .contains("an automatic reply");
        assertThat(after(mail("news@shop.example", "Re: Spring", "Thank you!\n\n" + quoted())))
                .contains("no bounce, complaint or unsubscribe");
        assertThat(after(mail("unsubscribe@shop.example", "Re: Spring", "Thank you!\n\n" + quoted())))
                .contains("no bounce, complaint or unsubscribe");
    }

    @Test
    void aBounceToTheAddressForOptingOutStaysABounce() throws IOException {
        offer("out+${token}@shop.example");
        String bounce = mail("out+" + name() + "@shop.example", "Undelivered Mail Returned to Sender", """
                <ann@one.example>: host mx.one.example said: 550 5.1.1 no such user
                """)
                .replace("From: Ann <ann@one.example>", "From: MAILER-DAEMON@mx.one.example");
        assertThat(after(bounce)).isEqualTo("ann@one.example,bounced\n");
    }

    @Test
    void anAutomaticReplyToTheAddressForOptingOutIsNoOptOut() throws IOException {
        offer("out+${token}@shop.example");
        String away = mail("out+" + name() + "@shop.example", "Automatic reply: Spring", "Back on Monday.");
        assertThat(after(away)).contains("an automatic reply");
    }
}
