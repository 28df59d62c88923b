package org.personalize.render;

/**
 * Whether two texts of a mail say the same, which may be otherwise in another mail.
 *
 * @param isLoose whether it is asked if one is the other as people say it, an address
 */
record Question(Patchwork one, Patchwork other, boolean isLoose, boolean answer) {

    /** Scheme, {@code www.} and a slash are all that people leave out of an address. */
    private static final int MOST_LEFT_OUT = "https://www./".length();

    boolean hasSameAnswer(Gaps gaps) {
        return answer == isYes(gaps);
    }

    private boolean isYes(Gaps gaps) {
        int length = one.length(gaps);
        int otherLength = other.length(gaps);
        if (isLoose) {
            return length >= otherLength - MOST_LEFT_OUT && Sameness.OF_TEXTS.isSaid(one.with(gaps), other.with(gaps));
        }
        return length == otherLength && one.with(gaps).equals(other.with(gaps));
    }
}
