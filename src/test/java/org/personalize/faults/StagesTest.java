package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.State;

/** What a relay can say instead of an answer, at every stage of a mail, seen from whole campaigns. */
class StagesTest {

    /** So many mails at the least go well between two faults, and so many meet one. */
    private static final int EVERY = 7;

    private static final int PEOPLE = 35;

    private static final String LONG = "x".repeat(100_000);

    @TempDir
    Path folder;

    /** What is said, whether the relay keeps the mail where this answers the dot, and where the mail then is. */
    private static Map<String, Fault> faults() {
        Map<String, Fault> faults = new LinkedHashMap<>();
        faults.put("hangs up", Fault.hangUp("").butTaken());
        faults.put("421 and hangs up", Fault.hangUp("421 4.3.2 closing\r\n"));
        faults.put("451", Fault.answer("451 4.3.0 later"));
        faults.put("550", Fault.answer("550 5.7.1 no"));
        faults.put("rubbish", Fault.answer("\u0001hello there").butTaken());
        faults.put("half a line", Fault.hangUp("250 2.").butTaken());
        faults.put("half an answer", Fault.hangUp("250-2.0.0 first\r\n").butTaken());
        faults.put("a very long line", Fault.answer("250 " + LONG).butTaken());
        return faults;
    }

    static Stream<Arguments> everyFaultAtEveryStage() {
        List<Arguments> all = new ArrayList<>();
        faults().forEach((name, fault) -> {
            for (Stage stage : List.of(Stage.MAIL, Stage.RCPT, Stage.DATA, Stage.IN_BODY, Stage.AFTER_DOT)) {
                all.add(Arguments.of(name, stage, fault));
            }
        });
        return all.stream();
    }

    @Tag("soak")
    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("everyFaultAtEveryStage")
    void nobodyIsLostAndNobodyGetsItTwice(String name, Stage stage, Fault fault)
            throws IOException, Occupied, InterruptedException {
        try (Relay relay = new Relay()) {
            // At MAIL nobody is named yet: there it is every mail on a line but the first.
            relay.misbehaving(
                    stage == Stage.MAIL
                            ? (where, visit) -> where == stage && visit.mails() % EVERY == EVERY - 1 ? fault : null
                            : Mischief.forEvery(EVERY, stage, fault));
            Shop shop = Shop.of(folder, relay, PEOPLE);
            shop.finish();
            Verdict verdict = Verdict.on(shop, relay, name + " at " + stage).isComplete();
            if (stage != Stage.AFTER_DOT && stage != Stage.IN_BODY) {
                assertThat(verdict.counts().doubtful()).isZero();
            }
            if (stage == Stage.AFTER_DOT) {
                assertThat(verdict.row(Shop.address(EVERY)).state()).isEqualTo(stateAfterDot(fault));
            }
        }
    }

    private static State stateAfterDot(Fault fault) {
        if (fault.said().startsWith("550")) {
            return State.REFUSED;
        }
        return fault.isTaken() ? State.DOUBTFUL : State.ACCEPTED;
    }

    @Test
    void aRelayThatRefusesUsAltogetherMarksNobody() throws IOException, Occupied, InterruptedException {
        try (Relay relay = new Relay()) {
            relay.misbehaving((stage, visit) -> stage == Stage.CONNECT ? Fault.hangUp("554 5.7.1 go away\r\n") : null);
            Shop shop = Shop.of(folder, relay, PEOPLE);
            var story = shop.sendAt(java.time.Instant.now());
            assertThat(story.end()).isEqualTo(org.personalize.run.SendStory.End.RELAY);
            assertThat(shop.counts().due()).isEqualTo(PEOPLE);
            relay.misbehaving(Mischief.NONE);
            shop.finish();
            Verdict.on(shop, relay, "after a refusal").isFlawless();
        }
    }
}
