package org.personalize.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Reason;

/** What a sender writes about a mail that it holds. Texts of relays are masked before they come here. */
public sealed interface Entry {

    Claim claim();

    /**
     * Asks for the second mark: only after {@link Mark#GRANTED} may the final dot be written.
     *
     * @param news what the mail shows in place of what was promised; null where it shows that
     */
    record Finish(Claim claim, @Nullable Map<String, List<Shown>> news) implements Entry {

        /** Of a mail that shows what was promised. */
        public Finish(Claim claim) {
            this(claim, null);
        }
    }

    /** @param relayId the name under which the relay keeps it; null where it said none */
    record Accepted(Claim claim, String answer, @Nullable String relayId) implements Entry {}

    /** To be tried again; the attempt counts. */
    record Deferred(Claim claim, String answer, Instant due, Instant closes) implements Entry {}

    /** @param isNoMailbox the mailbox does not exist, and is suppressed with the same commit */
    record Refused(Claim claim, String answer, boolean isNoMailbox) implements Entry {}

    record Doubtful(Claim claim, String why) implements Entry {}

    record Held(Claim claim, String why) implements Entry {}

    record Expired(Claim claim, String why) implements Entry {}

    /** Must not get it any more. */
    record Skipped(Claim claim, Reason reason) implements Entry {}

    /** Given back as it was: no attempt. Also after a granted mark, where the dot was not written for certain. */
    record Released(Claim claim) implements Entry {}

    /** Given back for a later moment: no attempt. */
    record Moved(Claim claim, Instant due, Instant closes) implements Entry {}
}
