package org.personalize.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Mark;
import org.personalize.ledger.Shift;

class LedgerWriterTest {

    /** A shift in which there is nothing to do. */
    private static final class Idle implements Shift {
        @Override
        public Recovery recovery() {
            return new Recovery(List.of(), List.of());
        }

        @Override
        public List<Claim> claim(int most, Instant now, Caps caps) {
            return List.of();
        }

        @Override
        public List<Claim> claim(String customerId, Instant now, Caps caps) {
            return List.of();
        }

        @Override
        public List<Mark> commit(List<Entry> entries, Instant now, Caps caps) {
            return entries.stream().map(entry -> Mark.GRANTED).toList();
        }

        @Override
        public void makeRoom() {}

        @Override
        public List<Claim> claimOverdue(int most, Instant now) {
            return List.of();
        }

        @Override
        public List<Claim> claimAll(int most) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    @Test
    void whoClosesRightAfterTheLastWordIsWrittenDoesNotWaitForEver() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 20_000; round++) {
                var writer = new LedgerWriter(new Idle(), () -> Instant.EPOCH, () -> Caps.NONE, 8, () -> {});
                writer.flush();
                writer.close();
            }
        });
    }

    /** Answers are counted; nobody fails. */
    private static final class Ear implements LedgerWriter.Listener {
        private final CountDownLatch heard;

        private Ear(int expected) {
            heard = new CountDownLatch(expected);
        }

        @Override
        public void written(Mark mark) {
            heard.countDown();
        }

        @Override
        public void failed() {}
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 8, 2_500})
    void aMarkIsGrantedHoweverManyMoreAreAsked(int marks) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            var writer = new LedgerWriter(new Idle(), () -> Instant.EPOCH, () -> Caps.NONE, 8, () -> {});
            var ear = new Ear(marks);
            for (int mark = 0; mark < marks; mark++) {
                writer.write(new Entry.Finish(new Claim(mark, 1, 0, null, null)), ear);
            }
            ear.heard.await();
            writer.close();
        });
    }
}
