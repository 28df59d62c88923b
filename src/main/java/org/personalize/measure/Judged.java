package org.personalize.measure;

/**
 * What one candidate scored on one held-out stretch of time, person by person, so that it can be told apart later by whom it
 * serves.
 *
 * @param people their numbers, each once
 * @param scores in the order of the people
 */
@SuppressWarnings("ArrayRecordComponent")
public record Judged(
        String candidate, String window, String metric, boolean isBaseline, int[] people, double[] scores) {
    public Judged {
        if (people.length != scores.length) {
            throw new IllegalArgumentException(
                    "expected a score for each person, found " + people.length + " and " + scores.length);
        }
    }
}
