package org.personalize.history;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * The first moment at which time alone makes another answer of one that was given: until then nobody needs to ask again.
 * Noted by several threads at once.
 */
public final class Lapses {

    private static final long NEVER = Long.MAX_VALUE;

    private final LongAccumulator first = new LongAccumulator(Math::min, NEVER);

    /** @param second since 1970 */
    public void note(long second) {
        first.accumulate(second);
    }

    /** Empty where no answer depends on the time. */
    public Optional<Instant> first() {
        long second = first.get();
        return second == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
    }
}
