package org.personalize.deliver;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A relay's complete answer.
 *
 * @param code such as 250
 * @param status the enhanced status such as {@code 5.1.1}; blank where the relay gave none
 * @param text all lines in one, at most {@link #LONGEST} characters, without the code
 */
public record Reply(int code, String status, String text) {

    public static final int LONGEST = 500;

    /** The relay waits for the message. */
    static final int GO_AHEAD = 354;

    /** The relay closes the line. */
    static final int CLOSING = 421;

    private static final Pattern STATUS = Pattern.compile("([245])\\.(\\d{1,3})\\.(\\d{1,3})(?=\\s|$)");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+");

    /** What a relay said, with nothing in it that a terminal or a log would obey. */
    static Reply of(int code, String said) {
        String line =
                isClean(said) ? said : UNPRINTABLE.matcher(said).replaceAll(" ").strip();
        Matcher status = STATUS.matcher(line);
        boolean hasStatus = status.lookingAt() && status.group(1).charAt(0) - '0' == code / 100;
        return new Reply(code, hasStatus ? status.group() : "", shortened(line));
    }

    /** Whether it is words in ASCII with one blank between them, as most answers are. */
    private static boolean isClean(String said) {
        return Ascii.isPrintable(said) && !said.contains("  ") && !said.startsWith(" ") && !said.endsWith(" ");
    }

    public boolean isAccepted() {
        return code / 100 == 2;
    }

    public boolean isTemporary() {
        return code / 100 == 4;
    }

    public boolean isFinal() {
        return code / 100 == 5;
    }

    boolean isGoAhead() {
        return code == GO_AHEAD;
    }

    boolean isClosing() {
        return code == CLOSING;
    }

    /** The same answer without the address it speaks of. */
    Reply masked(AnswerMask mask) {
        return new Reply(code, status, shortened(mask.over(text)));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    @Override
    public String toString() {
        return code + " " + text;
    }
}
