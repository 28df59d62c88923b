package org.personalize.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
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
            return new Recovery(0, List.of());
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
                var writer = new LedgerWriter(new Idle(), () -> Instant.EPOCH, () -> Caps.NONE, () -> {});
                writer.flush();
                writer.close();
            }
        });
    }
}
