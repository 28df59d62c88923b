package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.personalize.deliver.SmtpCourierTest.LETTERS;
import static org.personalize.deliver.SmtpCourierTest.to;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.deliver.FlakyServer.Fault;
import org.personalize.deliver.FlakyServer.Stage;
import org.personalize.deliver.FlakyServer.Then;
import org.personalize.deliver.Outcome.Accepted;
import org.personalize.deliver.Outcome.Deferred;
import org.personalize.deliver.Outcome.Doubtful;
import org.personalize.deliver.Outcome.Refused;
import org.personalize.deliver.Outcome.RelayRefuses;
import org.personalize.deliver.Outcome.Withheld;
import org.personalize.render.Mail;

/** A mail that is known while the one before it goes out is announced together with that one's dot. */
class AnnouncedMailTest {

    private final Mail ann = to("ann@shop.example");
    private final Mail bob = to("bob@shop.example");
    private final Mail eve = to("eve@shop.example");
    private FlakyServer server;
    private SmtpCourier courier;

    @BeforeEach
    void start() throws IOException {
        server = new FlakyServer();
        courier = courier(LETTERS);
    }

    @AfterEach
    void stop() throws IOException {
        courier.close();
        server.close();
    }

    private SmtpCourier courier(Letters letters) {
        return SmtpCourier.of(Relay.at(server.port()), letters, Relay.PATIENT);
    }

    private static Permission before(@Nullable Mail next) {
        return new Permission() {
            @Override
            public void ask() {
                // Nothing is written down.
            }

            @Override
            public @Nullable Mail next() {
                return next;
            }

            @Override
            public boolean isGranted() {
                return true;
            }
        };
    }

    private List<String> recipients() {
        return server.commands().stream()
                .filter(command -> command.startsWith("RCPT"))
                .map(command -> command.substring("RCPT TO:<".length(), command.indexOf('@')))
                .toList();
    }

    @Test
    void itIsAnnouncedBeforeTheDotIsAnswered() {
        server.isCurious = true;
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(Accepted.class);
        server.isCurious = false;
        assertThat(courier.deliver(bob, Permission.GIVEN)).isInstanceOf(Accepted.class);
        assertThat(recipients()).containsExactly("ann", "bob");
        assertThat(server.accepted()).hasSize(2);
        assertThat(server.lines()).isEqualTo(1);
    }

    @Test
    void aRelayThatTakesOneCommandAtATimeHearsNothingAhead() {
        server.offers = List.of();
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(Accepted.class);
        assertThat(recipients()).containsExactly("ann");
        assertThat(courier.deliver(bob, Permission.GIVEN)).isInstanceOf(Accepted.class);
        assertThat(server.lines()).isEqualTo(1);
    }

    @Test
    void anotherMailGoesOverAnotherLine() {
        server.isCurious = true;
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(Accepted.class);
        server.isCurious = false;
        assertThat(courier.deliver(eve, Permission.GIVEN)).isInstanceOf(Accepted.class);
        assertThat(server.accepted()).hasSize(2);
        assertThat(server.lines()).isEqualTo(2);
    }

