package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.personalize.deliver.FlakyServer.Fault;
import org.personalize.deliver.FlakyServer.Stage;
import org.personalize.deliver.FlakyServer.Then;
import org.personalize.deliver.Outcome.Accepted;
import org.personalize.deliver.Outcome.Deferred;
import org.personalize.deliver.Outcome.Refused;
import org.personalize.deliver.Outcome.TurnedAway;
import org.personalize.deliver.Outcome.Withheld;
import org.personalize.render.Mail;

class SmtpCourierTest {

    static final String LAST_LINE = "the end\r\n";
    static final String BODY = "Subject: hello\r\n\r\nHello\r\n" + LAST_LINE;

    /** Every letter is alike. */
    static final Letters LETTERS = letters(BODY.getBytes(StandardCharsets.US_ASCII));

    private FlakyServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FlakyServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static Letters letters(byte[] message) {
        return new Letters() {
            @Override
            public Message message(Mail mail, boolean eightBit, boolean utf8) {
                return Message.of(message);
            }

            @Override
            public String envelopeSender(Mail mail) {
                return "bounce+t1@acme.example";
            }
        };
    }

    static Mail to(String email) {
        var letter = new Letter();
        letter.email = email;
        return letter.mail();
    }

    private SmtpCourier courier() {
        return SmtpCourier.of(Relay.at(server.port()), LETTERS, Relay.PATIENT);
    }

    private static Accepted queued(int number) {
        return new Accepted(new Reply(250, "2.0.0", "2.0.0 Ok: queued as M" + number), "M" + number);
    }

    private List<String> verbs() {
        return server.commands().stream().map(c -> c.split("[ :]", 2)[0]).toList();
    }

    @Test
    void manyMailsGoOverOneLine() {
        try (var courier = courier()) {
            assertThat(courier.deliver(to("ann@shop.example"), Permission.GIVEN))
                    .isEqualTo(queued(1));
            assertThat(courier.deliver(to("bob@shop.example"), Permission.GIVEN))
                    .isEqualTo(queued(2));
        }
        assertThat(server.lines()).isEqualTo(1);
        assertThat(server.accepted()).containsExactly(BODY, BODY);
        assertThat(server.commands().subList(1, 7))
                .containsExactly(
                        "MAIL FROM:<bounce+t1@acme.example> SIZE=" + BODY.length(),
                        "RCPT TO:<ann@shop.example>",
                        "DATA",
                        "MAIL FROM:<bounce+t1@acme.example> SIZE=" + BODY.length(),
                        "RCPT TO:<bob@shop.example>",
                        "DATA");
        assertThat(server.commands()).last().isEqualTo("QUIT");
    }

    @Test
    void aRelayThatTakesNoCommandsAtOnceGetsThemOneByOne() {
        server.offers = List.of();
        try (var courier = courier()) {
            assertThat(courier.deliver(to("ann@shop.example"), Permission.GIVEN))
                    .isEqualTo(queued(1));
        }
        assertThat(server.commands()).contains("MAIL FROM:<bounce+t1@acme.example>");
    }

    @Test
    void aRefusedMailboxLeavesTheLineFitForTheNextMail() {
        for (List<String> offers : List.of(List.of("PIPELINING"), List.<String>of())) {
            server.offers = offers;
            server.at(Stage.RCPT, Fault.line("550 5.1.1 <ann@shop.example>: User unknown"));
            if (!offers.isEmpty()) {
                server.at(Stage.DATA, Fault.line("503 5.5.1 no recipient"));
            }
            int before = server.lines();
            try (var courier = courier()) {
                assertThat(courier.deliver(to("ann@shop.example"), Permission.GIVEN))
                        .isEqualTo(
                                new Refused(new Reply(550, "5.1.1", "5.1.1 <a***@shop.example>: User unknown"), true));
                assertThat(courier.deliver(to("bob@shop.example"), Permission.GIVEN))
                        .isInstanceOf(Accepted.class);
            }
            assertThat(server.lines()).as("%s", offers).isEqualTo(before + 1);
        }
        assertThat(verbs().stream().filter("RSET"::equals)).hasSize(2);
    }

    @Test
    void aRelayThatWantsABodyForNobodyIsLeft() {
        server.at(Stage.RCPT, Fault.line("550 5.1.1 no such user")).at(Stage.DATA, Fault.line("354 go on"));
        try (var courier = courier()) {
            assertThat(courier.deliver(to("ann@shop.example"), Permission.GIVEN))
                    .isInstanceOf(Refused.class);
            assertThat(courier.isOpen()).isFalse();
            assertThat(courier.deliver(to("bob@shop.example"), Permission.GIVEN))
                    .isEqualTo(queued(1));
        }
        assertThat(server.lines()).isEqualTo(2);
    }

