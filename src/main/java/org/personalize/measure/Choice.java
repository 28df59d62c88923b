package org.personalize.measure;

import java.util.List;

/**
 * One decision that training made, with everything it was made by.
 *
 * @param question such as {@code which send hours}
 * @param chosen the candidate that is used from now on
 * @param why a sentence for a marketer
 */
public record Choice(String question, String chosen, String why, List<Trial> trials) {

    private static final String NOT_USED = "not used";

    public Choice {
        trials = List.copyOf(trials);
    }

    /** The same trials, of which nothing is used after all, because another choice made them idle. */
    public Choice unused(String reason) {
        return new Choice(question, NOT_USED, reason, trials);
    }

    public boolean isUsed() {
        return !chosen.equals(NOT_USED);
    }
}
