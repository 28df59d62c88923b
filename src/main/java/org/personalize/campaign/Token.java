package org.personalize.campaign;

import java.util.Arrays;

/**
 * What a link in a mail says about whose it is. Only this workspace can make one and read it: see {@link Seal}.
 *
 * @param occurrence blank for a campaign that does not repeat
 * @param person the customer's id
 * @param mailbox the address it was mailed to, so that an opt-out counts even when the person has left the file
 */
public record Token(Kind kind, String campaign, String occurrence, String person, String mailbox, String topic) {

    /** Whether following the link has consequences. */
    public enum Kind {
        /** From a mail that was sent. */
        REAL('r'),
        /** From a link to a page that people look at and may pass on: it says who was meant, and nobody can opt out by it. */
        LINK('l'),
        /** From a preview or a test mail: it changes nothing. */
        TEST('t');

        private final char letter;

        /** Which one a letter within a sealed token stands for; the one without consequences, should it be none. */
        static Kind of(byte letter) {
            return Arrays.stream(values())
                    .filter(kind -> kind.letter() == letter)
                    .findFirst()
                    .orElse(TEST);
        }

        Kind(char letter) {
            this.letter = letter;
        }

        /** What stands for it within a sealed token. */
        byte letter() {
            return (byte) letter;
        }
    }

    public boolean changesNothing() {
        return kind == Kind.TEST;
    }

    /** Whether following the link can opt somebody out. */
    public boolean mayOptOut() {
        return kind == Kind.REAL;
    }

    /** An address and a person do not belong in a log. */
    @Override
    public String toString() {
        return "Token[" + kind + ", " + campaign + "]";
    }
}
