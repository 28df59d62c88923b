package org.personalize.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BesideTest {

    @Test
    void whatOneThreadFindsTheOtherGets() throws IOException {
        try (var beside = new Beside<String>(StopSignal.NEVER)) {
            beside.begin("finder", stop -> Thread.currentThread().getName());
            assertThat(beside.result()).isEqualTo("finder");
        }
    }

    @Test
    void itFailsAsTheWorkFails() {
        try (var beside = new Beside<String>(StopSignal.NEVER)) {
            beside.begin("finder", stop -> {
                throw new IOException("disk full");
            });
            assertThatThrownBy(beside::result).isInstanceOf(IOException.class).hasMessage("disk full");
        }
    }

    @Test
    void whoeverGivesUpLeavesNothingRunning() {
        var hasBegun = new CountDownLatch(1);
        var hasEnded = new AtomicBoolean();
        try (var beside = new Beside<String>(StopSignal.NEVER)) {
            beside.begin("finder", stop -> {
                hasBegun.countDown();
                try {
                    while (true) {
                        stop.obey();
                        Thread.onSpinWait();
                    }
                } finally {
                    hasEnded.set(true);
                }
            });
            hasBegun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(hasEnded).isTrue();
    }
}
