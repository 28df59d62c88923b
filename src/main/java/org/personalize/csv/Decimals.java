package org.personalize.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with a fixed count of decimals, rounded half away from zero: the same text from every Java. */
public final class Decimals {

    private static final int MOST = 12;

    /** Beyond this a double has no decimals that mean anything, and the long below would overflow. */
    private static final double LARGEST = 1e6;

    private Decimals() {}

    /** Such as {@code 0.250000}; never {@code -0.000000}. */
    public static String of(double value, int decimals) {
        if (decimals < 0 || decimals > MOST) {
            throw new IllegalArgumentException("expected 0 to " + MOST + " decimals, found " + decimals);
        }
        if (!(Math.abs(value) < LARGEST)) {
            return new BigDecimal(value)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        long units = Math.round(Math.abs(value) * unit);
        String sign = value < 0 && units > 0 ? "-" : "";
        if (decimals == 0) {
            return sign + units;
        }
        String fraction = Long.toString(unit + units % unit);
        return sign + units / unit + "." + fraction.substring(1);
    }
}
