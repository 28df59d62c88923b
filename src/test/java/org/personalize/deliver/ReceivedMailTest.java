package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.campaign.Dkim;
import org.personalize.deliver.Tick.Verdict;
import org.personalize.problem.InputProblem;

class ReceivedMailTest {

    private static final String ARRIVED = """
            Delivered-To: ann@shop.example
            Received: by 2002:a05:1234 with SMTP id abc;
                    Mon, 2 Mar 2026 07:30:02 +0000
            Received: from relay.acme.example (relay.acme.example. [192.0.2.1])
                    by mx.shop.example with ESMTPS id xyz
                    (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);
                    Mon, 2 Mar 2026 07:30:01 +0000
            Authentication-Results: mx.shop.example;
                   dkim=pass header.i=@acme.example header.s=s1 header.b=abc;
                   spf=pass (mx.shop.example: domain of b+x@bounce.acme.example designates 192.0.2.1)
                    smtp.mailfrom=b+x@bounce.acme.example;
                   dmarc=pass (p=NONE) header.from=acme.example
            Authentication-Results: forger.example; spf=fail; dkim=fail; dmarc=fail
            Received: from box (localhost [127.0.0.1]) by relay.acme.example with SMTP
            """.replace("\n", "\r\n");

    @TempDir
    Path folder;

    private final Letter letter = new Letter();
    private String above = ARRIVED;

    @BeforeEach
    void giveKey() throws Exception {
        Path key = PemFile.privateKey(folder.resolve("dkim.pem"), PemFile.RSA);
        letter.dkim = new Dkim("acme.example", "s1", key, null);
    }

    private List<Tick> ticks(String mail) throws IOException {
        Path file = folder.resolve("received.eml");
        Files.write(file, mail.getBytes(StandardCharsets.ISO_8859_1));
        return ReceivedMail.read(file).ticks(letter.campaign());
    }

    private List<Tick> ticks() throws IOException {
        return ticks(above + letter.raw());
    }

