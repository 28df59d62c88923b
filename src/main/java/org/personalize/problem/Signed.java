package org.personalize.problem;

import java.util.Locale;

/** Numbers that may be below nothing, as people read them: with a minus and no hyphen, which files and JSON keep. */
public final class Signed {

    /** As it is printed; a hyphen is none. */
    public static final char MINUS = '\u2212';

    private Signed() {}

    /** {@code 0.240}, {@code −2.843}; what is rounded to nothing has no sign. */
    public static String plain(double value, int decimals) {
        String digits = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return isNothing(digits) ? digits.replace("-", "") : digits.replace('-', MINUS);
    }

    /** {@code +0.7}, {@code −0.7}; what is rounded to nothing has no sign. */
    public static String of(double value, int decimals) {
        String plain = plain(value, decimals);
        return value > 0 && !isNothing(plain) ? "+" + plain : plain;
    }

    private static boolean isNothing(String digits) {
        return digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    }
}
