package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Ways of weighing what somebody did, and the share that each has in what is foretold: a habit of years and a habit of
 * last month both say something, and their mean foretells more than the better of them.
 *
 * @param shares in the order of the habits; sum to 1
 */
record Habits(List<Habit> habits, List<Double> shares) {

    /** What somebody did says next to nothing beside what everybody does. */
    static final Habits EVERYBODYS =
            new Habits(List.of(new Habit(Habit.USUAL.kappa(), 10_000, Fading.NEVER)), List.of(1.0));

    static final Habits USUAL = new Habits(List.of(Habit.USUAL), List.of(1.0));

    /** A way with a smaller share than this changes nothing that anybody would notice. */
    private static final double LEAST_SHARE = 0.02;

    private static final int NUMBERS = 4;

    Habits {
        habits = List.copyOf(habits);
        shares = List.copyOf(shares);
        if (habits.isEmpty() || habits.size() != shares.size()) {
            throw new IllegalArgumentException(habits.size() + " habits with " + shares.size() + " shares");
        }
    }

    /** Those that matter. */
    static Habits of(List<Habit> habits, double[] shares) {
        List<Habit> kept = new ArrayList<>();
        var rest = new double[habits.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] >= LEAST_SHARE) {
                rest[kept.size()] = shares[i];
                kept.add(habits.get(i));
                sum += shares[i];
            }
        }
        double all = sum;
        return new Habits(
                kept,
                DoubleStream.of(rest)
                        .limit(kept.size())
                        .map(share -> share / all)
                        .boxed()
                        .toList());
    }

    static Habits of(double[] numbers) {
        List<Habit> habits = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += NUMBERS) {
            habits.add(new Habit(numbers[i], numbers[i + 1], numbers[i + 2]));
            shares.add(numbers[i + 3]);
        }
        return new Habits(habits, shares);
    }

    double[] numbers() {
        var numbers = new double[NUMBERS * habits.size()];
        for (int i = 0; i < habits.size(); i++) {
            Habit habit = habits.get(i);
            numbers[NUMBERS * i] = habit.kappa();
            numbers[NUMBERS * i + 1] = habit.alpha();
            numbers[NUMBERS * i + 2] = habit.halfLifeDays();
            numbers[NUMBERS * i + 3] = shares.get(i);
        }
        return numbers;
    }

    /** The bell that is widest among them. */
    Kernel widest() {
        return new Kernel(habits.stream().mapToDouble(Habit::kappa).min().orElseThrow());
    }

    String words() {
        return "%s h around each action, %s actions weigh as much as everybody's, half-life %s"
                .formatted(
                        range(habits.stream().mapToDouble(habit -> Kernel.hours(habit.kappa()))),
                        range(habits.stream().mapToDouble(Habit::alpha)),
                        habits.stream()
                                .mapToDouble(Habit::halfLifeDays)
                                .distinct()
                                .mapToObj(days -> days == Fading.NEVER ? "without end" : number(days) + " d")
                                .collect(Collectors.joining(", ")));
    }

    private static String range(DoubleStream values) {
        double[] sorted = values.sorted().distinct().toArray();
        String first = number(sorted[0]);
        return sorted.length == 1 ? first : first + "–" + number(sorted[sorted.length - 1]);
    }

    private static String number(double value) {
        return value == StrictMath.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
