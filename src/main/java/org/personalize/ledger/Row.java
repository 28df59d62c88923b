package org.personalize.ledger;

import org.jspecify.annotations.Nullable;
import org.personalize.plan.Reason;

/**
 * Somebody's place in an edition.
 *
 * @param reason why, where the state is skipped
 * @param answer the relay's last word or the error that holds it, masked; blank where there is none
 */
public record Row(
        Promise promise, State state, @Nullable Reason reason, int attempts, java.time.Instant due, String answer) {}
