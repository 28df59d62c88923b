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

        private final String word = name().toLowerCase(Locale.ROOT);

        public String word() {
            return word;
        }
    }

    /** A person and an address do not belong in a log. */
    @Override
    public String toString() {
        return "Link[" + campaign + "]";
    }
}
