package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.run.StopSignal.Stopped;

class HeardTest {

    @Test
    @Timeout(10)
    void whoAsksToStopNeedNotWaitForTheWork() {
        var stop = new AtomicBoolean();
        var never = new CountDownLatch(1);
        assertThatThrownBy(() -> Heard.of(stop::get, () -> {
                    stop.set(true);
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "done";
                }))
                .isInstanceOf(Stopped.class);
        never.countDown();
    }

    @Test
    void whatTheWorkFoundIsGivenBackAndWhatItThrewIsThrown() throws IOException {
        assertThat(Heard.of(StopSignal.NEVER, () -> 7)).isEqualTo(7);
        var wrong = new InputProblem(Place.file("events.csv"), "is wrong", "Mend it.");
        assertThatThrownBy(() -> Heard.of(StopSignal.NEVER, () -> {
                    throw wrong;
                }))
                .isSameAs(wrong);
        var disk = new IOException("full");
        assertThatThrownBy(() -> Heard.of(StopSignal.NEVER, () -> {
                    throw disk;
                }))
                .isSameAs(disk);
        assertThatThrownBy(() -> Heard.of(StopSignal.NEVER, () -> {
                    throw new OutOfMemoryError("heap");
                }))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
