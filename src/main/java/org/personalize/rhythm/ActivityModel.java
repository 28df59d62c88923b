package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.personalize.measure.Columns;

/**
 * What was learned from the hours at which people are active.
 *
 * @param habits how visits are weighed for the hours of any day
 * @param weekly the same for the hours of one day of the week
 * @param mixtures the rhythms that people follow; none: people are drawn towards everybody around them
 * @param segments how many people of each segment follow each rhythm
 */
@SuppressWarnings("ArrayRecordComponent")
record ActivityModel(
        Habits habits,
        Habits weekly,
        List<Mixture> mixtures,
        Likeness likeness,
        Map<String, double[][]> segments,
        Week week) {

    static ActivityModel untrained(Set<String> protectedColumns) {
        Likeness likeness = Likeness.without(protectedColumns);
        return new ActivityModel(Habits.USUAL, Habits.USUAL, List.of(), likeness, Map.of(), Week.even());
    }

    Columns columns() {
        var columns = new Columns()
                .put("habits", habits.numbers())
                .put("weekly", weekly.numbers())
                .put("likeness", likeness.columns().toArray(String[]::new))
                .put("kinds", week.kinds().name())
                .put("days", week.days())
                .put("tilt", week.tilt())
                .put("mixtures", new int[] {mixtures.size()});
        for (int m = 0; m < mixtures.size(); m++) {
            columns.putAll("mixture" + m, columns(mixtures.get(m)));
        }
        columns.put("segments", segments.keySet().toArray(String[]::new));
        for (int m = 0; m < mixtures.size(); m++) {
            int at = m;
            columns.put(
                    "shares" + m,
                    flat(segments.values().stream().map(shares -> shares[at]).toList()));
        }
        return columns;
    }

    static ActivityModel of(Columns columns) {
        List<Mixture> mixtures = new ArrayList<>();
        for (int m = 0; m < columns.ints("mixtures")[0]; m++) {
            mixtures.add(mixture(columns.under("mixture" + m)));
        }
        String[] names = columns.texts("segments");
        Map<String, double[][]> segments = new TreeMap<>();
        for (int s = 0; s < names.length; s++) {
            var shares = new double[mixtures.size()][];
            for (int m = 0; m < shares.length; m++) {
                shares[m] = rows(columns.doubles("shares" + m), mixtures.get(m).size())[s];
            }
            segments.put(names[s], shares);
        }
        return new ActivityModel(
                Habits.of(columns.doubles("habits")),
                Habits.of(columns.doubles("weekly")),
                List.copyOf(mixtures),
                new Likeness(List.of(columns.texts("likeness"))),
                segments,
                new Week(DayKinds.valueOf(columns.text("kinds")), columns.doubles("days"), columns.doubles("tilt")));
    }

    static Columns columns(Mixture mixture) {
        return new Columns().put("rhythms", flat(List.of(mixture.rhythms()))).put("shares", mixture.shares());
    }

    static Mixture mixture(Columns columns) {
        return new Mixture(rows(columns.doubles("rhythms"), Kernel.HOURS), columns.doubles("shares"));
    }

    private static double[] flat(List<double[]> rows) {
        return rows.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[][] rows(double[] flat, int width) {
        var rows = new double[flat.length / width][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
        return rows;
    }
}
