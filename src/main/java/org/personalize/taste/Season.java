package org.personalize.taste;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * How much more or less each item is wanted in the month that now begins than in the one that now ends, as earlier years
 * had it: the logarithm of that, for its category beside everything and for itself beside its category. What may be chance
 * is taken off, so that things without a season have none.
 *
 * <p>What came in such a month, or was new in it and then no more, has no season either. So nothing rises that was not
 * wanted before the months that are compared, and nothing falls below what it was through the year that lies between.
 */
final class Season {

    /** Whole weeks, so that a weekday meets the same weekday. */
    private static final int YEAR = 364 * Decay.DAY_MINUTES;

    private static final int MONTH = 30 * Decay.DAY_MINUTES;
    private static final double MONTHS_BETWEEN = (double) (YEAR - 2 * MONTH) / MONTH;
    private static final int MOST_YEARS = 3;

    /** A month with so small a part of the wants of the one beside it lies mostly before the log began. */
    private static final double LEAST_SHARE = 0.2;

    /** How many wants everything is given in each month. */
    private static final double CAUTION = 1;

    /** Of a thousand things without a season, three seem to change by more errors than these. */
    private static final double ERRORS = 3;

    private final Wants wants;

    /** What the wants are summed by: the item itself, or its category. */
    private final IntUnaryOperator kind;

    /** The month that ended at this time of the year, and the one that began; the month that now ends, and the time between. */
    private final double[] ended;

    private final double[] began;
    private final double[] lately;
    private final double[] between;
    private final boolean[] wasThere;

    private Season(Wants wants, int cut, int kinds, IntUnaryOperator kind) {
        this.wants = wants;
        this.kind = kind;
        ended = new double[kinds];
        began = new double[kinds];
        wasThere = new boolean[kinds];
        for (int year = 1; year <= MOST_YEARS; year++) {
            compare(cut - year * YEAR);
        }
        lately = wanted(cut - MONTH, cut);
        between = wanted(cut - YEAR + MONTH, cut - MONTH);
    }

    /** @param cut the minute from which on nothing is known */
    static double[] of(Wants wants, int cut, int items, Categories categories) {
        var own = new Season(wants, cut, items, item -> item);
        var ofCategory = new Season(wants, cut, categories.size(), categories::of);
        double everything = change(sum(own.ended), sum(own.began));
        double[] byCategory = IntStream.range(0, categories.size())
                .mapToDouble(category -> category == Categories.NONE ? 0 : ofCategory.sure(category, everything))
                .toArray();
        return IntStream.range(0, items)
                .mapToDouble(item -> {
                    double category = byCategory[categories.of(item)];
                    return category + own.sure(item, everything + category);
                })
                .toArray();
    }

    private void compare(int then) {
        double[] ending = wanted(then - MONTH, then);
        double[] beginning = wanted(then, then + MONTH);
        double before = sum(ending);
        double after = sum(beginning);
        if (Math.min(before, after) > LEAST_SHARE * Math.max(before, after)) {
            for (int want = 0; want < wants.size(); want++) {
                wasThere[kind.applyAsInt(wants.item(want))] |= wants.minute(want) < then - MONTH;
            }
            Arrays.setAll(ended, k -> ended[k] + ending[k]);
            Arrays.setAll(began, k -> began[k] + beginning[k]);
        }
    }

    private double[] wanted(int from, int until) {
        var wanted = new double[began.length];
        for (int want = 0; want < wants.size(); want++) {
            if (wants.minute(want) >= from && wants.minute(want) < until) {
                wanted[kind.applyAsInt(wants.item(want))] += wants.weight(want);
            }
        }
        return wanted;
    }

    private static double sum(double[] wanted) {
        return Arrays.stream(wanted).sum();
    }

    private static double change(double from, double to) {
        return Logarithm.of((to + CAUTION) / (from + CAUTION));
    }

    /** The change beside that of all others, without what chance may have made of it. */
    private double sure(int k, double others) {
        double change = change(ended[k], began[k]) - others;
        double chance = ERRORS * Math.sqrt(1 / (ended[k] + CAUTION) + 1 / (began[k] + CAUTION));
        double sure = Math.max(0, Math.abs(change) - chance);
        if (change > 0) {
            return wasThere[k] ? sure : 0;
        }
        return Math.max(-sure, Math.min(0, change(lately[k], between[k] / MONTHS_BETWEEN)));
    }
}
