package org.personalize.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Reason;

/**
 * Somebody who must not be written to.
 *
 * @param mailbox as mailboxes are found, in lower case; blank where none of the customer's was known
 * @param customer the id of whose opt-out it is, which holds for any later mailbox too; blank for a mailbox alone
 * @param reason unsubscribed, complained, bounced or suppressed
 * @param source where it came from, such as {@code relay} or a file's name
 * @param liftedAt null while it counts
 */
public record Suppression(
        String mailbox,
        String customer,
        Reason reason,
        Instant since,
        String source,
        @Nullable Instant liftedAt) {

    /** Of nobody but the mailbox. */
    public static final String NOBODY = "";

    /** Of a customer whose mailbox nobody knew. */
    public static final String NOWHERE = "";

    /** Of a mailbox alone. */
    public Suppression(String mailbox, Reason reason, Instant since, String source, @Nullable Instant liftedAt) {
        this(mailbox, NOBODY, reason, since, source, liftedAt);
    }

    /** Whether it holds for the person, wherever they are; a mailbox that does not exist is no fault of its last owner. */
    public static boolean isPersonal(Reason reason) {
        return reason != Reason.BOUNCED;
    }
}
