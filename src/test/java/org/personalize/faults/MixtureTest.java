package org.personalize.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Occupied;

/** Whole campaigns against a relay that has a bad day. */
class MixtureTest extends AtARelay {

    private static final int PEOPLE = 300;

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = Shop.of(folder, relay, PEOPLE);
    }

    @Test
    void withoutFaultsEverybodyIsAcceptedOnce() throws IOException, Occupied, InterruptedException {
        shop.sendAt(Instant.now());
        Verdict.on(shop, relay, "no faults").afterCrashes(0, 4).isFlawless();
        assertThat(relay.tries().values()).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aBadDayLosesNobodyAndMailsNobodyTwice(long seed) throws IOException, Occupied, InterruptedException {
        relay.misbehaving(Mixture.rough(seed));
        shop.finish();
        Verdict.on(shop, relay, "seed " + seed).afterCrashes(0, 4).isComplete();
    }
}
