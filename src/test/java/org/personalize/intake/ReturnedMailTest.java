package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnedMailTest {

    private static final String ENVELOPE = "abcdefghij234567abcdefghij234567abcdefgh";
    private static final String TOKEN = "AQ" + "x7Kd_-".repeat(10);

    private static final String ORIGINAL = """
            Return-Path: <b+%s@bounce.acme.example>
            From: Acme <news@acme.example>
            To: jo@shop.example
            Message-ID: <k3w2abc@acme.example>
            List-Unsubscribe: <https://acme.example/u/%s>
            Subject: Spring

            """.formatted(ENVELOPE, TOKEN);

    private static String report(String human, String fields) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example (Mail Delivery System)
                To: b+%s@bounce.acme.example
                Subject: Undelivered Mail Returned to Sender
                Date: Mon, 2 Mar 2026 08:00:05 +0100
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

                --b1
                Content-Type: text/plain

                %s

                --b1
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                %s

                --b1
                Content-Type: message/rfc822

                %s
                --b1--
                """.formatted(ENVELOPE, human, fields, ORIGINAL);
    }

    private static String recipient(String address, String action, String status, String said) {
        return "Final-Recipient: rfc822; " + address + "\nAction: " + action + "\nStatus: " + status
                + (said.isEmpty() ? "" : "\nDiagnostic-Code: smtp; " + said);
    }

    private static String plain(String from, String subject, String text) {
        return "From: " + from + "\nTo: news@acme.example\nDate: Mon, 2 Mar 2026 08:00:05 +0100\nSubject: " + subject
                + "\n\n" + text;
    }

    private static Taken taken(String mail) {
        return Taken.of(mail.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void aDeliveryReportGivesTheAddressAndWhatWeSigned() {
        Returned bounce = taken(report("failed", recipient("jo@shop.example", "failed", "5.1.1", "550 5.1.1 unknown")))
                .only();
        assertThat(bounce.isHardBounce()).isTrue();
        assertThat(bounce.trace())
                .isEqualTo(
                        new Trace("jo@shop.example", "", "", "k3w2abc@acme.example", "", "", ENVELOPE, List.of(TOKEN)));
        assertThat(bounce.cells().get(7)).isEqualTo("2026-03-02T07:00:05Z");
    }

    @Test
    void theReceiversOwnCodeCountsBeforeItsWordsAndThoseBeforeTheStatus() {
        record Case(String status, String said, String kind) {}
        for (Case c : List.of(
                new Case("5.1.1", "550 5.1.1 no such user", "hard"),
                new Case("5.1.10", "550 5.1.10 null MX", "hard"),
                new Case("5.2.1", "550 5.2.1 disabled", "hard"),
                new Case("5.0.0", "550 5.1.1 <jo@shop.example>: unknown", "hard"),
                new Case("5.0.0", "550 User unknown", "hard"),
                new Case(
                        "5.4.4",
                        "Host or domain name not found. Name service error for name=x: Host not found",
                        "hard"),
                new Case(
                        "4.4.3",
                        "Host or domain name not found. Name service error: Host not found, try again",
                        "soft"),
                new Case("5.1.1", "550 5.7.1 user unknown or blocked", "soft"),
                new Case("5.1.3", "553 see http://www.spamhaus.org/query", "soft"),
                new Case("4.1.1", "450 4.1.1 user unknown", "soft"),
                new Case("5.2.2", "552 5.2.2 mailbox full", "soft"),
                new Case("5.0.0", "552 mailbox of this user is full", "soft"),
                new Case("5.0.0", "550 rejected as spam, user unknown", "soft"),
                new Case("5.1.0", "550 5.1.0 sender rejected", "soft"),
                new Case("5.7.1", "550 5.7.1 Access denied", "soft"),
                new Case("5.1.1", "", "hard"),
                new Case("5.0.0", "", "soft"))) {
            Taken taken = taken(report("", recipient("jo@shop.example", "failed", c.status, c.said)));
            assertThat(taken.only().kind()).as(c.toString()).isEqualTo(c.kind);
        }
    }

    @Test
    void aReportMayNameSeveralPeopleAndOnlyThoseWhoFailedBounce() {
        String fields = String.join(
                "\n\n",
                recipient("a@shop.example", "failed", "5.1.1", "550 5.1.1 unknown"),
                recipient("b@shop.example", "delayed", "4.4.1", ""),
                recipient("c@shop.example", "failed", "5.2.2", "552 5.2.2 full"),
                recipient("d@shop.example", "delivered", "2.0.0", ""));
        assertThat(taken(report("", fields)).told())
                .containsExactly("1 bounce hard a@shop.example", "1 bounce soft c@shop.example");
    }

    @Test
    void aNoticeOfDelayIsNoBounce() {
        Taken taken = taken(report("", recipient("jo@shop.example", "delayed", "4.4.1", "")));
        assertThat(taken.events()).isEmpty();
        assertThat(taken.account().ignored()).containsKey("a notice of delay, not a bounce");
        Taken warning = taken(
                plain(
                        "Mail Delivery Subsystem <mailer-daemon@mx.example>",
                        "Delivery Status Notification (Delay)",
                        "This is a warning message only. You do not need to resend your message.\n\nDelivery to jo@shop.example has been delayed."));
        assertThat(warning.events()).isEmpty();
    }

    @Test
    void weWroteToTheOriginalRecipient() {
        String fields =
                "Original-Recipient: rfc822;jo@shop.example\n" + recipient("x9@inner.example", "failed", "5.1.1", "");
        assertThat(taken(report("", fields)).only().trace().email()).isEqualTo("jo@shop.example");
    }

    @Test
    void reportsForPeopleAreReadToo() {
        String copy = "\n\n--- Below this line is a copy of the message.\n\n" + ORIGINAL;
        record Case(String from, String subject, String text, String told) {}
        for (Case c : List.of(
                new Case(
                        "MAILER-DAEMON@mx.example",
                        "failure notice",
                        "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message.\n\n"
                                + "<jo@shop.example>:\nSorry, no mailbox here by that name. (#5.1.1)" + copy,
                        "1 bounce hard jo@shop.example"),
                new Case(
                        "Mail Delivery System <Mailer-Daemon@mx.example>",
                        "Mail delivery failed: returning message to sender",
                        "This message was created automatically by mail delivery software.\n\nThe following address(es) failed:\n\n"
                                + "  inner@shop.example\n    (generated from jo@shop.example)\n"
                                + "    host mx.shop.example [192.0.2.9]: 550 Unrouteable address\n\n"
                                + "------ This is a copy of the message, including all the headers. ------\n\n"
                                + ORIGINAL,
                        "1 bounce hard jo@shop.example"),
                new Case(
                        "System Administrator <postmaster@shop.example>",
                        "Undeliverable: Spring",
                        "Your message\n\n  To:      news@acme.example\n  Subject: Spring\n\ndid not reach the following recipient(s):\n\n"
                                + "jo@shop.example on Mon, 2 Mar 2026 08:00:00 +0100\n    The recipient name is not recognized\n",
                        "1 bounce hard jo@shop.example"),
                new Case(
                        "MAILER-DAEMON@mail.example",
                        "Failure Notice",
                        "Sorry, we were unable to deliver your message to the following address.\n\n<jo@shop.example>:\n"
                                + "Remote host said: 552 5.2.2 Mailbox is full [RCPT_TO]" + copy,
                        "1 bounce soft jo@shop.example"),
                new Case(
                        "Mail Delivery Subsystem <mailer-daemon@mail.example>",
                        "Delivery Status Notification (Failure)",
                        "Delivery to the following recipient failed permanently:\n\n     jo@shop.example\n\nTechnical details of permanent failure:\n"
                                + "The email account that you tried to reach does not exist.\n\n----- Original message -----\n\n"
                                + ORIGINAL,
                        "1 bounce hard jo@shop.example"),
                new Case(
                        "Postmaster <postmaster@alt.example>",
                        "Unzustellbar: Frühling",
                        "Ihre Nachricht konnte nicht zugestellt werden an:\n\n  jo@shop.example\n\nDer Empfänger ist unbekannt.\n",
                        "1 bounce hard jo@shop.example"))) {
            Taken taken = taken(plain(c.from, c.subject, c.text));
            assertThat(taken.told()).as(c.text).containsExactly(c.told);
        }
    }

    @Test
    void aHeaderThatNamesTheFailedIsBelieved() {
        String mail = "X-Failed-Recipients: a@shop.example,\n b@shop.example\n"
                + plain("Mail Delivery System <mailer-daemon@mx.example>", "Mail delivery failed", "Nobody home.\n");
        assertThat(taken(mail).told()).containsExactly("1 bounce soft a@shop.example", "1 bounce soft b@shop.example");
    }

    @Test
    void repliesAndQuestionsAreNoBounces() {
        for (String mail : List.of(
                "Auto-Submitted: auto-replied\n"
                        + plain("jo@shop.example", "Re: Spring", "I could not be reached until Monday."),
                plain(
                        "jo@shop.example",
                        "Out of Office: Spring",
                        "I am on holiday; mail could not be delivered to me."),
                plain("jo@shop.example", "Automatische Antwort: Spring", "Bin im Urlaub."),
                plain(
                        "guard@shop.example",
                        "Please confirm your message",
                        "Click here to have your message delivered to jo@shop.example"),
                plain("jo@shop.example", "Re: Spring", "Nice tents!"))) {
            Taken taken = taken(mail);
            assertThat(taken.events()).as(mail).isEmpty();
            assertThat(taken.account().records()).isEqualTo(1);
        }
    }

    private static String complaint(String type, String more) {
        return """
                From: fbl@mail.example
                To: abuse@acme.example
                Subject: complaint
                Date: Mon, 2 Mar 2026 08:00:05 +0100
                Content-Type: multipart/report; report-type=feedback-report; boundary=b1

                --b1
                Content-Type: text/plain

                This is an email abuse report.

                --b1
                Content-Type: message/feedback-report

                Feedback-Type: %s
                User-Agent: Feedback/1.0
                Version: 1
                %s

                --b1
                Content-Type: message/rfc822

                %s
                --b1--
                """.formatted(type, more, ORIGINAL);
    }

    @Test
    void aFeedbackReportIsAComplaintOfWhomItNames() {
        assertThat(taken(complaint("abuse", "Original-Rcpt-To: <ann@shop.example>"))
                        .told())
                .containsExactly("1 complaint abuse ann@shop.example");
        Returned withoutName = taken(complaint("abuse", "Arrival-Date: Mon, 2 Mar 2026 07:00:00 +0000"))
                .only();
        assertThat(withoutName.trace().email()).isEqualTo("jo@shop.example");
        assertThat(withoutName.trace().message()).isEqualTo(ENVELOPE);
        assertThat(taken(complaint("not-spam", "")).events()).isEmpty();
        assertThat(taken(complaint("auth-failure", "")).events()).isEmpty();
        assertThat(taken(complaint("opt-out", "")).told()).containsExactly("1 unsubscribe opt-out jo@shop.example");
    }

    @Test
    void aMailToTheAddressForOptingOutCarriesItsName() {
        String mail = "From: Jo <jo@shop.example>\nTo: u+" + ENVELOPE + "@acme.example\nSubject: unsubscribe\n\n\n";
        Returned out = taken(mail).only();
        assertThat(out.word()).isEqualTo("unsubscribe");
        assertThat(out.trace().email()).isEqualTo("jo@shop.example");
        assertThat(out.trace().message()).isEqualTo(ENVELOPE);
        assertThat(out.reason()).isEmpty();
        Returned bare = taken("From: jo@shop.example\nTo: u@acme.example\nSubject: Unsubscribe\n\n")
                .only();
        assertThat(bare.reason()).isNotEmpty();
    }

    @Test
    void aMailboxHoldsManyMails() {
        String mbox = "From MAILER-DAEMON Mon Mar  2 08:00:05 2026\n"
                + report("", recipient("a@shop.example", "failed", "5.1.1", ""))
                + "\nFrom MAILER-DAEMON Mon Mar  2 08:00:06 2026\n"
                + plain("jo@shop.example", "Re: Spring", "From now on I read on.\n\nFrom here\nto there\n")
                + "\nFrom MAILER-DAEMON Mon Mar  2 08:00:07 2026\n"
                + report("", recipient("b@shop.example", "failed", "5.2.2", ""));
        Taken taken = taken(mbox);
        assertThat(taken.told()).containsExactly("1 bounce hard a@shop.example", "3 bounce soft b@shop.example");
        assertThat(taken.account().records()).isEqualTo(3);
    }

    @Test
    void linesMayEndInAnyWay() {
        String mail = report("", recipient("jo@shop.example", "failed", "5.1.1", "550 5.1.1 unknown"));
        Returned first = taken(mail).only();
        assertThat(taken(mail.replace("\n", "\r\n")).only()).isEqualTo(first);
        assertThat(taken(mail.replace("\n", "\r")).only()).isEqualTo(first);
    }

    @Test
    void encodedPartsAreReadInTheClear() {
        String text = "Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset=utf-8\n"
                + plain(
                        "MAILER-DAEMON@mx.example",
                        "Undelivered",
                        "Could not be delivered to =\nthe following=20recipients:\n\n<jo=40shop.example>: 550 5.1=\n.1 unknown\n");
        assertThat(taken(text).told()).containsExactly("1 bounce hard jo@shop.example");
    }
}
