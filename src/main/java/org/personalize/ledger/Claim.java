package org.personalize.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that one sender holds.
 *
 * @param id the row
 * @param lease grows with every claim of this row, so that a claim that was taken over is worth nothing
 * @param attempts how often a relay has deferred it
 * @param firstTried null before the first attempt
 */
public record Claim(
        long id, int lease, int attempts, @Nullable Instant firstTried, Promise promise) {}
