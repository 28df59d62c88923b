package org.personalize.intake;

import java.util.Locale;

/**
 * A mail of ours, and whose it is.
 *
 * @param mailbox the address to which it was sent
 * @param by by what it was found
 */
public record Link(String campaign, String occurrence, String customerId, String mailbox, By by) {

    /** What an event carries, the surest first. */
    public enum By {
        TOKEN,
        MESSAGE,
        MESSAGE_ID,
        PERSON,
        RELAY_ID,
        /** Only the address: then it is the last mail to it before the event. */
        MAILBOX;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A person and an address do not belong in a log. */
    @Override
    public String toString() {
        return "Link[" + campaign + "]";
    }
}
