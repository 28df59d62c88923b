package org.personalize.run;

import java.util.ArrayList;
import java.util.List;
import org.personalize.measure.Interval;

/** Chances that were given, beside what came of them. */
final class Foretold {

    private final List<Double> chances = new ArrayList<>();
    private final List<Double> outcomes = new ArrayList<>();

    void add(double chance, double outcome) {
        chances.add(chance);
        outcomes.add(outcome);
    }

    void addAll(Foretold other) {
        chances.addAll(other.chances);
        outcomes.addAll(other.outcomes);
    }

    Backtest.Forecast forecast() {
        double[] said = array(chances);
        double[] came = array(outcomes);
        return new Backtest.Forecast(Interval.of(said).mean(), Interval.of(came), Interval.ofDifference(came, said));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
