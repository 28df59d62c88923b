package org.personalize.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Reason;

/**
 * Somebody who must not be written to.
 *
 * @param mailbox as mailboxes are found, in lower case
 * @param reason unsubscribed, complained, bounced or suppressed
 * @param source where it came from, such as {@code relay} or a file's name
 * @param liftedAt null while it counts
 */
public record Suppression(
        String mailbox,
        Reason reason,
        Instant since,
        String source,
        @Nullable Instant liftedAt) {}
