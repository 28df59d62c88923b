package org.personalize.measure;

import java.util.Locale;
import org.personalize.problem.Signed;

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

    /** How the names of metrics begin that are shares. */
    private static final String SHARE = "share ";

    public Judged {
        if (people.length != scores.length) {
            throw new IllegalArgumentException(
                    "expected a score for each person, found " + people.length + " and " + scores.length);
        }
    }

    /** A score for people: shares as percentages, as in all tables. */
    public String written(double score) {
        return metric.startsWith(SHARE)
                ? String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * score)
                : Signed.plain(score, 3);
    }
}