    @Test
    void whoGoesHomeLeavesTheRelayWithoutABody() {
        server.isCurious = true;
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(Accepted.class);
        courier.close();
        assertThat(courier.isOpen()).isFalse();
        assertThat(server.commands()).doesNotContain("QUIT");
        assertThat(server.accepted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"452 4.2.2 later", "550 5.7.1 not this one"})
    void whatTheDotIsAnsweredDoesNotTouchTheNextMail(String answer) {
        server.at(Stage.DOT, Fault.line(answer));
        Class<? extends Outcome> outcome = answer.startsWith("4") ? Deferred.class : Refused.class;
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(outcome);
        assertThat(courier.deliver(bob, Permission.GIVEN)).isInstanceOf(Accepted.class);
        assertThat(recipients()).containsExactly("ann", "bob");
        assertThat(server.lines()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 4.3.2 closing\r\n", ""})
    void aRelayThatLeavesAtTheDotIsToldOfTheNextMailOnceMore(String goodbye) {
        server.at(Stage.DOT, new Fault(goodbye, Then.HANG_UP));
        Class<? extends Outcome> outcome = goodbye.isEmpty() ? Doubtful.class : Deferred.class;
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(outcome);
        assertThat(courier.deliver(bob, Permission.GIVEN)).isInstanceOf(Accepted.class);
        assertThat(server.lines()).isEqualTo(2);
    }

    /** Also one that cannot take it: it goes over a new line, and later ones are not announced. */
    @ParameterizedTest
    @CsvSource({
        "MAIL, 421 4.7.0 enough on this line, HANG_UP, true",
        "MAIL, 554 5.5.0 synchronization error, HANG_UP, false",
        "MAIL, 450 4.5.0 not so fast, GO_ON, false",
        "MAIL, 503 5.5.1 not now, GO_ON, false",
        "MAIL, '', HANG_UP, false",
        "MAIL, '', SAY_NO_MORE, false",
        "RCPT, 503 5.5.1 need MAIL first, GO_ON, false",
        "RCPT, '', SAY_NO_MORE, false",
        "DATA, 250 2.0.0 one answer too many, GO_ON, false"
    })
    void aRelayThatDoesNotTakeTheAnnouncementHasNotHadTheMail(
            Stage stage, String answer, Then then, boolean isTakenLater) {
        var impatient = SmtpCourier.of(Relay.at(server.port()), LETTERS, Relay.SHORT);
        server.at(stage, Fault.line(stage == Stage.DATA ? "354 go on" : "250 2.1.0 ok"))
                .at(stage, new Fault(answer.isEmpty() ? "" : answer + "\r\n", then));
        assertThat(impatient.deliver(ann, before(bob))).isInstanceOf(Accepted.class);
        assertThat(impatient.deliver(bob, before(eve))).isInstanceOf(Accepted.class);
        assertThat(server.lines()).isEqualTo(2);
        assertThat(server.accepted()).hasSize(2);
        impatient.close();
        assertThat(server.commands().contains("QUIT")).isEqualTo(!isTakenLater);
    }

    @Test
    void aRelayThatRefusesTheSenderAtAnyTimeRefusesUsAltogether() {
        server.at(Stage.MAIL, Fault.line("250 2.1.0 ok"))
                .at(Stage.MAIL, Fault.line("550 5.7.1 no such sender"))
                .at(Stage.MAIL, Fault.line("550 5.7.1 no such sender"));
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(Accepted.class);
        assertThat(courier.deliver(bob, before(eve))).isInstanceOf(RelayRefuses.class);
    }

    @Test
    void anAnnouncedMailIsRefusedAsAnyOther() {
        server.at(Stage.RCPT, Fault.line("250 2.1.5 ok"))
                .at(Stage.RCPT, Fault.line("550 5.1.1 no such user"))
                .at(Stage.DATA, Fault.line("354 go on"))
                .at(Stage.DATA, Fault.line("503 5.5.1 no recipient"));
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(Accepted.class);
        assertThat(courier.deliver(bob, before(eve)))
                .isEqualTo(new Refused(new Reply(550, "5.1.1", "5.1.1 no such user"), true));
        assertThat(courier.deliver(eve, Permission.GIVEN)).isInstanceOf(Accepted.class);
        assertThat(server.lines()).isEqualTo(1);
    }

    @Test
    void withoutItsOwnMarkAnAnnouncedMailDoesNotGo() {
        assertThat(courier.deliver(ann, before(bob))).isInstanceOf(Accepted.class);
        assertThat(courier.deliver(bob, SmtpCourierTest.permission(false))).isEqualTo(new Withheld());
        assertThat(server.accepted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two@at@shop.example", "wrong"})
    void whatIsWrongWithTheNextMailIsToldAtItsOwnTurn(String email) {
        Letters letters = new Letters() {
            @Override
            public Message message(Mail mail, boolean eightBit, boolean utf8) {
                if (mail.email().equals("wrong@shop.example")) {
                    throw new IllegalStateException("it cannot be written");
                }
                return Message.of(SmtpCourierTest.BODY.getBytes(StandardCharsets.US_ASCII));
            }

            @Override
            public String envelopeSender(Mail mail) {
                return "";
            }
        };
        Mail bad = to(email.equals("wrong") ? "wrong@shop.example" : email);
        try (var writer = courier(letters)) {
            assertThat(writer.deliver(ann, before(bad))).isInstanceOf(Accepted.class);
            assertThat(writer.deliver(bob, Permission.GIVEN)).isInstanceOf(Accepted.class);
        }
        assertThat(server.lines()).isEqualTo(1);
    }
}
