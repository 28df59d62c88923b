package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.campaign.Dkim;

class DkimSignerTest {

    @TempDir
    Path folder;

    private final Letter letter = new Letter();
    private Path rsa;
    private Path ed25519;

    @BeforeEach
    void writeKeys() throws Exception {
        rsa = PemFile.privateKey(folder.resolve("dkim.pem"), PemFile.RSA);
        ed25519 = PemFile.privateKey(folder.resolve("dkim-ed25519.pem"), PemFile.ED25519);
        letter.dkim = new Dkim("acme.example", "s1", rsa, null);
    }

    /** What the name servers of the domain would say, from the keys themselves. */
    private String dns(String name) {
        try {
            return switch (name) {
                case "s1._domainkey.acme.example" ->
                    DkimKey.read(DkimKey.Kind.RSA, rsa).dnsRecord();
                case "s2._domainkey.acme.example" ->
                    DkimKey.read(DkimKey.Kind.ED25519, ed25519).dnsRecord();
                default -> throw new AssertionError(name);
            };
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void verifyByOthers(byte[] message) throws Exception {
        var verifier = new DKIMVerifier((method, selector, domain) -> List.of(dns(selector + "._domainkey." + domain)));
        assertThat(verifier.verify(new ByteArrayInputStream(message))).hasSize(1);
    }

    @Test
    void theSignatureCoversWhatAReceiverActsOn() {
        letter.replyTo = "help@acme.example";

        Map<String, String> tags = SignatureCheck.tags(letter.header("DKIM-Signature"));

        assertThat(tags).containsEntry("v", "1").containsEntry("a", "rsa-sha256");
        assertThat(tags).containsEntry("c", "relaxed/relaxed").containsEntry("t", "1772436600");
        assertThat(tags).containsEntry("d", "acme.example").containsEntry("s", "s1");
        assertThat(tags)
                .containsEntry(
                        "h",
                        "from:reply-to:to:subject:date:message-id:list-unsubscribe:list-unsubscribe-post:feedback-id"
                                + ":list-id:mime-version:content-type:from");
        assertThat(tags).doesNotContainKeys("l", "x", "i");
        assertThat(letter.headers().get(0)).startsWith("DKIM-Signature: ");
    }

    @Test
    void anotherProgramVerifiesIt() throws Exception {
        letter.subject = "Grüße aus dem Frühling";
        letter.text = "  two  blanks \t and a tab \n\n\n";

        verifyByOthers(letter.bytes());
    }

    @Test
    void theMomentIsThatOfSending() {
        letter.sendAt = java.time.Instant.ofEpochSecond(4711);

        assertThat(SignatureCheck.tags(letter.header("DKIM-Signature"))).containsEntry("t", "4711");
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8463})
    void everyRandomMailIsVerified(long seed) throws Exception {
        letter.dkim = new Dkim("acme.example", "s1", rsa, new Dkim.Ed25519("s2", ed25519));
        var both = letter.mime();
        letter.dkim = new Dkim("acme.example", "s1", rsa, null);
        var one = letter.mime();
        var random = new Random(seed);
        String[] pieces = {" ", "  ", "\t", "\n", "\r\n", "word", "é", "=", ".", "🏔", "\n\n", " \n"};
        for (int i = 0; i < 60; i++) {
            letter.text = pieces(random, pieces, 120);
            letter.html = pieces(random, pieces, 120);
            letter.subject = "A" + pieces(random, pieces, 60).replaceAll("[\r\n]", " ");
            letter.unsubscribe = "https://acme.example/u/" + "x".repeat(random.nextInt(200));

            verifyByOthers(one.message(letter.mail(), true, false).octets());
            assertThat(SignatureCheck.results(
                            both.message(letter.mail(), true, false).octets(), this::dns))
                    .as("seed " + seed + ", mail " + i)
                    .containsExactly("rsa-sha256:pass", "ed25519-sha256:pass");
        }
    }

    private static String pieces(Random random, String[] pieces, int most) {
        var text = new StringBuilder();
        for (int n = random.nextInt(most); n > 0; n--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Spring is here|Summer is here",
                "To: Ann Smith|To: Bob Smith",
                "https://acme.example/u/abc|https://acme.example/u/abd",
                "One-Click|Two-Click",
                "Feedback-ID: spring-sale|Feedback-ID: other",
                "Hello Ann|Hello Bob",
                "From: Acme Outdoor|From: Evil <x@evil.example>\\r\\nFrom: Acme Outdoor",
                "t=1772436600|t=1772436601"
            })
    void whoeverChangesTheMailBreaksTheSignature(String from, String to) {
        letter.dkim = new Dkim("acme.example", "s1", rsa, new Dkim.Ed25519("s2", ed25519));
        String raw = letter.raw();
        assertThat(raw).contains(from);
        byte[] changed = raw.replace(from, to.replace("\\r\\n", "\r\n")).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(SignatureCheck.results(changed, this::dns))
                .containsExactly("rsa-sha256:fail", "ed25519-sha256:fail");
        letter.dkim = new Dkim("acme.example", "s1", rsa, null);
        byte[] one = letter.raw().replace(from, to.replace("\\r\\n", "\r\n")).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> verifyByOthers(one)).isInstanceOf(FailException.class);
    }

