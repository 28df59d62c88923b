package org.personalize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What becomes of a question that nobody answers. */
class QuestionTest extends InTheShop {

    /** Somebody who presses Ctrl-C when asked, and types nothing. */
    private static final class Stopper extends Reader {
        private final AtomicBoolean stop;

        Stopper(AtomicBoolean stop) {
            this.stop = stop;
        }

        @Override
        public int read(char[] letters, int from, int count) throws IOException {
            stop.set(true);
            try {
                new CountDownLatch(1).await();
                return -1;
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    private void stops(String... command) {
        terminal.watch(new Stopper(terminal.stop));
        assertThat(terminal.type(command)).as(terminal.err()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(terminal.err()).endsWith("] \npersonalize: stopped; nothing is left half-written\n");
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aSignalEndsSendAtOnceWhileItAsks() throws IOException {
        nameRelay();
        stops("send", "spring.yaml");
        assertThat(folder.resolve("personalize.db-wal")).doesNotExist();
        assertThat(folder.resolve("personalize.db-shm")).doesNotExist();
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void aSignalEndsInitAtOnceWhileItAsks() {
        stops("init", "fresh", "--from", "customers.csv");
        assertThat(folder.resolve("fresh")).doesNotExist();
    }

    @Test
    void anAnswerCountsAndAnEndIsANo() throws IOException {
        nameRelay();
        for (String answer : new String[] {"", "n\n"}) {
            terminal.watch(new StringReader(answer));
            assertThat(terminal.type("send", "spring.yaml")).isEqualTo(ExitCode.WRONG_INPUT);
        }
        terminal.watch(new StringReader("y\n"));
        assertThat(terminal.type("init", "fresh", "--from", "customers.csv"))
                .as(terminal.err())
                .isZero();
        assertThat(Files.exists(folder.resolve("fresh/first-mail.yaml"))).isTrue();
    }
}
