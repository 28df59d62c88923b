package org.personalize.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example",
                "first.last+tag@sub.mail.example",
                "o'brien@x.example",
                "!#$%&'*+-/=?^_`{|}~@x.example",
                "j\u00fcrgen@x.example",
                "\u7528\u6237@\u4f8b\u3048.example",
                "a@xn--bcher-kva.example",
                "a@x-y.example"
            })
    void usualAddressesAreTaken(String address) {
        assertThat(Mailbox.read(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a",
                "a@",
                "@x.example",
                "a@localhost",
                "a b@x.example",
                "a@b@x.example",
                ".a@x.example",
                "a.@x.example",
                "a..b@x.example",
                "a@.example",
                "a@x..example",
                "a@x.example.",
                "a@-x.example",
                "a@x-.example",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@x.e",
                "a@x_y.example",
                "\"a b\"@x.example",
                "a(comment)@x.example",
                "Ann <a@x.example>",
                "a@x.example,b@x.example",
                "a@x.example;b@x.example",
                "a\r\nRCPT TO:<b@x.example>@x.example",
                "a@x.example\u0000",
                "a\u202eb@x.example",
                "a\u00a0b@x.example",
                "a@x.example>",
                "mailto:a@x.example"
            })
    void whatIsUnsafeOrNoAddressIsRefused(String address) {
        assertThat(Mailbox.read(address)).isEmpty();
    }

    @Test
    void lengthsAreLimitedInBytes() {
        assertThat(Mailbox.read("a".repeat(64) + "@x.example")).isPresent();
        assertThat(Mailbox.read("a".repeat(65) + "@x.example")).isEmpty();
        assertThat(Mailbox.read("\u00fc".repeat(33) + "@x.example")).isEmpty();
        assertThat(Mailbox.read("a@" + "b".repeat(64) + ".example")).isEmpty();
        assertThat(Mailbox.read("a@" + "bcdefghi.".repeat(30) + "example")).isEmpty();
    }

    @Test
    void theCaseOfTheDomainDoesNotMatterThatOfTheOwnerDoes() {
        assertThat(Mailbox.read(" Ann@MAIL.Example ")).contains(new Mailbox("Ann", "mail.example"));
        assertThat(Mailbox.read("ann@mail.example")).isNotEqualTo(Mailbox.read("Ann@mail.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@x.example",
                "ANN.Zeta@X.example",
                "J\u00dcRGEN@x.example",
                "\u0130a@x.example",
                "\u03a3@x.example"
            })
    void theHashIsThatOfTheFoldedKey(String address) {
        var mailbox = Mailbox.read(address).orElseThrow();
        assertThat(mailbox.foldedHash()).isEqualTo(mailbox.foldedKey().hashCode());
    }

    @Test
    void anInternationalDomainIsTheSameInBothSpellings() {
        assertThat(Mailbox.read("a@B\u00dcCHER.example")).isEqualTo(Mailbox.read("a@xn--bcher-kva.example"));
        assertThat(Mailbox.read("jo\u0308rg@x.example")).isEqualTo(Mailbox.read("j\u00f6rg@x.example"));
    }
}
