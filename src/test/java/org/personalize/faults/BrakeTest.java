package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Brake;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Counts;
import org.personalize.plan.Reason;
import org.personalize.problem.InputProblem;
import org.personalize.run.SendStory.End;
import org.personalize.run.Standing;

/** A brake that another process puts on while one sends. */
@Tag("soak")
class BrakeTest extends AtARelay {

    private static final int PEOPLE = 600;

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        relay.answeringAfter(3);
        shop = Shop.of(folder, relay, PEOPLE);
    }

    @Test
    void aPauseWorksWithinASecondAndResumeGoesOn() throws IOException, Occupied, InterruptedException {
        Child child = brakeWhileSending(Brake.PAUSED);
        assertThat(child.out()).contains("\"end\": \"braked\"").contains("paused by a test");
        Verdict paused = Verdict.on(shop, relay, "paused").afterCrashes(0, 4);
        assertThat(paused.counts().held()).isEqualTo(PEOPLE - paused.counts().accepted());
        assertThat(shop.sendAt(Instant.now()).end()).isEqualTo(End.BRAKED);

        Standing.brake(shop.request(Instant.now()), Brake.OFF, "");
        shop.finish();
        Verdict.on(shop, relay, "resumed").isFlawless();
        assertThat(relay.cutsInBody()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Brake.class,
            names = {"PAUSED", "CANCELLED"})
    void aCampaignThatWasNeverSentCanBeStopped(Brake brake) throws IOException, Occupied {
        Instant now = Instant.now();
        Standing.brake(shop.request(now), brake, "somebody");
        assertThat(shop.sendAt(now).end()).isEqualTo(brake == Brake.PAUSED ? End.BRAKED : End.CANCELLED);
        assertThat(relay.accepted()).isEmpty();
    }

    @Test
    void whatWasNotSentWhenACampaignIsCancelledIsWithdrawnForGood() throws IOException, Occupied, InterruptedException {
        brakeWhileSending(Brake.CANCELLED);
        Counts counts = Verdict.on(shop, relay, "cancelled")
                .afterCrashes(0, 4)
                .isComplete()
                .counts();
        assertThat(counts.skipped()).isEqualTo(Map.of(Reason.WITHDRAWN, PEOPLE - counts.accepted()));
        int mailed = relay.accepted().size();

        assertThatThrownBy(() -> Standing.brake(shop.request(Instant.now()), Brake.OFF, ""))
                .isInstanceOf(InputProblem.class);
        assertThat(shop.sendAt(Instant.now()).end()).isEqualTo(End.CANCELLED);
        assertThat(relay.accepted()).hasSize(mailed);
    }

    /** Nothing is handed over a second after the brake was on, and the sender does not go on trying. */
    private Child brakeWhileSending(Brake brake) throws IOException, InterruptedException {
        Child child = Child.send(shop);
        relay.listenAt(Stage.RCPT, 40).await(child);
        Standing.brake(shop.request(Instant.now()), brake, "paused by a test");
        long braked = System.nanoTime();
        int begun = relay.count(Stage.MAIL);
        assertThat(child.end()).as(child.err()).isZero();
        assertThat(System.nanoTime() - braked).isLessThan(TimeUnit.SECONDS.toNanos(3));
        long last = relay.arrivals().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
        assertThat(last - braked).isLessThan(TimeUnit.SECONDS.toNanos(1));
        assertThat(relay.accepted().size()).isLessThan(PEOPLE);
        assertThat(relay.count(Stage.MAIL) - begun)
                .as("mails begun after the brake")
                .isLessThan(100);
        return child;
    }
}
