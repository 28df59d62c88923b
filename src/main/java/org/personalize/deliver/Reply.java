package org.personalize.deliver;

/**
 * A relay's complete answer.
 *
 * @param code such as 250
 * @param status the enhanced status such as {@code 5.1.1}; blank where the relay gave none
 * @param text all lines in one, at most {@link #LONGEST} characters, without the code
 */
public record Reply(int code, String status, String text) {

    public static final int LONGEST = 500;

    public boolean isAccepted() {
        return code / 100 == 2;
    }

    public boolean isTemporary() {
        return code / 100 == 4;
    }

    public boolean isFinal() {
        return code / 100 == 5;
    }

    @Override
    public String toString() {
        return code + " " + text;
    }
}
