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
    public Choice {
        trials = List.copyOf(trials);
    }
}
