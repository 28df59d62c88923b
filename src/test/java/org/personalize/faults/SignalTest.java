package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;

/** The program asked to stop while it sends. */
@Tag("soak")
class SignalTest extends AtARelay {

    private static final int CONNECTIONS = 4;
    private static final long MOST_SECONDS = 10;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void theMailsInFlightAreFinishedAndNobodyIsDoubtful(String signal, int code)
            throws IOException, Occupied, InterruptedException {
        relay.answeringAfter(5);
        Shop shop = Shop.of(folder, relay, 400);
        Child child = Child.send(shop);
        relay.listenAt(Stage.RCPT, 30).await(child);
        long seconds = secondsToEnd(child, signal);

        assertThat(child.end()).as(child.err()).isEqualTo(code);
        assertThat(seconds).isLessThan(MOST_SECONDS);
        Verdict stopped = Verdict.on(shop, relay, "SIG" + signal).afterCrashes(0, CONNECTIONS);
        assertThat(stopped.counts().due()).isPositive();
        assertThat(child.out()).contains("\"end\": \"signal\"").contains("\"doubtful\": 0");
        shop.finish();
        Verdict.on(shop, relay, "after SIG" + signal).isFlawless();
    }

    /** Where the relay never answers, only the mails whose dot it has are doubtful. */
    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "IN_BODY", "BEFORE_DOT", "AFTER_DOT"})
    void aRelayThatSaysNothingDoesNotKeepAStoppedProgram(Stage stage)
            throws IOException, Occupied, InterruptedException {
        Fault silence = stage == Stage.AFTER_DOT ? Fault.silence().butTaken() : Fault.silence();
        relay.misbehaving((where, visit) -> where == stage ? silence : null);
        Shop shop = Shop.of(folder, relay, 50);
        Child child = Child.send(shop);
        relay.listenAt(stage, CONNECTIONS).await(child);
        long seconds = secondsToEnd(child, "TERM");

        assertThat(child.end()).as(child.err()).isEqualTo(143);
        assertThat(seconds).isLessThanOrEqualTo(MOST_SECONDS);
        Verdict stopped = Verdict.on(shop, relay, "silence at " + stage).afterCrashes(0, CONNECTIONS);
        relay.misbehaving(Mischief.NONE);
        shop.finish();
        Verdict.on(shop, relay, "after silence at " + stage).isComplete();
        assertThat(shop.counts().doubtful()).isEqualTo(stopped.counts().doubtful());
    }

    private static long secondsToEnd(Child child, String signal) throws IOException, InterruptedException {
        long start = System.nanoTime();
        child.signal(signal);
        child.end();
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }
}
