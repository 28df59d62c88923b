package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.personalize.faults.Relay.Stage;
import org.personalize.run.Selection;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;

/** A relay that has fewer lines than the campaign has couriers. */
class CrowdedRelayTest extends AtARelay {

    private static final int PEOPLE = 6;

    /** Much more than a run needs that ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Long enough for every courier to knock while the first one is still being served. */
    private static final long LATENCY_MILLIS = 50;

    @Test
    void whoLeavesKeepsNobodyElseWaitingForItsLine() throws IOException {
        relay.answeringAfter(LATENCY_MILLIS)
                .misbehaving((stage, visit) -> stage == Stage.CONNECT && visit.open() > 1
                        ? Fault.hangUp("421 4.3.2 too many connections\r\n")
                        : null);
        Shop shop = Shop.of(folder, relay, PEOPLE).with("connections: 4", "connections: 2");
        Instant start = Instant.now();
        // All who may be mailed are claimed at once: the one who sends the last goes home without asking for more.
        var limited = new Selection(PEOPLE, List.of());

        SendStory story = assertTimeoutPreemptively(
                PATIENCE, () -> Sending.run(shop.request(start), limited, Shop.orders(start, "this machine")));

        assertThat(story.counts()).isNotNull();
        assertThat(relay.accepted()).hasSize(PEOPLE);
        assertThat(relay.count(Stage.CONNECT)).isGreaterThan(1);
    }
}
