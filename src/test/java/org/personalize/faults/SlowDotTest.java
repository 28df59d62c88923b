package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.personalize.faults.Relay.Stage;
import org.personalize.plan.Fate;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;

/** A relay that takes its time with one mail. */
class SlowDotTest extends AtARelay {

    private static final int PEOPLE = 8;

    /** So many times as fast go the clocks of the run. */
    private static final long HASTE = 20;

    @Test
    void theMailAnnouncedBehindItGoesOverAnotherLine() throws Exception {
        Relay.Gate dot = relay.holdAt(Stage.AFTER_DOT, 1);
        Relay.Gate others = relay.listenAt(Stage.ANSWERED, PEOPLE - 1);
        Shop shop = Shop.of(folder, relay, PEOPLE).with("connections: 4", "connections: 2");
        Instant start = Instant.now();
        var hasty = new SendOrders(
                Instant::now, () -> HASTE * System.nanoTime(), "a test", "here", null, null, false, story -> true);
        var run = new FutureTask<>(() -> Sending.run(shop.request(start), Selection.EVERYBODY, hasty));
        new Thread(run).start();

        assertThat(others.comesWithin(30))
                .as("all but the first are answered while its dot is not")
                .isTrue();
        dot.open();

        SendStory story = run.get(60, TimeUnit.SECONDS);
        assertThat(story.results().of(Fate.ACCEPTED)).isEqualTo(PEOPLE);
        assertThat(relay.accepted())
                .hasSize(PEOPLE)
                .allSatisfy((mailbox, times) -> assertThat(times).isOne());
    }
}
