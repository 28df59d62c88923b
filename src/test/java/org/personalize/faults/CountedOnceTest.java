package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;
import org.personalize.plan.Counts;
import org.personalize.plan.Fate;
import org.personalize.run.Results;
import org.personalize.run.Selection;
import org.personalize.run.SendOrders;
import org.personalize.run.SendStory;
import org.personalize.run.Sending;

/** People who are tried several times within one run. */
class CountedOnceTest extends AtARelay {

    private static final int PEOPLE = 80;

    /** So much faster the campaign's clock goes, that a second's wait is over while the others are mailed. */
    private static final int HASTE = 1_000;

    private SendStory send(Shop shop) throws IOException, Occupied {
        Instant start = Instant.now();
        InstantSource clock =
                () -> start.plus(Duration.between(start, Instant.now()).multipliedBy(HASTE));
        var orders = new SendOrders(
                clock, System::nanoTime, "a test", "this machine", null, null, false, null, story -> true);
        return Sending.run(shop.request(start), Selection.EVERYBODY, orders);
    }

    @Test
    void whoIsPutOffAndAcceptedLaterIsAcceptedAndNothingElse() throws IOException, Occupied {
        Shop shop = Shop.of(folder, relay, PEOPLE);
        relay.misbehaving((stage, visit) -> {
            boolean isLater = visit.recipient().matches("p\\d*[02468]@.*") && visit.attempt() == 1;
            boolean isNever = visit.recipient().matches("p\\d*5@.*");
            if (stage != Stage.RCPT || !(isLater || isNever)) {
                return null;
            }
            return Fault.answer(isLater ? "451 4.7.1 later" : "554 5.7.1 never");
        });
        SendStory story = send(shop);

        assertThat(relay.tries()).as("tried again in this run").containsValue(2);
        Results results = story.results();
        Counts counts = story.counts();
        assertThat(results.of(Fate.DEFERRED)).isEqualTo(counts.deferred());
        assertThat(results.of(Fate.ACCEPTED)).isEqualTo(counts.accepted());
        assertThat(results.of(Fate.REFUSED)).isEqualTo(counts.refused()).isEqualTo(PEOPLE / 10);
        assertThat(counts.accepted() + counts.deferred() + counts.refused()).isEqualTo(PEOPLE);
    }
}