    private Tick tick(String name) throws IOException {
        return ticks().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void aMailThatArrivedWellHasAllTicks() throws Exception {
        assertThat(ticks())
                .containsExactly(
                        Tick.ok("SPF", "pass for bounce.acme.example"),
                        Tick.ok("DKIM s1", "pass for acme.example"),
                        Tick.ok("DMARC", "pass for acme.example"),
                        Tick.ok("alignment", "SPF and DKIM for acme.example"),
                        Tick.ok("TLS", "TLS1.3 at mx.shop.example"),
                        Tick.ok("one-click", "arrived and is signed"),
                        Tick.ok("Feedback-ID", "arrived and is signed"),
                        Tick.ok("Message-ID", "the one we gave it"),
                        Tick.ok("text", "arrived letter by letter"));
    }

    @Test
    void whatFailedComesWithTheLineToPaste() throws Exception {
        above = "Received: from a.example by b.example with ESMTPS id 1\r\n"
                + "Authentication-Results: b.example; spf=softfail smtp.mailfrom=acme.example;\r\n"
                + " dkim=fail header.d=acme.example header.s=s1; dmarc=fail\r\n";

        assertThat(tick("SPF").verdict()).isEqualTo(Verdict.WRONG);
        assertThat(tick("SPF").remedy()).contains("acme.example. TXT \"v=spf1 ip4:ADDRESS-OF-THE-RELAY ~all\"");
        assertThat(tick("DKIM s1").verdict()).isEqualTo(Verdict.WRONG);
        assertThat(tick("DKIM s1").remedy()).contains("s1._domainkey.acme.example. TXT \"v=DKIM1; k=rsa; p=");
        assertThat(tick("DMARC").verdict()).isEqualTo(Verdict.WRONG);
        assertThat(tick("one-click").verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void resultsThatSomebodyElseWroteFurtherDownDoNotCount() throws Exception {
        above = ARRIVED.replace("dkim=pass", "x=pass")
                        .replace("spf=pass", "y=pass")
                        .replace("dmarc=pass", "z=pass")
                + "Authentication-Results: forger.example; spf=pass smtp.mailfrom=acme.example; dmarc=pass;\r\n"
                + " dkim=pass header.d=acme.example header.s=s1\r\n";

        assertThat(ticks().subList(0, 3))
                .extracting(Tick::verdict)
                .containsExactly(Verdict.UNKNOWN, Verdict.MISSING, Verdict.UNKNOWN);
        assertThat(tick("one-click").verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void resultsInSeveralHeadersOfOneReceiverAreReadTogether() throws Exception {
        above = "Received: from a.example by b.example with ESMTPSA id 1\r\n"
                + "Authentication-Results: b.example; dmarc=none header.from=acme.example\r\n"
                + "Authentication-Results: b.example; spf=pass smtp.mailfrom=news@other.example\r\n";

        assertThat(tick("DMARC").verdict()).isEqualTo(Verdict.MISSING);
        assertThat(tick("SPF")).isEqualTo(Tick.ok("SPF", "pass for other.example"));
        assertThat(tick("DKIM").verdict()).isEqualTo(Verdict.MISSING);
        assertThat(tick("alignment").verdict()).isEqualTo(Verdict.WRONG);
        assertThat(tick("TLS")).isEqualTo(Tick.ok("TLS", "encrypted at b.example"));
    }

    private static final String NAMELESS = "Authentication-Results: spf=pass (sender IP is 192.0.2.1)\r\n"
            + " smtp.mailfrom=bounce.acme.example; dkim=pass (signature was verified)\r\n"
            + " header.d=acme.example;dmarc=pass action=none header.from=acme.example;compauth=pass reason=100\r\n";

    @Test
    void aReceiverThatDoesNotNameItselfIsReadFromTheFirstWordOn() throws Exception {
        String received = "Received: from a.example by b.example with ESMTPS id 1\r\n";
        above = received + NAMELESS;
        assertThat(ticks().subList(0, 4))
                .containsExactly(
                        Tick.ok("SPF", "pass for bounce.acme.example"),
                        Tick.ok("DKIM s1", "pass for acme.example"),
                        Tick.ok("DMARC", "pass for acme.example"),
                        Tick.ok("alignment", "SPF and DKIM for acme.example"));
        above = received + "Authentication-Results: dmarc=none header.from=acme.example\r\n" + NAMELESS;
        assertThat(tick("SPF").verdict())
                .as("what stands further down may be anybody's")
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aReceiverMayHaveAServerForEachCheck() throws Exception {
        above = "Received: from a.example by b.example with ESMTPS id 1\r\n"
                + "Authentication-Results: bimi.post.example; bimi=none\r\n"
                + "Authentication-Results: dmarc.post.example; dmarc=pass header.from=acme.example\r\n"
                + "Authentication-Results: dkim.post.example;\r\n dkim=pass header.d=acme.example header.s=s1\r\n"
                + "Authentication-Results: forger.example; spf=pass smtp.mailfrom=acme.example\r\n";
        assertThat(tick("DKIM s1").verdict()).isEqualTo(Verdict.OK);
        assertThat(tick("DMARC").verdict()).isEqualTo(Verdict.OK);
        assertThat(tick("SPF").verdict())
                .as("nothing is said of it, and it may be fine")
                .isEqualTo(Verdict.UNKNOWN);
    }

    private Tick second(String first, String second) throws Exception {
        Path key = PemFile.privateKey(folder.resolve("dkim.pem"), PemFile.RSA);
        Path newer = PemFile.privateKey(folder.resolve("dkim-ed25519.pem"), PemFile.ED25519);
        letter.dkim = new Dkim("acme.example", "s1", key, new Dkim.Ed25519("s2", newer));
        above = ARRIVED.replace(
                "dkim=pass header.i=@acme.example header.s=s1 header.b=abc",
                "dkim=" + first + " header.i=@acme.example header.s=s1; dkim=" + second
                        + " header.i=@acme.example header.s=s2");
        return tick("DKIM s2");
    }

    @ParameterizedTest
    @CsvSource({"neutral (no key)", "none", "permerror (unsupported algorithm)", "temperror", "policy"})
    void aSecondSignatureThatTheReceiverCannotVerifyIsNoFailure(String result) throws Exception {
        Tick tick = second("pass", result);
        assertThat(tick.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(tick.seen()).endsWith(": the receiver cannot verify it, and another signature passed");
        assertThat(tick.remedy()).contains("s2._domainkey.acme.example. TXT").doesNotContain("changes mails");
        assertThat(second("fail", result).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aSecondSignatureThatFailsIsOne() throws Exception {
        Tick tick = second("pass", "fail (body hash mismatch)");
        assertThat(tick.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(tick.remedy()).contains("the relay changes mails on the way");
    }

    @Test
    void aReceiverThatWritesNothingLeavesItUnknown() throws Exception {
        above = "Received: from a.example by b.example with ESMTP id 1\r\n";

        assertThat(ticks().subList(0, 4)).extracting(Tick::verdict).containsOnly(Verdict.UNKNOWN);
        assertThat(tick("TLS").verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aSignatureThatArrivedIsNotCalledMissingWhereTheReceiverIsSilentAboutIt() throws Exception {
        above = ARRIVED.replace("header.s=s1", "header.s=other");
        Tick seen = tick("DKIM s1");
        assertThat(seen.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(seen.seen()).isEqualTo("the signature arrived, and the receiver says nothing of it");
        assertThat(seen.remedy()).startsWith("Publish: s1._domainkey.acme.example");
        Tick gone =
                ticks(above + letter.raw().replace("DKIM-Signature", "X-Was")).get(1);
        assertThat(gone.verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void aRelayThatSignsForTheDomainIsAsGoodAsAKey() throws Exception {
        letter.dkim = null;
        letter.smtp = "host: localhost, relay: sendgrid";
        above = ARRIVED.replace("header.i=@acme.example header.s=s1", "header.d=acme.example header.s=sg1")
                + "DKIM-Signature: v=1; d=acme.example; s=sg1; h=from:list-unsubscribe:\r\n"
                + " List-Unsubscribe-Post; bh=x; b=y\r\n";

        assertThat(tick("DKIM")).isEqualTo(Tick.ok("DKIM", "pass for acme.example"));
        assertThat(tick("one-click")).isEqualTo(Tick.ok("one-click", "arrived and is signed"));
        assertThat(tick("Feedback-ID").verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aRelayThatSignsForItselfAloneIsNot() throws Exception {
        letter.dkim = null;
        above = ARRIVED.replace("@acme.example header.s=s1", "@relay.example").replace("b+x@bounce.acme", "x@relay");

        assertThat(tick("DKIM"))
                .isEqualTo(Tick.wrong(
                        "DKIM",
                        "signed by relay.example",
                        "Enter acme.example at the relay, so that it signs for it."));
        assertThat(tick("alignment").verdict()).isEqualTo(Verdict.WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "Message-ID: <, Message-ID: <new-, Message-ID, WRONG",
        "List-Unsubscribe-Post:, X-Gone:, one-click, MISSING",
        "List-Unsubscribe:, X-Gone:, one-click, MISSING",
        "Feedback-ID:, X-Gone:, Feedback-ID, MISSING",
        "Hello Ann, Hello \u00ff, text, WRONG"
    })
    void whatTheRelayTookOrChangedIsSaid(String from, String to, String name, Verdict verdict) throws Exception {
        assertThat(ticks(above + letter.raw().replace(from, to)))
                .filteredOn(t -> t.name().equals(name))
                .extracting(Tick::verdict)
                .containsExactly(verdict);
    }

    @Test
    void aFileThatIsNoReceivedMailIsRefused() throws Exception {
        Path file = folder.resolve("x.eml");
        assertThatThrownBy(() -> ReceivedMail.read(file))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("no such");
        Files.writeString(file, "hello");
        assertThatThrownBy(() -> ReceivedMail.read(file))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("found none");
        Files.write(file, letter.bytes());
        assertThatThrownBy(() -> ReceivedMail.read(file))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("found none");
        Files.write(file, new byte[10 * 1024 * 1024 + 1]);
        assertThatThrownBy(() -> ReceivedMail.read(file))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("10 MB");
    }
}
