package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.campaign.Smtp.Security;
import org.personalize.deliver.FlakyServer.Fault;
import org.personalize.deliver.FlakyServer.Stage;
import org.personalize.deliver.FlakyServer.Then;

/** Every stage of a conversation meets every fault; what must come of it stands in one table. */
class SmtpFaultsTest {

    private static final String SIGN_IN = "dXNlcgB1c2VyAHNlY3JldA==";

    private static final Map<String, Fault> FAULTS = Map.ofEntries(
            Map.entry("hangs up", new Fault("", Then.HANG_UP)),
            Map.entry("4xx", Fault.line("451 4.3.0 later")),
            Map.entry("5xx", Fault.line("550 5.5.0 no")),
            Map.entry("421", new Fault("421 4.3.2 too busy\r\n", Then.HANG_UP)),
            Map.entry("rubbish", Fault.line("hello yourself")),
            Map.entry("half a line", new Fault("25", Then.SAY_NO_MORE)),
            Map.entry("half a line, hangs up", new Fault("250 o", Then.HANG_UP)),
            Map.entry("half an answer, hangs up", new Fault("250-ok\r\n", Then.HANG_UP)),
            Map.entry("a line without end", new Fault("250 " + "o".repeat(200_000), Then.SAY_NO_MORE)),
            Map.entry("lines without end", new Fault("250-ok\r\n".repeat(20_000), Then.SAY_NO_MORE)),
            Map.entry("nothing", new Fault("", Then.SAY_NO_MORE)));

    /** What is not named falls under the last word of a line. */
    private static final Map<Stage, Map<String, String>> EXPECTED = Map.of(
            Stage.GREETING, Map.of("5xx", "RelayRefuses", "", "TurnedAway"),
            Stage.EHLO, Map.of("5xx", "RelayRefuses", "", "TurnedAway"),
            Stage.AUTH, Map.of("5xx", "RelayRefuses", "", "TurnedAway"),
            Stage.MAIL, Map.of("5xx", "RelayRefuses", "421", "TurnedAway", "", "Deferred"),
            Stage.RCPT, Map.of("5xx", "Refused", "", "Deferred"),
            Stage.DATA, Map.of("5xx", "Refused", "", "Deferred"),
            Stage.BODY, Map.of("5xx", "Refused", "nothing", "Doubtful", "", "Deferred"),
            Stage.DOT, Map.of("4xx", "Deferred", "421", "Deferred", "5xx", "Refused", "", "Doubtful"));

