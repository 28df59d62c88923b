package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Smtp.Security;
import org.personalize.deliver.FlakyServer.Fault;
import org.personalize.deliver.FlakyServer.Stage;
import org.personalize.deliver.FlakyServer.Then;
import org.personalize.deliver.Outcome.Accepted;
import org.personalize.deliver.Outcome.RelayRefuses;

class SmtpTlsTest {

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        certificates = new Certificates(folder);
    }

    private static FlakyServer server(String certificate, boolean isFromTheStart) throws IOException {
        var server = new FlakyServer();
        server.tls = certificates.of(certificate);
        server.isTlsFromTheStart = isFromTheStart;
        return server;
    }

    private static SmtpCourier courier(FlakyServer server, Security security) {
        return courier(server, security, certificates.trust(), Relay.PATIENT);
    }

    private static SmtpCourier courier(FlakyServer server, Security security, SSLSocketFactory trust, Timeouts time) {
        var smtp = Relay.at("localhost", server.port(), security, null, null);
        return SmtpCourier.of(smtp, SmtpCourierTest.LETTERS, time, trust);
    }

    private static Outcome deliver(SmtpCourier courier) {
        return courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN);
    }

    @Test
    void manyMailsGoOverOneProtectedLine() throws IOException {
        for (Security security : List.of(Security.STARTTLS, Security.TLS)) {
            try (var server = server("good", security == Security.TLS);
                    var courier = courier(server, security)) {
                for (int i = 0; i < 20; i++) {
                    assertThat(deliver(courier)).isInstanceOf(Accepted.class);
                }
                assertThat(server.lines()).isEqualTo(1);
                assertThat(server.accepted()).hasSize(20).containsOnly(SmtpCourierTest.BODY);
            }
        }
    }

    @Test
    void aLongMailGoesWholeThroughAProtectedLine() throws IOException {
        String line = "0123456789".repeat(7) + "\r\n";
        String body = line.repeat(7000);
        try (var server = server("good", false)) {
            server.offers = List.of("PIPELINING");
            var smtp = Relay.at("localhost", server.port(), Security.STARTTLS, null, null);
            byte[] message = body.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            try (var courier =
                    SmtpCourier.of(smtp, SmtpCourierTest.letters(message), Relay.PATIENT, certificates.trust())) {
                assertThat(deliver(courier)).isInstanceOf(Accepted.class);
            }
            assertThat(server.accepted()).containsExactly(body);
        }
    }

    @Test
    void aCertificateThatDoesNotHoldStopsEverything() throws IOException {
        var faults = Map.of(
                "other-host", "it is not for localhost (No subject alternative DNS name matching localhost found",
                "self-signed", "this Java does not know who issued it, or it signed itself (",
                "expired", "it ran out (NotAfter: ");
        for (String certificate : faults.keySet()) {
            for (Security security : List.of(Security.STARTTLS, Security.TLS)) {
                try (var server = server(certificate, security == Security.TLS);
                        var courier = courier(server, security)) {
                    Outcome outcome = deliver(courier);
                    assertThat(outcome).as(certificate).isInstanceOf(RelayRefuses.class);
                    assertThat(((RelayRefuses) outcome).why())
                            .startsWith("its certificate does not hold: " + faults.get(certificate));
                    assertThat(server.accepted()).isEmpty();
                }
            }
        }
    }

    @Test
    void aCertificateInTheStoreItselfHoldsAsLongAsItSays() throws IOException {
        for (String certificate : List.of("self-signed", "self-signed and expired")) {
            try (var server = server(certificate, true);
                    var courier = courier(server, Security.TLS, certificates.trust(certificate), Relay.PATIENT)) {
                if (certificate.equals("self-signed")) {
                    assertThat(deliver(courier)).isInstanceOf(Accepted.class);
                } else {
                    assertThat(((RelayRefuses) deliver(courier)).why())
                            .startsWith("its certificate does not hold: it ran out (NotAfter: ");
                }
            }
        }
    }

    @Test
    void everyFaultOfACertificateIsToldWithItsWayOut() throws IOException {
        var remedies = Map.of(
                "other-host", "Give under smtp.host the name that the certificate is for",
                "self-signed", "-Djavax.net.ssl.trustStore=",
                "expired", "Whoever runs localhost must renew it");
        for (String certificate : remedies.keySet()) {
            try (var server = server(certificate, true);
                    var courier = courier(server, Security.TLS)) {
                assertThat(((RelayRefuses) deliver(courier)).why()).contains(remedies.get(certificate));
            }
        }
    }

    @Test
    void aPortThatSpeaksInTheOpenIsToldApartFromBadTls() throws IOException {
        try (var server = new FlakyServer();
                var courier = courier(server, Security.TLS)) {
            assertThat(((RelayRefuses) deliver(courier)).why())
                    .contains("It speaks in the open there: smtp.security is starttls or none at such a port");
        }
    }

    @Test
    void thisJavasOwnTrustKnowsNoneOfThem() throws IOException {
        try (var server = server("good", false);
                var courier = courier(
                        server, Security.STARTTLS, (SSLSocketFactory) SSLSocketFactory.getDefault(), Relay.PATIENT)) {
            assertThat(deliver(courier)).isInstanceOf(RelayRefuses.class);
        }
    }

    @Test
    void withoutStartTlsNothingIsSaidInTheOpen() throws IOException {
        try (var server = new FlakyServer();
                var courier = courier(server, Security.STARTTLS)) {
            assertThat(deliver(courier))
                    .isEqualTo(new RelayRefuses(
                            "it offers no STARTTLS; nothing is sent over a line that anybody can read"));
            assertThat(server.commands()).hasSize(1).allMatch(c -> c.startsWith("EHLO"));
        }
    }

    @Test
    void aRefusedStartTlsIsNotTakenForLeaveToGoOnWithout() throws IOException {
        try (var server = server("good", false);
                var courier = courier(server, Security.STARTTLS)) {
            server.at(Stage.STARTTLS, new Fault("502 5.5.1 not today\r\n", Then.SAY_NO_MORE));
            assertThat(deliver(courier)).isEqualTo(new RelayRefuses("502 5.5.1 not today"));
        }
        try (var server = server("good", false);
                var courier = courier(server, Security.STARTTLS)) {
            server.at(Stage.STARTTLS, new Fault("454 4.7.0 TLS not available\r\n", Then.SAY_NO_MORE));
            assertThat(deliver(courier)).isEqualTo(new Outcome.TurnedAway("454 4.7.0 TLS not available", false));
        }
    }

    @Test
    void whatIsSaidBeforeTlsIsNotTakenForAnAnswerWithin() throws IOException {
        try (var server = server("good", false);
                var courier = courier(server, Security.STARTTLS)) {
            server.at(Stage.STARTTLS, Fault.line("220 go ahead\r\n250-flaky.example\r\n250 AUTH PLAIN"));
            assertThat(deliver(courier))
                    .isEqualTo(new RelayRefuses(
                            "it went on talking between STARTTLS and TLS, as if somebody stood in between"));
        }
    }

    @Test
    void aRelayThatHangsUpWhereTlsIsDueIsNotTakenForAnAttack() throws IOException {
        try (var server = server("good", false);
                var courier = courier(server, Security.STARTTLS)) {
            server.at(Stage.STARTTLS, new Fault("220 go ahead\r\n", Then.HANG_UP));
            Outcome outcome = deliver(courier);
            assertThat(outcome).isInstanceOf(Outcome.TurnedAway.class);
            assertThat(((Outcome.TurnedAway) outcome).isUnreachable()).isTrue();
            assertThat(((Outcome.TurnedAway) outcome).why())
                    .startsWith("the line to localhost:" + server.port() + " broke while TLS was made up: ");
        }
    }

    @Test
    void aRelayThatBreaksOffOrSpeaksInTheOpenWhereTlsIsDueIsNotMailed() throws IOException {
        try (var server = server("good", true);
                var courier = courier(server, Security.TLS)) {
            server.at(Stage.CONNECT, new Fault("", Then.HANG_UP));
            Outcome outcome = deliver(courier);
            assertThat(outcome).isInstanceOf(Outcome.TurnedAway.class);
            assertThat(((Outcome.TurnedAway) outcome).isUnreachable()).isTrue();
        }
        try (var server = new FlakyServer();
                var courier = courier(server, Security.TLS)) {
            assertThat(deliver(courier)).isInstanceOf(RelayRefuses.class);
        }
    }

    @Test
    void aRelayThatFallsSilentInTheHandshakeIsGivenUp() throws IOException {
        try (var server = server("good", true);
                var courier = courier(server, Security.TLS, certificates.trust(), Relay.SHORT)) {
            server.at(Stage.CONNECT, new Fault("", Then.SAY_NO_MORE));
            assertThat(deliver(courier))
                    .isEqualTo(new Outcome.TurnedAway(
                            "the line to localhost:" + server.port() + " broke while TLS was made up: it took too long",
                            true));
        }
    }

    @Test
    void aProtectedLineIsLookedAtBeforeTheDotAsABareOneIs() throws IOException {
        var table = Map.of(
                new Fault("451 4.3.0 later\r\n", Then.GO_ON), Outcome.Deferred.class,
                new Fault("554 5.7.1 no\r\n", Then.GO_ON), Outcome.Refused.class,
                new Fault("", Then.HANG_UP), Outcome.Deferred.class);
        for (var row : table.entrySet()) {
            try (var server = server("good", false);
                    var courier = courier(server, Security.STARTTLS)) {
                server.at(Stage.BODY, row.getKey());
                Outcome outcome = courier.deliver(SmtpCourierTest.to("ann@shop.example"), server.afterBodyFault());
                assertThat(outcome).isInstanceOf(row.getValue());
                assertThat(server.accepted()).isEmpty();
                assertThat(deliver(courier)).isInstanceOf(Accepted.class);
            }
        }
    }

    @Test
    void anAnswerThatIsLostWithinTlsIsDoubtful() throws IOException {
        for (Fault fault : List.of(new Fault("", Then.HANG_UP), new Fault("250 o", Then.HANG_UP))) {
            try (var server = server("good", false);
                    var courier = courier(server, Security.STARTTLS)) {
                server.at(Stage.DOT, fault);
                assertThat(deliver(courier)).isInstanceOf(Outcome.Doubtful.class);
                assertThat(server.accepted()).hasSize(1);
            }
        }
    }
}
