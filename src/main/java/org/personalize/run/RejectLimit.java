package org.personalize.run;

/** How many rows may be put aside before a run stops: a share of the rows read, or a plain number. */
public record RejectLimit(double value, boolean isShare) {

    /** One row in a hundred. */
    public static final RejectLimit DEFAULT = new RejectLimit(0.01, true);

    public RejectLimit {
        if (!(value >= 0) || (isShare && value > 1)) {
            throw new IllegalArgumentException("a limit is a share of 0 to 1, or a number of rows");
        }
    }

    public boolean isCrossedBy(long putAside, long read) {
        return putAside > (isShare ? value * read : value);
    }

    @Override
    public String toString() {
        return isShare ? trimmed(value * 100) + " %" : trimmed(value);
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
