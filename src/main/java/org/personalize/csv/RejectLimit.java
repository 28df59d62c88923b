package org.personalize.csv;

import java.util.regex.Pattern;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;

/**
 * How many rows may be put aside before a run stops: a share of those read, or a number.
 *
 * @param share of 0 to 1; 0 when a number is meant
 * @param rows 0 when a share is meant
 */
public record RejectLimit(double share, long rows) {

    /** One row in a hundred. */
    public static final RejectLimit DEFAULT = new RejectLimit(0.01, 0);

    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private static final double PERCENT = 100;

    public RejectLimit {
        if (share < 0 || share > 1 || rows < 0) {
            throw new IllegalArgumentException("a limit of " + share + " or " + rows + " rows");
        }
    }

    /** Reads {@code 1%} or {@code 50}, as given on the command line. */
    public static RejectLimit parse(String text, Place place) {
        var percent = SHARE.matcher(text.strip());
        if (percent.matches() && Double.parseDouble(percent.group(1)) <= PERCENT) {
            return new RejectLimit(Double.parseDouble(percent.group(1)) / PERCENT, 0);
        }
        if (NUMBER.matcher(text.strip()).matches()) {
            return new RejectLimit(0, Long.parseLong(text.strip()));
        }
        throw new InputProblem(
                Problem.expected(place, "a share such as 1% or a number of rows", text, "Correct --max-rejects."));
    }

    boolean isPassedBy(long putAside, long read) {
        return putAside > (share > 0 ? share * read : rows);
    }

    @Override
    public String toString() {
        return share > 0
                ? new java.math.BigDecimal(Double.toString(share))
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %"
                : Long.toString(rows);
    }
}
