package org.personalize.ledger;

import org.personalize.audience.Mailbox;

/**
 * A mail as whoever asks what came of it must know it.
 *
 * @param second when it went, or was last heard of; 0 for one that was not tried yet
 * @param relayId the relay's own name for it; blank where it gave none
 */
public record PostedMail(Edition edition, String customer, Mailbox mailbox, long second, String relayId) {

    /** A person and an address do not belong in a log. */
    @Override
    public String toString() {
        return "PostedMail[" + edition + "]";
    }
}
