package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BerthsTest {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - SECOND);
    private final Berths berths = new Berths(8, clock::get);

    private int takeAll() {
        int taken = 0;
        while (berths.tryAcquire()) {
            taken++;
        }
        return taken;
    }

    private int free() {
        int free = takeAll();
        for (int i = 0; i < free; i++) {
            berths.release();
        }
        return free;
    }

    @Test
    void thereAreAsManyAsTheCampaignAllows() {
        assertThat(takeAll()).isEqualTo(8);
        assertThat(berths.nanosUntilFree()).isEqualTo(Long.MAX_VALUE);
        berths.release();
        assertThat(takeAll()).isEqualTo(1);
    }

    @Test
    void aLineTurnedAwayHalvesThemAndMakesTheNextOneWait() {
        takeAll();
        berths.turnedAway();
        berths.release();
        assertThat(berths.isCrowded()).isTrue();
        for (int i = 0; i < 4; i++) {
            berths.release();
        }
        assertThat(berths.isCrowded()).isFalse();
        assertThat(berths.nanosUntilFree()).isEqualTo(SECOND);
        assertThat(berths.tryAcquire()).isFalse();
        clock.addAndGet(SECOND);
        assertThat(takeAll()).isEqualTo(1);
    }

    @Test
    void linesTurnedAwayTogetherCountOnce() {
        for (int i = 0; i < 8; i++) {
            berths.turnedAway();
        }
        assertThat(berths.nanosUntilFree()).isEqualTo(SECOND);
        clock.addAndGet(SECOND);
        assertThat(free()).isEqualTo(4);
    }

    @Test
    void eachTimeThePauseIsTwiceAsLongUpToTwoMinutes() {
        long[] seconds = {1, 2, 4, 8, 16, 32, 64, 120, 120};
        for (long pause : seconds) {
            berths.turnedAway();
            assertThat(berths.nanosUntilFree()).isEqualTo(pause * SECOND);
            clock.addAndGet(pause * SECOND);
        }
        assertThat(free()).isEqualTo(1);
    }

    @Test
    void eachMailThatIsDealtWithHalvesThePauseAgain() {
        for (int i = 0; i < 4; i++) {
            berths.turnedAway();
            clock.addAndGet(8 * SECOND);
        }
        berths.dealtWith();
        berths.dealtWith();
        berths.turnedAway();
        assertThat(berths.nanosUntilFree()).isEqualTo(4 * SECOND);
        clock.addAndGet(4 * SECOND);
        for (int i = 0; i < 9; i++) {
            berths.dealtWith();
        }
        berths.turnedAway();
        assertThat(berths.nanosUntilFree()).isEqualTo(SECOND);
    }

    @Test
    void acceptedMailsLetThemGrowAgainToWhatTheyWere() {
        berths.turnedAway();
        clock.addAndGet(SECOND);
        for (int i = 0; i < 199; i++) {
            berths.accepted();
        }
        assertThat(free()).isEqualTo(4);
        berths.accepted();
        assertThat(free()).isEqualTo(5);
        for (int i = 0; i < 10_000; i++) {
            berths.accepted();
        }
        assertThat(free()).isEqualTo(8);
    }

    @Test
    void noBerthIsGivenBackTwice() {
        assertThatThrownBy(berths::release).isInstanceOf(IllegalStateException.class);
    }
}
