package org.personalize.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.personalize.measure.Columns;

/**
 * What sums of weighted features are worth as chances, found on days that came after those they were learned from: a line
 * through the log-odds, and along it a few bends where the line was wrong. A bend is believed only as far as the people
 * behind it outweigh a doubt, and a larger sum never makes a smaller chance.
 *
 * @param line slope and offset
 * @param at where along the line the bends are, ascending; between them it is straight, beyond them shifted
 * @param shift how far from the line each lies, in log-odds
 */
@SuppressWarnings("ArrayRecordComponent")
record BuyerScale(double[] line, double[] at, double[] shift) {

    private static final int BENDS = 10;

    /** So many people who did as the line says are imagined at each bend. */
    private static final double DOUBT = 60;

    private static final double LEAST_CHANCE = 1e-3;

    BuyerScale {
        if (line.length != 2 || at.length == 0 || at.length != shift.length) {
            throw new IllegalArgumentException("a slope, an offset, and a shift for each bend");
        }
    }

    static BuyerScale of(Columns columns) {
        return new BuyerScale(columns.doubles("line"), columns.doubles("at"), columns.doubles("shift"));
    }

    Columns columns() {
        return new Columns().put("line", line).put("at", at).put("shift", shift);
    }

    /** @param happened 1 where it did, 0 where not, of the same people as the log-odds */
    static BuyerScale of(double[] logOdds, double[] happened) {
        double[] line = Logistic.line(logOdds, happened);
        double[] told = Arrays.stream(logOdds).map(z -> line[0] * z + line[1]).toArray();
        int[] order = IntStream.range(0, told.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> told[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var at = new double[BENDS];
        var shift = new double[BENDS];
        for (int bend = 0; bend < BENDS; bend++) {
            int from = (int) ((long) order.length * bend / BENDS);
            int to = (int) ((long) order.length * (bend + 1) / BENDS);
            bend(Arrays.copyOfRange(order, from, to), told, happened, bend, at, shift);
        }
        rise(at, shift);
        return new BuyerScale(line, at, shift);
    }

    private static void bend(int[] people, double[] told, double[] happened, int bend, double[] at, double[] shift) {
        double sum = 0;
        double expected = 0;
        double came = 0;
        for (int person : people) {
            sum += told[person];
            expected += Logistic.chance(told[person]);
            came += happened[person];
        }
        int n = Math.max(1, people.length);
        at[bend] = people.length == 0 ? (bend == 0 ? 0 : at[bend - 1]) : sum / n;
        double chance = people.length == 0 ? Logistic.chance(at[bend]) : expected / n;
        shift[bend] = logOdds((came + DOUBT * chance) / (people.length + DOUBT)) - logOdds(chance);
    }

    private static double logOdds(double chance) {
        double kept = Math.max(LEAST_CHANCE, Math.min(1 - LEAST_CHANCE, chance));
        return StrictMath.log(kept / (1 - kept));
    }

    /** Where a later bend would lie below an earlier one, they are laid on one level, again and again until all rise. */
    private static void rise(double[] at, double[] shift) {
        for (int round = 0; round < BENDS; round++) {
            for (int from = 0; from < BENDS - 1; from++) {
                double level = at[from] + shift[from];
                double next = at[from + 1] + shift[from + 1];
                if (next < level) {
                    double mean = (level + next) / 2;
                    shift[from] = mean - at[from];
                    shift[from + 1] = mean - at[from + 1];
                }
            }
        }
        for (int bend = 1; bend < BENDS; bend++) {
            shift[bend] = Math.max(shift[bend], at[bend - 1] + shift[bend - 1] - at[bend]);
        }
    }

    double chance(double logOdds) {
        double z = line[0] * logOdds + line[1];
        int next = 0;
        while (next < at.length && at[next] < z) {
            next++;
        }
        if (next == 0) {
            return Logistic.chance(z + shift[0]);
        }
        if (next == at.length) {
            return Logistic.chance(z + shift[next - 1]);
        }
        double part = (z - at[next - 1]) / (at[next] - at[next - 1]);
        return Logistic.chance(z + shift[next - 1] + part * (shift[next] - shift[next - 1]));
    }
}
