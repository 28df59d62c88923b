package org.personalize.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Reason;

/**
 * Somebody's place in an edition.
 *
 * @param reason why, where the state is skipped
 * @param answer the relay's last word or the error that holds it, masked; blank where there is none
 * @param doneAt when it came to its end: of an accepted mail, when the relay took it; null before
 */
public record Row(
        Promise promise,
        State state,
        @Nullable Reason reason,
        int attempts,
        Instant due,
        String answer,
        @Nullable Instant doneAt) {}