    static List<Arguments> everyFaultAtEveryStage() {
        var all = new ArrayList<Arguments>();
        for (Stage stage : Stage.values()) {
            for (String fault : FAULTS.keySet().stream().sorted().toList()) {
                Map<String, String> row = EXPECTED.get(stage);
                if (row != null) {
                    all.add(Arguments.of(stage, fault, true, row.getOrDefault(fault, row.get(""))));
                    if (List.of(Stage.MAIL, Stage.RCPT, Stage.DATA).contains(stage)) {
                        all.add(Arguments.of(stage, fault, false, row.getOrDefault(fault, row.get(""))));
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0} meets {1}, pipelined {2}: {3}")
    @MethodSource("everyFaultAtEveryStage")
    void everyFaultHasItsOutcome(Stage stage, String fault, boolean isPipelined, String expected) throws IOException {
        boolean isSilent = FAULTS.get(fault).then() == Then.SAY_NO_MORE;
        try (var server = server(isPipelined);
                var courier = courier(server, isSilent ? Relay.SHORT : Relay.PATIENT)) {
            server.at(stage, FAULTS.get(fault));
            Permission permission = stage == Stage.BODY ? server.afterBodyFault() : Permission.GIVEN;
            Outcome outcome = courier.deliver(SmtpCourierTest.to("ann@shop.example"), permission);
            assertThat(outcome.getClass().getSimpleName()).as("%s", outcome).isEqualTo(expected);
            boolean mayHaveArrived = expected.equals("Doubtful");
            assertThat(server.accepted().size()).isLessThanOrEqualTo(mayHaveArrived ? 1 : 0);

            int before = server.accepted().size();
            assertThat(courier.deliver(SmtpCourierTest.to("bob@shop.example"), Permission.GIVEN))
                    .as("the next mail")
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(server.accepted()).hasSize(before + 1);
        }
    }

    @Test
    void onlyARelayThatSaidSomethingSensibleWasReached() throws IOException {
        for (String fault : FAULTS.keySet()) {
            try (var server = server(true);
                    var courier = courier(server)) {
                server.at(Stage.GREETING, FAULTS.get(fault));
                Outcome outcome = courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN);
                if (outcome instanceof Outcome.TurnedAway away) {
                    boolean isPolite = fault.equals("4xx") || fault.equals("421");
                    assertThat(away.isUnreachable()).as(fault).isEqualTo(!isPolite);
                }
            }
        }
    }

    @Test
    void aRelayThatTricklesIsGivenUpInTime() throws IOException {
        try (var server = server(true);
                var courier = courier(server)) {
            server.at(Stage.DOT, new Fault("250-ok\r\n250-ok\r\n25", Then.SAY_NO_MORE));
            long start = System.nanoTime();
            assertThat(courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN))
                    .isEqualTo(new Outcome.Doubtful("no answer to the final dot: it took too long"));
            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    private Outcome.TurnedAway turnedAway(Stage stage, Fault fault) throws IOException {
        try (var server = server(true);
                var courier = courier(server)) {
            server.at(stage, fault);
            Outcome outcome = courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN);
            var away = (Outcome.TurnedAway) outcome;
            return new Outcome.TurnedAway(away.why().replace(":" + server.port(), ":25"), away.isUnreachable());
        }
    }

    @Test
    void aLineThatNeverCameAboutNamesTheHostAndTheStep() throws IOException {
        var silence = new Fault("", Then.SAY_NO_MORE);
        var goodbye = new Fault("", Then.HANG_UP);
        String look = ". Look at smtp.host and smtp.port; where TLS is spoken from the start, as at port 465, "
                + "smtp.security is tls";
        assertThat(turnedAway(Stage.GREETING, silence).why())
                .isEqualTo("no greeting from 127.0.0.1:25: it took too long" + look);
        assertThat(turnedAway(Stage.GREETING, goodbye).why())
                .isEqualTo("no greeting from 127.0.0.1:25: it hung up" + look);
        assertThat(turnedAway(Stage.EHLO, silence).why())
                .isEqualTo("no answer to EHLO from 127.0.0.1:25: it took too long");
        assertThat(turnedAway(Stage.EHLO, goodbye).why()).isEqualTo("no answer to EHLO from 127.0.0.1:25: it hung up");
        assertThat(turnedAway(Stage.AUTH, silence).why())
                .isEqualTo("no answer to signing in from 127.0.0.1:25: it took too long");
        assertThat(turnedAway(Stage.GREETING, Fault.line("HTTP/1.1 400 Bad Request"))
                        .why())
                .isEqualTo("127.0.0.1:25 does not speak SMTP. Its greeting was: HTTP/1.1 400 Bad Request");
    }

    @Test
    void aNameThatNobodyKnowsIsSaidToBeUnknown() {
        var smtp = Relay.at("mial.acme.example", 587, Security.STARTTLS, null, null);
        Outcome outcome = NoLine.unconnected(smtp, new UnknownHostException("mial.acme.example"))
                .outcome();
        assertThat(outcome)
                .isEqualTo(new Outcome.TurnedAway(
                        "no line to mial.acme.example:587: the name mial.acme.example is not known to the name service."
                                + " Look at smtp.host, and at this machine's network",
                        true));
    }

    @Test
    void nonsenseSilenceAndABrokenLineAreToldApartAndNobodyIsNamed() throws IOException {
        var table = Map.of(
                Fault.line("hello ann@shop.example"),
                "what it said is no answer of SMTP: hello a***@shop.example",
                new Fault("250 o", Then.HANG_UP),
                "it hung up",
                new Fault("", Then.SAY_NO_MORE),
                "it took too long");
        for (var row : table.entrySet()) {
            for (Stage stage : List.of(Stage.RCPT, Stage.DATA)) {
                try (var server = server(true);
                        var courier = courier(server)) {
                    server.at(stage, row.getKey());
                    assertThat(courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN))
                            .isEqualTo(new Outcome.Deferred(
                                    "the relay gave no answer to " + stage + ": " + row.getValue()));
                }
            }
        }
    }

    @Test
    void aWrongPasswordStopsEverythingAndIsNotTold() throws IOException {
        try (var server = server(true)) {
            server.at(Stage.AUTH, Fault.line("535 5.7.8 user@acme.example may not use wrong-secret here"));
            var smtp = Relay.at("127.0.0.1", server.port(), Security.NONE, "user", "wrong-secret");
            try (var courier = SmtpCourier.of(smtp, SmtpCourierTest.LETTERS, Relay.PATIENT)) {
                assertThat(courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN))
                        .isEqualTo(new Outcome.RelayRefuses("535 5.7.8 u***@acme.example may not use *** here"));
            }
        }
    }

    @Test
    void aRelayThatOffersNoSigningInIsNotMailedWithoutIt() throws IOException {
        try (var server = server(true)) {
            server.signIn = "";
            try (var courier = courier(server)) {
                assertThat(courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN))
                        .isEqualTo(new Outcome.RelayRefuses("it offers no signing in, and smtp.username is given"));
            }
            assertThat(server.accepted()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void aRelayThatKnowsNoEhloIsGreetedInTheOldWay(int code) throws IOException {
        try (var server = new FlakyServer();
                var courier = SmtpCourier.of(Relay.at(server.port()), SmtpCourierTest.LETTERS, Relay.PATIENT)) {
            server.at(Stage.EHLO, Fault.line(code + " 5.5.1 Error: unknown command"));
            assertThat(courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN))
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(server.commands().get(1)).startsWith("HELO ");
            assertThat(server.commands().get(2)).matches("MAIL FROM:<[^>]+>");
        }
    }

    @Test
    void aRelayThatKnowsNeitherGreetingRefusesUs() throws IOException {
        try (var server = new FlakyServer();
                var courier = SmtpCourier.of(Relay.at(server.port()), SmtpCourierTest.LETTERS, Relay.PATIENT)) {
            server.at(Stage.EHLO, Fault.line("502 5.5.1 no")).at(Stage.HELO, Fault.line("550 5.7.1 nor this"));
            assertThat(courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN))
                    .isEqualTo(new Outcome.RelayRefuses("550 5.7.1 nor this"));
        }
    }

    @Test
    void whatOnlyEhloOffersIsNotDoneWithout() throws IOException {
        try (var server = server(true);
                var courier = courier(server, Relay.PATIENT)) {
            server.at(Stage.EHLO, Fault.line("502 5.5.1 no"));
            var refused =
                    (Outcome.RelayRefuses) courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN);
            assertThat(refused.why())
                    .startsWith("it knows no EHLO (502 5.5.1 no), and without it nobody can sign in. ")
                    .contains("without smtp.username");
        }
        try (var server = server(true)) {
            server.at(Stage.EHLO, Fault.line("502 5.5.1 no"));
            var smtp = Relay.at("127.0.0.1", server.port(), Security.STARTTLS, null, null);
            try (var courier = SmtpCourier.of(smtp, SmtpCourierTest.LETTERS, Relay.PATIENT)) {
                var refused = (Outcome.RelayRefuses)
                        courier.deliver(SmtpCourierTest.to("ann@shop.example"), Permission.GIVEN);
                assertThat(refused.why()).contains("there is no STARTTLS", "smtp.security: none");
            }
            assertThat(server.commands()).noneMatch(command -> command.startsWith("HELO"));
        }
    }

    private static FlakyServer server(boolean isPipelined) throws IOException {
        var server = new FlakyServer();
        server.signIn = SIGN_IN;
        server.offers = isPipelined ? List.of("PIPELINING", "8BITMIME") : List.of("8BITMIME");
        return server;
    }

    private static SmtpCourier courier(FlakyServer server) {
        return courier(server, Relay.SHORT);
    }

    private static SmtpCourier courier(FlakyServer server, Timeouts timeouts) {
        var smtp = Relay.at("127.0.0.1", server.port(), Security.NONE, "user", "secret");
        return SmtpCourier.of(smtp, SmtpCourierTest.LETTERS, timeouts);
    }
}