    @Test
    void permissionIsAskedAfterTheRelayWantsTheBodyAndAwaitedBeforeTheDot() {
        var told = new ArrayList<String>();
        var permission = new Permission() {
            @Override
            public void ask() {
                told.add(
                        "asked after " + server.commands().get(server.commands().size() - 1));
            }

            @Override
            public boolean isGranted() {
                told.add("accepted so far " + server.accepted().size());
                return true;
            }
        };
        try (var courier = courier()) {
            assertThat(courier.deliver(to("ann@shop.example"), permission)).isEqualTo(queued(1));
        }
        assertThat(told).containsExactly("asked after DATA", "accepted so far 0");
    }

    @Test
    void withoutPermissionTheLineIsCutAndNothingIsMailed() {
        try (var courier = courier()) {
            assertThat(courier.deliver(to("ann@shop.example"), permission(false)))
                    .isEqualTo(new Withheld());
            assertThat(courier.isOpen()).isFalse();
            assertThat(courier.deliver(to("bob@shop.example"), Permission.GIVEN))
                    .isEqualTo(queued(1));
        }
        assertThat(server.accepted()).hasSize(1);
        assertThat(verbs()).doesNotContain("RSET").containsOnlyOnce("QUIT");
    }

    @Test
    void aMarkThatFailsCutsTheLine() {
        var permission = new Permission() {
            @Override
            public void ask() {
                // Nothing yet.
            }

            @Override
            public boolean isGranted() {
                throw new IllegalStateException("the row count is impossible");
            }
        };
        try (var courier = courier()) {
            assertThatThrownBy(() -> courier.deliver(to("ann@shop.example"), permission))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(courier.isOpen()).isFalse();
        }
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void whoIsInterruptedBeforeTheDotWritesNone() {
        try (var courier = courier()) {
            Outcome outcome = courier.deliver(to("ann@shop.example"), new Permission() {
                @Override
                public void ask() {
                    // The body goes out first.
                }

                @Override
                public boolean isGranted() {
                    Thread.currentThread().interrupt();
                    return true;
                }
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(outcome).isEqualTo(new Withheld());
        }
        assertThat(server.accepted()).isEmpty();
    }

    static Permission permission(boolean isGiven) {
        return new Permission() {
            @Override
            public void ask() {
                // Nothing is written down.
            }

            @Override
            public boolean isGranted() {
                return isGiven;
            }
        };
    }

    @Test
    void anOldLineThatHasEnoughIsReplacedWithinTheSameMail() {
        try (var courier = courier()) {
            courier.deliver(to("ann@shop.example"), Permission.GIVEN);
            server.at(Stage.MAIL, new Fault("421 4.7.0 enough on this line\r\n", Then.HANG_UP));
            assertThat(courier.deliver(to("bob@shop.example"), Permission.GIVEN))
                    .isEqualTo(queued(2));
        }
        assertThat(server.lines()).isEqualTo(2);
    }

    @Test
    void anOldLineThatTheRelayClosedIsReplacedWithinTheSameMail() {
        server.at(Stage.DOT, new Fault("250 ok\r\n421 4.4.2 too long idle\r\n", Then.HANG_UP));
        try (var courier = courier()) {
            assertThat(courier.deliver(to("ann@shop.example"), Permission.GIVEN))
                    .isInstanceOf(Accepted.class);
            assertThat(courier.deliver(to("bob@shop.example"), Permission.GIVEN))
                    .isEqualTo(queued(2));
        }
    }

    @Test
    void aNewLineThatIsTurnedAwayAtMailIsNoAttempt() {
        server.at(Stage.MAIL, new Fault("421 4.7.0 ann@shop.example is too much\r\n", Then.HANG_UP));
        try (var courier = courier()) {
            assertThat(courier.deliver(to("ann@shop.example"), Permission.GIVEN))
                    .isEqualTo(new TurnedAway("421 4.7.0 a***@shop.example is too much", false));
        }
    }

    @Test
    void whereNobodyListensTheRelayIsUnreachable() throws IOException {
        server.close();
        try (var courier = courier()) {
            Outcome outcome = courier.deliver(to("ann@shop.example"), Permission.GIVEN);
            assertThat(outcome)
                    .isEqualTo(new TurnedAway("no line to 127.0.0.1:" + server.port() + ": Connection refused", true));
            assertThat(courier.open()).contains(outcome);
        }
    }

    @Test
    void anOpenLineServesTheFirstMail() {
        try (var courier = courier()) {
            assertThat(courier.open()).isEmpty();
            assertThat(courier.open()).isEmpty();
            courier.deliver(to("ann@shop.example"), Permission.GIVEN);
        }
        assertThat(server.lines()).isEqualTo(1);
    }

    @Test
    void dotsAndBareLineEndsCannotEndAMail() {
        String nasty = "a\n.\nb\r.\rc\r\n.\r\n..\r\r\n\n.";
        try (var courier = SmtpCourier.of(
                Relay.at(server.port()), letters(nasty.getBytes(StandardCharsets.US_ASCII)), Relay.PATIENT)) {
            courier.deliver(to("ann@shop.example"), Permission.GIVEN);
            courier.deliver(to("bob@shop.example"), Permission.GIVEN);
        }
        assertThat(server.accepted().get(0)).isEqualTo("a\r\n..\r\nb\r\n..\r\nc\r\n..\r\n...\r\n\r\n\r\n..\r\n");
        assertThat(server.accepted()).hasSize(2);
    }

    @Test
    void anInternationalAddressGoesOnlyToARelayThatTakesIt() {
        try (var courier = courier()) {
            courier.deliver(to("jürgen@käse.example"), Permission.GIVEN);
        }
        assertThat(server.commands())
                .contains(
                        "MAIL FROM:<bounce+t1@acme.example> SIZE=" + BODY.length() + " SMTPUTF8",
                        "RCPT TO:<jürgen@xn--kse-qla.example>");
        server.offers = List.of("8BITMIME", "PIPELINING");
        try (var courier = courier()) {
            assertThat(courier.deliver(to("jürgen@shop.example"), Permission.GIVEN))
                    .isEqualTo(new Refused(
                            new Reply(553, "5.6.7", "5.6.7 the relay takes no international addresses"), false));
            assertThat(courier.deliver(to("ann@käse.example"), Permission.GIVEN))
                    .isEqualTo(queued(2));
        }
    }

    @Test
    void eightBitsAreSaidOnlyWhereTheyAre() {
        try (var courier = SmtpCourier.of(
                Relay.at(server.port()), letters("é\r\n".getBytes(StandardCharsets.UTF_8)), Relay.PATIENT)) {
            courier.deliver(to("ann@shop.example"), Permission.GIVEN);
        }
        assertThat(server.commands()).contains("MAIL FROM:<bounce+t1@acme.example> SIZE=4 BODY=8BITMIME");
    }

    @Test
    void aMailLargerThanTheRelayTakesIsNotEvenAnnounced() {
        server.offers = List.of("PIPELINING", "SIZE 65536");
        try (var courier = SmtpCourier.of(Relay.at(server.port()), letters(new byte[65537]), Relay.PATIENT)) {
            assertThat(courier.deliver(to("ann@shop.example"), Permission.GIVEN))
                    .isEqualTo(new Refused(
                            new Reply(
                                    552,
                                    "5.3.4",
                                    "5.3.4 the message is larger than the 65536 bytes that the relay takes"),
                            false));
        }
        assertThat(verbs()).containsExactly("EHLO", "QUIT");
    }

    @Test
    void aRelayThatTakesHardlyAnyMailIsToBlameAndNobodysMail() {
        server.offers = List.of("PIPELINING", "SIZE 1");
        try (var courier = courier()) {
            assertThat(courier.deliver(to("ann@shop.example"), Permission.GIVEN))
                    .isInstanceOfSatisfying(
                            Outcome.RelayRefuses.class,
                            refusal -> assertThat(refusal.why()).startsWith("it says that it takes at most 1 bytes"));
        }
    }

    @Test
    void anAddressThatWouldBeACommandIsRefusedAtTheDoor() {
        for (String email :
                List.of("a@b.example>\r\nRCPT TO:<c@d.example", "a b@c.example", "a>b@c.example", "nobody")) {
            try (var courier = courier()) {
                assertThat(courier.deliver(to(email), Permission.GIVEN)).isInstanceOf(Refused.class);
            }
        }
        assertThat(server.lines()).isZero();
    }

    @Test
    void aRelayThatStopsTakingTheBodyIsGivenUpInTime() {
        assertThat(longMailMeeting("354 go on\r\n")).isEqualTo(new Deferred("the line broke inside the body"));
    }

    @Test
    void aRefusalInTheMiddleOfTheBodyIsHeard() {
        assertThat(longMailMeeting("354 go on\r\n552 5.3.4 too much\r\n"))
                .isEqualTo(new Refused(new Reply(552, "5.3.4", "5.3.4 too much"), false));
    }

    /** More bytes than any socket keeps, to a relay that reads none of them. */
    private Outcome longMailMeeting(String answer) {
        server.offers = List.of();
        server.at(Stage.DATA, new Fault(answer, Then.READ_NO_MORE));
        try (var courier = SmtpCourier.of(Relay.at(server.port()), letters(new byte[30_000_000]), Relay.SHORT)) {
            Outcome outcome = courier.deliver(to("ann@shop.example"), Permission.GIVEN);
            assertThat(courier.isOpen()).isFalse();
            return outcome;
        }
    }
}
