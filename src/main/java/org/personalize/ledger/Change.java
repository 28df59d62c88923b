package org.personalize.ledger;

import java.util.List;
import java.util.Map;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Promise.Shown;
import org.personalize.plan.Reason;

/** A difference between what the ledger holds and what the files say now. */
public sealed interface Change {

    /** Under which id the ledger knows the person. */
    String customerId();

    /**
     * A person without a row, or one that was skipped for a reason that no longer holds, is promised a mail. Where the
     * mailbox already has a row in this edition, nothing happens and the answer names the customer.
     */
    record Promised(Promise promise) implements Change {
        @Override
        public String customerId() {
            return promise.customerId();
        }
    }

    /** Kept back to compare; as {@link Promised} otherwise. */
    record KeptBack(Promise promise) implements Change {
        @Override
        public String customerId() {
            return promise.customerId();
        }
    }

    /** Promised or kept back, never tried, and decided anew; nothing happens to what was tried or is held by a sender. */
    record Replanned(Promise promise, boolean isKeptBack) implements Change {
        @Override
        public String customerId() {
            return promise.customerId();
        }
    }

    /** A mail of another edition that has not gone out gives way to one of this edition. */
    record Displaced(Edition edition, String customerId) implements Change {}

    /** Planned, deferred, held, kept back or skipped for another reason until now; must not get it for this one. */
    record TakenBack(String customerId, Reason reason) implements Change {}

    /**
     * The person has another address now, and the old one may be somebody else's; for mails that have not gone out. To be
     * said of all who move before anybody is {@link Readdressed}.
     */
    record Moving(String customerId) implements Change {}

    /**
     * The address in the file is another one now, or the person's id is: they were numbered anew, or merged with another
     * customer. For mails that have not gone out.
     *
     * @param idNow under which the mail goes
     */
    record Readdressed(String customerId, String idNow, Mailbox mailbox) implements Change {

        /** Of somebody who keeps the id. */
        public Readdressed(String customerId, Mailbox mailbox) {
            this(customerId, customerId, mailbox);
        }
    }

    /** Another variant of a mail that nobody has tried yet to send; nothing happens to any other. */
    record Redrawn(String customerId, String variant, double chance) implements Change {}

    /**
     * Another variant and other items of a mail that has not gone out and cannot be made any more as it was promised, since
     * its campaign was changed.
     */
    record Refitted(String customerId, String variant, double chance, Map<String, List<Shown>> slots)
            implements Change {}

    /** Held for an error of its own, and to be tried again since something changed. */
    record TriedAgain(String customerId) implements Change {}
}
