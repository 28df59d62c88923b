package org.personalize.report;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A stretch of numbers that begins and ends at round ones.
 *
 * @param step from one round number to the next
 */
record Scale(double low, double high, double step) {

    /** More steps than this crowd a phone. */
    private static final int STEPS = 4;

    Scale {
        if (!(low < high && step > 0) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("no scale from " + low + " to " + high + " by " + step);
        }
    }

    /** The narrowest round scale that holds both. */
    static Scale of(double low, double high) {
        double width = high > low ? high - low : Math.max(Math.abs(high), 1);
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(width / STEPS)));
        double step = power;
        for (double times : List.of(2.0, 5.0, 10.0)) {
            if (width / step > STEPS + 1e-9) {
                step = times * power;
            }
        }
        double from = Math.floor(low / step + 1e-9) * step;
        double to = Math.ceil(high / step - 1e-9) * step;
        return new Scale(from, to > from ? to : from + step, step);
    }

    /** From nothing up to at least so much. */
    static Scale upTo(double most) {
        return of(0, most > 0 ? most : 1);
    }

    List<Double> ticks() {
        long first = Math.round(low / step);
        long last = Math.round(high / step);
        return LongStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
    }

    /** Where a value lies, from 0 at the low end to 1 at the high one; what lies beyond is put on the end. */
    double share(double value) {
        return Math.min(1, Math.max(0, (value - low) / (high - low)));
    }
}
