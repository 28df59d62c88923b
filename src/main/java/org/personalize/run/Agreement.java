package org.personalize.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.personalize.measure.Interval;

/** How well each policy agreed with what people did, a mean over people, each over their own weeks. */
final class Agreement {

    private final Map<Policy, double[]> sums = new EnumMap<>(Policy.class);
    private final int[] weeks;

    Agreement(int people) {
        weeks = new int[people];
        for (Policy policy : Policy.values()) {
            sums.put(policy, new double[people]);
        }
    }

    /** One person's week, scored from 0 to 1 for each policy. */
    void add(int person, ToDoubleFunction<Policy> score) {
        weeks[person]++;
        sums.forEach((policy, values) -> values[person] += score.applyAsDouble(policy));
    }

    void addAll(Agreement other) {
        for (int person = 0; person < weeks.length; person++) {
            weeks[person] += other.weeks[person];
        }
        sums.forEach((policy, values) -> {
            double[] more = other.values(policy);
            for (int person = 0; person < values.length; person++) {
                values[person] += more[person];
            }
        });
    }

    private double[] values(Policy policy) {
        return sums.getOrDefault(policy, new double[0]);
    }

    private double[] means(Policy policy) {
        List<Double> means = new ArrayList<>();
        double[] values = values(policy);
        for (int person = 0; person < weeks.length; person++) {
            if (weeks[person] > 0) {
                means.add(values[person] / weeks[person]);
            }
        }
        return means.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Backtest.Agreed agreed() {
        List<Backtest.Score> scores = new ArrayList<>();
        double[] models = means(Policy.MODELS);
        for (Policy policy : Policy.values()) {
            double[] own = means(policy);
            scores.add(new Backtest.Score(policy.word(), Interval.of(own), Interval.ofDifference(models, own)));
        }
        return new Backtest.Agreed(models.length, scores);
    }
}
