package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BounceRuleTest {

    @Test
    void wordsForAMailboxThatDoesNotExistAreHard() {
        assertThat(List.of(
                        "550 Requested action not taken: mailbox unavailable",
                        "550 <jo@shop.example> not found",
                        "550 user (jo@shop.example) unknown",
                        "551 User not local; please try elsewhere",
                        "550 The email account that you tried to reach is disabled",
                        "550 Address not present in directory",
                        "550 no jo in Name Directory",
                        "550 This address is not in service",
                        "550 non existent user",
                        "550 Recipient address rejected: userunknown",
                        "550 jo@shop.example has been replaced by joanna@shop.example",
                        "Name service error for name=shop.example type=MX: Name or service not known",
                        "500 refused [bad-domain]",
                        "550 Gebruiker onbekend",
                        "550 onbekende gebruiker",
                        "550 Användaren finns inte",
                        "550 Ukendt modtager",
                        "550 Nieznany użytkownik",
                        "550 Adres bulunamadı",
                        "550 Dirección inexistente",
                        "550 Destinatário desconhecido",
                        "550 Nessun utente con questo nome",
                        "550 нет такого пользователя",
                        "550 почтовый ящик не существует",
                        "550 用户不存在",
                        "550 查無此人"))
                .allMatch(said -> BounceRule.isHard("", said, ""));
    }

    @Test
    void wordsAboutTheSenderOrTheMailAreSoft() {
        assertThat(List.of(
                        "SMTP error from remote mail server after MAIL FROM:<b@acme.example>: 553 acme.example does not exist",
                        "host mx said: 550 No such user (in reply to MAIL FROM command)",
                        "550 Domain of sender address b@acme.example does not exist",
                        "550 sender's mailbox does not exist",
                        "550 Sender email address rejected: unknown user",
                        "550 unroutable sender address",
                        "550 Callout verification failed: mailbox not found",
                        "550 Backscatter protection detected an invalid or expired email address",
                        "550 Helo command rejected: Host not found",
                        "550 cannot find your hostname",
                        "550 Your domain does not exist in DNS",
                        "550 reverse DNS lookup failed; host not found",
                        "550 This server does not accept mail from acme.example",
                        "Connected to 192.0.2.1 but sender was rejected. Remote host said: 550 no such user",
                        "550 The account or domain may not exist",
                        "группа, возможно, не существует",
                        "您联系的群组可能不存在"))
                .noneMatch(said -> BounceRule.isHard("", said, ""));
    }
}
