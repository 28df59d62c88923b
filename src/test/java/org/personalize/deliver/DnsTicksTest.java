package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Dkim;
import org.personalize.deliver.Tick.Verdict;

class DnsTicksTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Letter letter = new Letter();
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, String> mailServers = new HashMap<>();
    private String record;

    @BeforeEach
    void publishEverything() throws Exception {
        Path key = PemFile.privateKey(folder.resolve("dkim.pem"), PemFile.RSA);
        letter.dkim = new Dkim("acme.example", "s1", key, null);
        letter.smtp = "host: 192.0.2.1, bounce_to: 'b+${token}@bounce.acme.example'";
        record = DkimKey.read(DkimKey.Kind.RSA, key).dnsRecord();
        texts.put("bounce.acme.example", List.of("verification=1", "v=spf1 ip4:192.0.2.1 -all"));
        texts.put("s1._domainkey.acme.example", List.of(record));
        texts.put("_dmarc.acme.example", List.of("v=DMARC1; p=none"));
        mailServers.put("bounce.acme.example", "mx.acme.example");
    }

    private List<Tick> ticks() throws IOException {
        try (var server = new NameServer(texts, mailServers, false)) {
            return DnsTicks.of(letter.campaign(), new DnsLookup(server.address(), TIMEOUT));
        }
    }

    @Test
    void whatIsPublishedRightIsTicked() throws Exception {
        assertThat(ticks())
                .containsExactly(
                        Tick.ok("SPF", "v=spf1 ip4:192.0.2.1 -all, which names 192.0.2.1"),
                        Tick.ok("DKIM s1", "our key is at s1._domainkey.acme.example"),
                        Tick.ok("DMARC", "v=DMARC1; p=none"),
                        Tick.ok("MX", "10 mx.acme.example."));
    }

    @Test
    void whatIsMissingComesWithTheLineToPaste() throws Exception {
        texts.clear();
        mailServers.clear();

        List<Tick> ticks = ticks();

        assertThat(ticks).extracting(Tick::verdict).containsOnly(Verdict.MISSING);
        assertThat(ticks.get(0).remedy())
                .isEqualTo("Publish: bounce.acme.example. TXT \"v=spf1 ip4:ADDRESS-OF-THE-RELAY ~all\"");
        assertThat(ticks.get(1).remedy())
                .isEqualTo("Publish: s1._domainkey.acme.example. TXT \"" + record.substring(0, 255) + "\" \""
                        + record.substring(255) + "\"");
        assertThat(ticks.get(2).remedy())
                .isEqualTo("Publish: _dmarc.acme.example. TXT \"v=DMARC1; p=none; rua=mailto:dmarc@acme.example\"");
    }

    @Test
    void anotherKeyUnderOurSelectorIsWrong() throws Exception {
        texts.put("s1._domainkey.acme.example", List.of("v=DKIM1; k=rsa; p=AAAA"));
        texts.put("bounce.acme.example", List.of("v=spf1 -all", "v=spf1 +all"));

        assertThat(ticks())
                .extracting(Tick::verdict)
                .containsExactly(Verdict.WRONG, Verdict.WRONG, Verdict.OK, Verdict.OK);
    }

    @Test
    void aSubdomainHasThePolicyOfTheRegisteredDomain() throws Exception {
        letter.from = "Acme <news@mail.acme.example>";

        assertThat(ticks().get(2)).isEqualTo(Tick.ok("DMARC", "v=DMARC1; p=none"));
    }

    @Test
    void aServerThatSaysNothingIsNoMissingRecord() throws Exception {
        try (var server = new NameServer(texts, mailServers, true)) {
            var lookup = new DnsLookup(server.address(), Duration.ofMillis(20));
            assertThat(DnsTicks.of(letter.campaign(), lookup))
                    .extracting(Tick::verdict)
                    .containsOnly(Verdict.UNKNOWN);
            assertThatThrownBy(() -> lookup.texts("a.example")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void textsOfSeveralPiecesAreOneText() throws Exception {
        String text = "with blanks \"and quotes\" and \\ ".repeat(12).strip();
        texts.put("long.example", List.of(text));
        try (var server = new NameServer(texts, mailServers, false)) {
            assertThat(new DnsLookup(server.address(), TIMEOUT).texts("long.example"))
                    .containsExactly(text);
        }
    }
}
