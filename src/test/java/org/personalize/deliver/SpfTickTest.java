package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.personalize.deliver.Tick.Verdict;

class SpfTickTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Letter letter = new Letter();
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, String> mailServers = new HashMap<>();

    private Tick look(String host, String record) throws IOException {
        letter.smtp = "host: " + host;
        texts.put("acme.example", List.of(record));
        texts.put("_spf.relay.example", List.of("v=spf1 ip4:198.51.100.0/24 ip6:2001:db8::/32 -all"));
        texts.put("old.example", List.of("v=spf1 redirect=_spf.relay.example"));
        mailServers.put("acme.example", "mx.acme.example");
        try (var server = new NameServer(texts, mailServers, false)) {
            server.withAddress("smtp.relay.example", "198.51.100.7").withAddress("mx.acme.example", "203.0.113.9");
            var lookup = new DnsLookup(server.address(), TIMEOUT);
            return DnsTicks.of(letter.campaign(), lookup).get(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.relay.example, v=spf1 ip4:198.51.100.7 -all",
        "smtp.relay.example, v=spf1 ip4:198.51.100.0/28 ~all",
        "smtp.relay.example, v=spf1 include:_spf.relay.example -all",
        "smtp.relay.example, v=spf1 ip4:192.0.2.1 include:old.example -all",
        "smtp.relay.example, v=spf1 a:smtp.relay.example -all",
        "smtp.relay.example, V=SPF1 redirect=old.example",
        "203.0.113.9, v=spf1 mx -all",
        "203.0.113.1, v=spf1 mx/24//64 -all",
        "'2001:db8::25', v=spf1 include:_spf.relay.example -all"
    })
    void aRecordThatNamesTheRelayIsTicked(String host, String record) throws IOException {
        Tick tick = look(host.contains(":") ? "'" + host + "'" : host, record);
        assertThat(tick.verdict()).as(tick.seen()).isEqualTo(Verdict.OK);
        assertThat(tick.seen()).startsWith(record + ", which names ");
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.relay.example, v=spf1 ip4:192.0.2.1 -all",
        "smtp.relay.example, v=spf1 -ip4:198.51.100.7 include:_spf.relay.example -all",
        "smtp.relay.example, v=spf1 mx a ~all",
        "smtp.relay.example, v=spf1 include:nobody.example -all",
        "smtp.relay.example, v=spf1 ip4:198.51.100.7/33 -all"
    })
    void aRecordThatDoesNotIsNot(String host, String record) throws IOException {
        assertThat(look(host, record).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void theWayOutIsTheTermToAdd() throws IOException {
        assertThat(look("smtp.relay.example", "v=spf1 ip4:192.0.2.1 -all"))
                .isEqualTo(Tick.wrong(
                        "SPF",
                        "v=spf1 ip4:192.0.2.1 -all does not name 198.51.100.7, the relay",
                        "Add to it: ip4:198.51.100.7, unless the relay sends from another address, which cannot be seen"
                                + " from here."));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, v=spf1 ip4:192.0.2.1 -all",
        "10.0.0.7, v=spf1 ip4:10.0.0.7 -all",
        "smtp.nobody.example, v=spf1 -all",
        "smtp.relay.example, 'v=spf1 exists:%{i}.list.example -all'",
        "smtp.relay.example, v=spf1 ptr -all"
    })
    void whatOnlyAReceiverCanTellIsSaidToBeUnseen(String host, String record) throws IOException {
        Tick tick = look(host, record);
        assertThat(tick.verdict()).as(tick.seen()).isEqualTo(Verdict.UNKNOWN);
        assertThat(tick.remedy()).contains("--received");
    }

    @Test
    void aRecordThatTakesMoreThanTenLookUpsIsWrong() throws IOException {
        texts.put("loop.example", List.of("v=spf1 include:loop.example -all"));
        Tick tick = look("smtp.relay.example", "v=spf1 include:loop.example -all");
        assertThat(tick.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(tick.seen()).contains("more than 10 look-ups");
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 include:amazonses.com -all, OK",
        "v=spf1 include:other.example -all, UNKNOWN",
        "v=spf1 ip4:192.0.2.1 -all, WRONG",
        "v=spf1 all, WRONG"
    })
    void ofAProviderItsOwnTermIsWanted(String record, Verdict verdict) throws IOException {
        assertThat(look("smtp.relay.example, relay: ses", record).verdict()).isEqualTo(verdict);
    }
}
