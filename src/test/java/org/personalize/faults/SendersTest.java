package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.faults.Relay.Stage;
import org.personalize.ledger.Occupied;

/** Several processes at once on one ledger. */
@Tag("soak")
class SendersTest extends AtARelay {

    private static final int OCCUPIED = 75;

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void oneSendsAndTheOthersNameIt(int senders) throws IOException, InterruptedException {
        Shop shop = Shop.of(folder, relay, 200);
        Relay.Gate gate = relay.holdAt(Stage.AFTER_DOT, 1);
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            children.add(Child.send(shop));
        }
        while (children.stream().filter(Child::isAlive).count() > 1) {
            for (Child child : children) {
                child.await(100);
            }
        }
        Child worker = children.stream().filter(Child::isAlive).findFirst().orElseThrow();
        gate.open();
        assertThat(worker.end()).as(worker.err()).isZero();
        for (Child child : children) {
            if (child != worker) {
                assertThat(child.end()).as(child.err() + child.out()).isEqualTo(OCCUPIED);
                assertThat(child.err()).contains("process " + worker.pid());
            }
        }
        Verdict.on(shop, relay, senders + " senders").afterCrashes(0, 4).isFlawless();
    }

    @Test
    void whoTakesOverFromAKilledSenderIsNotKeptOut() throws IOException, Occupied, InterruptedException {
        Shop shop = Shop.of(folder, relay, 100);
        Child first = Child.send(shop);
        relay.listenAt(Stage.RCPT, 10).await(first);
        first.kill();
        Child second = Child.send(shop);
        assertThat(second.end()).as(second.err()).isLessThan(2);
        shop.finish();
        Verdict.on(shop, relay, "taken over").afterCrashes(1, 4).isComplete();
    }

    @Test
    void twoCampaignsOnOneLedgerDoNotDisturbEachOther() throws IOException, InterruptedException {
        try (Relay other = new Relay()) {
            Shop spring = Shop.of(folder, relay, 300);
            Shop summer = Shop.named("summer", folder, other, 300);
            Child one = Child.send(spring);
            Child two = Child.send(summer);
            assertThat(one.end()).as(one.err()).isZero();
            assertThat(two.end()).as(two.err()).isZero();
            Verdict.on(spring, relay, "spring").isFlawless();
            Verdict.on(summer, other, "summer").isFlawless();
        }
    }
}
