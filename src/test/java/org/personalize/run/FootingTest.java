package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.personalize.deliver.Outcome.TurnedAway;

class FootingTest {

    private static final TurnedAway BUSY = new TurnedAway("450 4.3.2 ann@shop.example, not now", false);
    private static final TurnedAway NOBODY = new TurnedAway("no line to localhost:25: Connection refused", true);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
    private final Footing footing = new Footing(clock::get);

    private void pass(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void aRelayThatIsNowhereIsLostSoon() {
        footing.rebuffed(NOBODY);
        assertThat(footing.isLost()).isFalse();
        pass(6);
        footing.rebuffed(NOBODY);
        assertThat(footing.isLost()).isTrue();
        assertThat(footing.words()).isEqualTo(NOBODY.why());
    }

    @Test
    void aRelayThatOnlyTurnsAwayIsLostAfterAWhile() {
        footing.rebuffed(BUSY);
        pass(119);
        footing.rebuffed(BUSY);
        assertThat(footing.isLost()).isFalse();
        pass(2);
        footing.rebuffed(BUSY);
        assertThat(footing.isLost()).isTrue();
        assertThat(footing.words())
                .startsWith("it took no mail and turned us away")
                .endsWith("its last answer was: 450 4.3.2 a***@shop.example, not now");
    }

    @Test
    void aRelayThatDealsWithSomeInBetweenIsGivenMoreThanAnHour() {
        footing.rebuffed(BUSY);
        footing.dealtWith();
        pass(7_200);
        footing.rebuffed(BUSY);
        pass(3_600);
        footing.rebuffed(BUSY);
        assertThat(footing.isLost()).isFalse();
        pass(600);
        footing.rebuffed(BUSY);
        assertThat(footing.isLost()).isTrue();
        assertThat(footing.words()).startsWith("for more than an hour");
    }

    @Test
    void onlyWhereNoMailWasDealtWithItWasInVain() {
        assertThat(footing.isInVain()).isFalse();
        footing.rebuffed(BUSY);
        assertThat(footing.isInVain()).isTrue();
        footing.dealtWith();
        footing.rebuffed(BUSY);
        assertThat(footing.isInVain()).isFalse();
    }

    @Test
    void whoWatchesSeesWhatTheRelayDoes() {
        assertThat(footing.stage()).isEqualTo("sending");
        footing.rebuffed(BUSY);
        assertThat(footing.stage()).isEqualTo("turned away by the relay");
        footing.rebuffed(NOBODY);
        assertThat(footing.stage()).isEqualTo("no line to the relay");
        footing.dealtWith();
        assertThat(footing.stage()).isEqualTo("sending");
    }
}
