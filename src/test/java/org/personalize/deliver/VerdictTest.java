package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.deliver.Outcome.Deferred;
import org.personalize.deliver.Outcome.NotRelayed;
import org.personalize.deliver.Outcome.Refused;
import org.personalize.deliver.Outcome.RelayRefuses;
import org.personalize.deliver.Outcome.TurnedAway;

class VerdictTest {

    private final Verdict verdict = new Verdict(AnswerMask.ANY);

    private static Reply reply(String line) {
        return Reply.of(Integer.parseInt(line.substring(0, 3)), line.substring(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking",
                "550 5.1.1 <jane@spam.example>: Recipient address rejected: User unknown in virtual mailbox table",
                "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
                "550 5.2.1 The email account that you tried to reach is disabled",
                "550 5.1.2 bad destination system",
                "553 5.1.3 bad mailbox syntax",
                "551 5.1.6 mailbox has moved",
                "550 No such user here",
                "550 <jane@blocked.example> user unknown",
                "550 Requested action not taken: mailbox unavailable",
                "553 Unknown user",
                "550 Mailbox not found"
            })
    void theMailboxDoesNotExist(String line) {
        assertThat(Verdict.isNoMailbox(reply(line))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 no such user, because we blocked you",
                "550 5.7.1 User unknown",
                "550 5.1.1 blocked by our policy",
                "550 5.2.2 mailbox full",
                "552 5.2.2 over quota",
                "550 Mailbox unavailable: your host is blacklisted",
                "550 Sender verify failed: no such user",
                "550 relaying denied",
                "554 no such user",
                "550 spam message rejected",
                "550 5.4.1 Recipient address rejected: Access denied",
                "450 4.1.1 user unknown",
                "451 no such user, try again",
                "550 nope"
            })
    void inDoubtTheMailboxExists(String line) {
        assertThat(Verdict.isNoMailbox(reply(line))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "421 4.7.0 enough, TurnedAway",
        "450 4.7.1 later, Deferred",
        "451 later, Deferred",
        "503 nested MAIL, Deferred",
        "530 5.7.0 sign in first, RelayRefuses",
        "550 5.7.1 you may not, RelayRefuses",
        "550 5.1.8 bad sender domain, RelayRefuses",
        "553 5.1.7 bad sender, RelayRefuses",
        "552 5.3.4 too big, Refused",
        "552 too big, Refused",
        "523 5.3.4 too big, Refused"
    })
    void whatIsSaidToTheSenderConcernsAll(String line, String expected) {
        assertThat(verdict.atMail(reply(line)).getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void whatIsSaidToTheRecipientConcernsOneMail() {
        assertThat(verdict.ofMail(reply("421 4.3.2 closing"))).isEqualTo(new Deferred("421 4.3.2 closing"));
        assertThat(verdict.ofMail(reply("452 4.2.2 full"))).isEqualTo(new Deferred("452 4.2.2 full"));
        assertThat(verdict.ofMail(reply("530 5.7.0 sign in"))).isEqualTo(new RelayRefuses("530 5.7.0 sign in"));
        assertThat(verdict.ofMail(reply("554 5.7.1 no")))
                .isEqualTo(new Refused(new Reply(554, "5.7.1", "5.7.1 no"), false));
        assertThat(verdict.atMail(reply("421 4.3.2 no"))).isEqualTo(new TurnedAway("421 4.3.2 no", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "554 5.7.1 <ann@big.example>: Relay access denied",
                "550 5.7.1 <ann@big.example>... Relaying denied. Proper authentication required.",
                "550 relay not permitted",
                "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
                "550 5.7.1 Unable to relay",
                "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
                "550 5.7.64 TenantAttribution; Relay Access Denied",
                "550 Relaying is prohibited",
                "554 Authentication required"
            })
    void aRelayThatPassesOnNothingFromHereMeansAll(String line) {
        assertThat(verdict.atRecipient(reply(line))).isInstanceOf(NotRelayed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.1.1 <a@b.example>: Recipient address rejected: undeliverable address: host mx.b.example said:"
                        + " 554 5.7.1 Relay access denied (in reply to RCPT TO command)",
                "554 5.7.1 blocked by our policy, relay access denied by Example Filter",
                "550 5.7.1 you may not",
                "550 no relay for old men"
            })
    void whatAnotherRelaySaidIsAboutOneMailbox(String line) {
        assertThat(verdict.atRecipient(reply(line))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "250 2.0.0 Ok: queued as 4XyZ1b2Jk9z3 | 4XyZ1b2Jk9z3",
                "250 2.0.0 queued as 17 | 17",
                "250 Ok 0100018e2b-5f7c-4c7c-000000 | 0100018e2b-5f7c-4c7c-000000",
                "250 Ok: queued as nvD3xGm-RQe8 | nvD3xGm-RQe8",
                "250 OK id=1rXyZa-0001Ab-2C | 1rXyZa-0001Ab-2C",
                "250 2.0.0 OK  1709372012 a1-20020a.12 - gsmtp | a1-20020a.12",
                "250 2.0.0 42K8Xh12 Message accepted for delivery | 42K8Xh12",
                "250 2.6.0 <x@y.example> [InternalId=123456, Hostname=h.example] Queued mail for delivery | 123456",
                "250 Message Queued (5D3C-1) | 5D3C-1",
                "250 2.0.0 Ok: queued as <2024.1@relay.example> | 2024.1@relay.example",
                "250 Great success | none",
                "250 ok | none",
                "250 2.0.0 ok done | none",
                "250 thank you for 3 mails | none"
            })
    void theNameUnderWhichTheRelayKeepsItIsTakenWhereItIsClear(String line, String id) {
        assertThat(RelayId.in(reply(line))).isEqualTo(id);
    }

    @Test
    void anAnswerIsMadeFitForALog() {
        assertThat(reply("550 5.1.1 no\u001b[31m\u0000 \r\n user\u202e"))
                .isEqualTo(new Reply(550, "5.1.1", "5.1.1 no [31m user"));
        assertThat(Reply.of(550, "x".repeat(2000)).text()).hasSize(Reply.LONGEST);
        assertThat(reply("550 4.1.1 mixed up").status()).isEmpty();
    }
}
