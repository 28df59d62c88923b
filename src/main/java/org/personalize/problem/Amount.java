package org.personalize.problem;

import java.util.Locale;

/** How many of something, in words that agree with the number. */
public final class Amount {

    private Amount() {}

    /** {@code 1 event lies}, {@code 1,482 events lie}; the same on every machine. */
    public static String of(long count, String one, String many) {
        return of(count) + " " + (count == 1 ? one : many);
    }

    /** {@code 1,482}; the same on every machine. */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