    @Test
    void whatRelaysDoOnTheWayDoesNotBreakIt() throws Exception {
        String raw = letter.raw()
                .replace("Subject: Spring is here", "SUBJECT:   Spring\r\n\tis  here ")
                .replace("Hello Ann\r\n", "Hello  Ann \r\n");
        byte[] onTheWay = ("Received: from a by b\r\n" + raw + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(SignatureCheck.results(onTheWay, this::dns)).containsExactly("rsa-sha256:pass");
        verifyByOthers(onTheWay);
    }

    @Test
    void aSignedMailNeedsNoRelayThatTakesEightBits() {
        letter.text = "Grüße";

        byte[] bytes = letter.mime().message(letter.mail(), true, true).octets();

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("8bit");
        assertThat(bytes)
                .isEqualTo(letter.mime().message(letter.mail(), false, true).octets());
    }

    @Test
    void whatAmazonRewritesIsNotSigned() {
        letter.smtp = "host: localhost, relay: ses";

        assertThat(SignatureCheck.tags(letter.header("DKIM-Signature")).get("h").split(":"))
                .contains("from", "list-unsubscribe", "feedback-id")
                .doesNotContain("date", "message-id", "x-ses-message-tags");
    }

    @Test
    void aDomainInAnotherScriptSignsInTheFormOfNameServers() {
        letter.dkim = new Dkim("bücher.example", "s1", rsa, null);

        assertThat(SignatureCheck.tags(letter.header("DKIM-Signature"))).containsEntry("d", "xn--bcher-kva.example");
    }

    /** The example of RFC 8463, appendix A: whoever verifies it can be trusted with our signatures. */
    @Test
    void theCheckVerifiesThePublishedExample() {
        String message = String.join(
                "\r\n",
                "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;",
                " d=football.example.com; i=@football.example.com;",
                " q=dns/txt; s=brisbane; t=1528637909; h=from : to :",
                " subject : date : message-id : from : subject : date;",
                " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;",
                " b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus",
                " Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==",
                "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;",
                " d=football.example.com; i=@football.example.com;",
                " q=dns/txt; s=test; t=1528637909; h=from : to : subject :",
                " date : message-id : from : subject : date;",
                " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;",
                " b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3",
                " DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz",
                " dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=",
                "From: Joe SixPack <joe@football.example.com>",
                "To: Suzie Q <suzie@shopping.example.net>",
                "Subject: Is dinner ready?",
                "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
                "Message-ID: <20030712040037.46341.5F8J@football.example.com>",
                "",
                "Hi.",
                "",
                "We lost the game.  Are you hungry yet?",
                "",
                "Joe.",
                "");
        Map<String, String> records = Map.of(
                "brisbane._domainkey.football.example.com",
                "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                "test._domainkey.football.example.com",
                "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQ"
                        + "iY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBf"
                        + "O2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");

        assertThat(SignatureCheck.results(message.getBytes(StandardCharsets.ISO_8859_1), records::get))
                .containsExactly("ed25519-sha256:pass", "rsa-sha256:pass");
        byte[] body = message.substring(message.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(RelaxedForm.body(body)).asString().contains("We lost the game. Are you");
    }

    /** The example of RFC 6376, section 3.4.5. */
    @Test
    void theRelaxedFormIsThatOfTheStandard() {
        assertThat(RelaxedForm.header("A: X")).isEqualTo("a:X");
        assertThat(RelaxedForm.header("B : Y\t\r\n\tZ  ")).isEqualTo("b:Y Z");
        assertThat(relaxed(" C \r\nD \t E\r\n\r\n\r\n")).isEqualTo(" C\r\nD E\r\n");
        assertThat(relaxed("")).isEmpty();
        assertThat(relaxed("\r\n \r\n\r\n")).isEmpty();
        assertThat(relaxed("a")).isEqualTo("a\r\n");
        assertThat(relaxed("\r\na \t")).isEqualTo("\r\na\r\n");
    }

    private static String relaxed(String body) {
        return new String(RelaxedForm.body(body.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }
}
