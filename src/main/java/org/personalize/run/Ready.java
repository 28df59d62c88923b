package org.personalize.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Promise.Shown;
import org.personalize.render.Mail;

/**
 * A claimed mail as it is to be handed over.
 *
 * @param until when it may leave at the latest
 * @param news what it shows that was not promised; null where it shows what was
 */
record Ready(
        Claim claim, Mail mail, Instant until, @Nullable Map<String, List<Shown>> news) {}
