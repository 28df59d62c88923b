package org.personalize.report;

import org.personalize.problem.Signed;

/** What a figure is counted in, and how it is written for people: no more digits than its uncertainty bears. */
enum Unit {
    COUNT(1, ""),
    SHARE(100, "\u00a0%"),
    /** A difference of shares, as so many people more or fewer of a hundred. */
    PER_HUNDRED(100, ""),
    /** In the numbers of the shop, whose currency is not known. */
    AMOUNT(1, "");

    static final int HEADLINE_DECIMALS = 2;

    private static final int MOST_DECIMALS = 4;
    private static final double LEAST = 0.5e-4;
    private static final double LARGE = 10_000;

    private final double factor;
    private final String suffix;

    Unit(double factor, String suffix) {
        this.factor = factor;
        this.suffix = suffix;
    }

    /** The value with as many decimals as tell steps of such a size apart. */
    String write(double value, double step) {
        if (value == 0) {
            return "0" + suffix;
        }
        if (Math.abs(value * factor) < LEAST) {
            return (value > 0 ? "<" : ">" + Signed.MINUS) + "0.0001" + suffix;
        }
        return Signed.plain(value * factor, decimals(step * factor)) + suffix;
    }

    /** As {@link #write}, with a plus before what is more than nothing. */
    String signed(double value, double step) {
        String written = write(value, step);
        return value > 0 && !isZero(written) && !written.startsWith("<") ? "+" + written : written;
    }

    /** A difference as headlines and the terminal tell it, so that one figure reads the same everywhere. */
    String headlined(double value) {
        return Signed.of(value * factor, HEADLINE_DECIMALS) + suffix;
    }

    /** For an axis, where large numbers are told in thousands, millions or billions. */
    String brief(double value, double step) {
        double size = Math.abs(value * factor);
        if (size < LARGE) {
            return write(value, step);
        }
        double scale = size >= 1e9 ? 1e9 : size >= 1e6 ? 1e6 : 1e3;
        String word = scale == 1e9 ? "bn" : scale == 1e6 ? "m" : "k";
        return Signed.plain(value * factor / scale, decimals(step * factor / scale)) + word + suffix;
    }

    private static boolean isZero(String written) {
        return written.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    private static int decimals(double step) {
        if (!(step > 0)) {
            return 0;
        }
        int places = (int) Math.ceil(-StrictMath.log10(step) - 1e-9);
        return Math.max(0, Math.min(MOST_DECIMALS, places));
    }
}
