package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalize.campaign.KeyedHash;
import org.personalize.campaign.SecretKey;
import org.personalize.campaign.Smtp.Relay;

class RelayHeadersTest {

    private static final String P = new KeyedHash(SecretKey.preview()).person("c-1");
    private static final String M = new KeyedHash(SecretKey.preview()).envelope("spring-sale", "", "c-1");

    private final Letter letter = new Letter();

    private List<String> headers(String relay) {
        letter.smtp = "host: localhost, relay: " + relay;
        return letter.headers().stream().filter(h -> h.startsWith("X-")).toList();
    }

    @Test
    void aPlainRelayGetsNone() {
        assertThat(headers("plain")).isEmpty();
    }

    @Test
    void everyProviderGetsTheFormThatItDocuments() {
        String json = "{\"campaign\":\"spring-sale\", \"person\":\"" + P + "\", \"message\":\"" + M + "\"}";
        assertThat(headers("ses"))
                .containsExactly("X-SES-MESSAGE-TAGS: campaign=spring-sale, person=" + P + ", message=" + M);
        assertThat(headers("sendgrid"))
                .containsExactly("X-SMTPAPI: {\"unique_args\": " + json + ", \"category\": [\"spring-sale\"]}");
        assertThat(headers("mailgun")).containsExactly("X-Mailgun-Tag: spring-sale", "X-Mailgun-Variables: " + json);
        assertThat(headers("postmark"))
                .containsExactly(
                        "X-PM-Tag: spring-sale",
                        "X-PM-Metadata-campaign: spring-sale",
                        "X-PM-Metadata-person: " + P,
                        "X-PM-Metadata-message: " + M,
                        "X-PM-KeepID: true");
        assertThat(headers("brevo"))
                .containsExactly(
                        "X-Mailin-Tag: spring-sale",
                        "X-Mailin-custom: campaign:spring-sale|person:" + P + "|message:" + M);
    }

    @ParameterizedTest
    @EnumSource(Relay.class)
    void noProviderLearnsTheCustomersId(Relay relay) {
        letter.customerId = "ann-4711";
        letter.smtp = "host: localhost, relay: " + relay.name().toLowerCase(java.util.Locale.ROOT);

        assertThat(letter.raw()).doesNotContain("4711");
    }

    @ParameterizedTest
    @EnumSource(Relay.class)
    void aValueThatAProviderWouldReadAsTwoIsRefused(Relay relay) {
        var headers = new RelayHeaders(relay, "spring");
        assertThatThrownBy(() -> new RelayHeaders(relay, "a,b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> headers.writeTo(new HeaderBlock(), "a\"b", "m"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> headers.writeTo(new HeaderBlock(), "p", "m".repeat(81)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPersonHasTheSameNameInEveryCampaignAndItIsOurs() {
        var hashes = new KeyedHash(SecretKey.preview());
        assertThat(hashes.isOurs(P)).isTrue();
        assertThat(P).isNotEqualTo(M).isNotEqualTo(hashes.person("c-2"));
    }
}
