package org.personalize.intake;

/**
 * A mail of ours, and whose it is.
 *
 * @param mailbox the address to which it was sent
 */
public record Link(String campaign, String customerId, String mailbox) {

    /** A person and an address do not belong in a log. */
    @Override
    public String toString() {
        return "Link[" + campaign + "]";
    }
}
