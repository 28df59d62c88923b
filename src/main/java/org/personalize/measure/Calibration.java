package org.personalize.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether chances come true: of those who were given 10 %, does one in ten do it? People are put into tenths by their
 * chance; equal chances stay together, so that a tenth may be larger than another.
 *
 * @param error the mean distance between chance and outcome over the tenths, each as heavy as its people
 */
public record Calibration(double error, List<Tenth> tenths) {

    private static final int TENTHS = 10;

    /** What chance alone stays within in 95 of 100 cases, in standard errors. */
    private static final double BEYOND_CHANCE = 1.96;

    /** The mean distance of a standard normal number from 0. */
    private static final double MEAN_OF_NORMAL = StrictMath.sqrt(2 / Math.PI);

    public Calibration {
        tenths = List.copyOf(tenths);
    }

    /**
     * Some people of similar chance.
     *
     * @param chance the mean of their chances
     * @param outcome the share of them to whom it happened
     */
    public record Tenth(double low, double high, double chance, Interval outcome) {}

    /** Compares chances with what happened to the same people: 1 if it did, 0 if not. */
    public static Calibration of(double[] chances, double[] outcomes) {
        if (chances.length != outcomes.length) {
            throw new IllegalArgumentException(
                    "expected an outcome for each chance, found " + chances.length + " and " + outcomes.length);
        }
        int[] order = IntStream.range(0, chances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> chances[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var tenths = new ArrayList<Tenth>();
        double error = 0;
        int from = 0;
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            int to = endOfEquals(order, chances, (int) ((long) order.length * tenth / TENTHS));
            if (to > from) {
                Tenth found = tenth(order, from, to, chances, outcomes);
                tenths.add(found);
                error += (double) (to - from)
                        / order.length
                        * Math.abs(found.chance() - found.outcome().mean());
                from = to;
            }
        }
        return new Calibration(error, tenths);
    }

    private static int endOfEquals(int[] order, double[] chances, int end) {
        int to = end;
        while (to > 0 && to < order.length && chances[order[to]] == chances[order[to - 1]]) {
            to++;
        }
        return to;
    }

    /**
     * How far off the tenths would be on average if every chance were right: of 140 people who are given 10 %, it does not
     * happen to exactly 14.
     */
    public double byChance() {
        double sum = 0;
        double people = 0;
        for (Tenth tenth : tenths) {
            double n = tenth.outcome().number();
            sum += n * MEAN_OF_NORMAL * StrictMath.sqrt(tenth.chance() * (1 - tenth.chance()) / n);
            people += n;
        }
        return people == 0 ? 0 : sum / people;
    }

    /** The mean of all chances. */
    public double told() {
        return mean(Tenth::chance);
    }

    /** The share of all to whom it happened. */
    public double came() {
        return mean(tenth -> tenth.outcome().mean());
    }

    /** Whether more or less was told of all together than chance explains. */
    public boolean isOffOnTheWhole() {
        double variance = mean(tenth -> tenth.chance() * (1 - tenth.chance())) / people();
        return Math.abs(told() - came()) > BEYOND_CHANCE * StrictMath.sqrt(variance);
    }

    private double people() {
        return tenths.stream().mapToDouble(tenth -> tenth.outcome().number()).sum();
    }

    private double mean(ToDoubleFunction<Tenth> value) {
        double sum = 0;
        for (Tenth tenth : tenths) {
            sum += tenth.outcome().number() * value.applyAsDouble(tenth);
        }
        return tenths.isEmpty() ? 0 : sum / people();
    }

    private static Tenth tenth(int[] order, int from, int to, double[] chances, double[] outcomes) {
        var happened = new double[to - from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            happened[i - from] = outcomes[order[i]];
            sum += chances[order[i]];
        }
        return new Tenth(chances[order[from]], chances[order[to - 1]], sum / happened.length, Interval.of(happened));
    }
}
