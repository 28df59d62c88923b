package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;

/** What people write about a bounce, in an answer to our mail, is no bounce of our mail. */
class PassedOnBounceTest extends InTheShop {

    private static final String STRANGE = "<sales@shop.example>: host mx.shop.example said: 550 5.1.1 user unknown\n";

    private String ours;

    @BeforeEach
    void promiseMails() throws IOException {
        SecretKey key = PromisedMails.lay(folder, "ann@one.example", "bert@two.example");
        ours = new KeyedHash(key).messageId("spring", "", "c1") + "@shop.example";
    }

    private String answer(String above, String subject, String text) {
        return """
                %sFrom: Ann <ann@one.example>
                To: help@shop.example
                Subject: %s
                Date: Mon, 2 Mar 2026 08:00:05 +0100
                In-Reply-To: <%s>
                MIME-Version: 1.0

                %s

                On Mon, 2 Mar 2026 at 08:00, Shop <news@shop.example> wrote:
                > Spring is here.
                """.formatted(above, subject, ours, text);
    }

    /** Who is suppressed after a mail was taken in, and why. */
    private String after(String mail) throws IOException {
        shop.write("in.eml", mail);
        assertThat(terminal.type("ingest", "spring.yaml", "in.eml"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.type("suppressions", "list")).isZero();
        return terminal.out().lines().skip(1).findFirst().orElse("nobody").replaceAll("^([^,]*,[^,]*),.*$", "$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fwd: Undelivered Mail Returned to Sender", "Mail delivery failed?"})
    void whoAsksAboutABounceOfTheirOwnIsNotSuppressed(String subject) throws IOException {
        String asked = "Hi, I wrote to you and got this back, can you help?\n\n" + STRANGE;
        assertThat(after(answer("", subject, asked))).isEqualTo("nobody");
    }

    @Test
    void aReportThatSomebodyQuotesInTheirTextSuppressesNobody() throws IOException {
        String report = "What is this?\n\n> Final-Recipient: rfc822; sales@shop.example\n> Action: failed\n"
                + "> Status: 5.1.1\n> Diagnostic-Code: smtp; 550 5.1.1 user unknown\n";
        assertThat(after(answer("", "Re: Spring", report))).isEqualTo("nobody");
    }

    @Test
    void whoAsksForNoMoreMailBesideIsTakenAtTheirWord() throws IOException {
        String text = "Please unsubscribe me.\nAnd my own mail failed:\n\n" + STRANGE;
        assertThat(after(answer("", "Mail delivery failed", text))).isEqualTo("ann@one.example,unsubscribed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Return-Path: <>\n",
                "Return-Path: <MAILER-DAEMON@mx.one.example>\n",
                "X-Failed-Recipients: ann@one.example\n",
                "Auto-Submitted: auto-generated\n"
            })
    void whatAMailSystemWroteCountsWhoeverItSaysItIs(String mark) throws IOException {
        String said = "Your message could not be delivered.\n\n<ann@one.example>: 550 5.1.1 user unknown\n";
        assertThat(after(answer(mark, "Undelivered Mail", said))).isEqualTo("ann@one.example,bounced");
    }

    @Test
    void aReportThatSomebodyPassesOnAsAWholeCountsForTheMailThatItReturns() throws IOException {
        String report = """
                From: Bert <bert@two.example>
                To: help@shop.example
                Subject: Fwd: Undelivered Mail
                Date: Mon, 2 Mar 2026 08:00:05 +0100
                In-Reply-To: <%s>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b1

                --b1
                Content-Type: text/plain

                See below.
                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.one.example

                Final-Recipient: rfc822; ann@one.example
                Action: failed
                Status: 5.1.1

                --b1
                Content-Type: message/rfc822

                From: Shop <news@shop.example>
                Message-ID: <%s>

                --b1--
                """;
        assertThat(after(report.formatted(ours, "other@two.example"))).isEqualTo("nobody");
        assertThat(after(report.formatted("other@two.example", ours))).isEqualTo("ann@one.example,bounced");
    }
}
