package org.personalize.rhythm;

import java.util.Map;
import java.util.TreeMap;

/** The hours of everybody, and of the people of each country and language, who are drawn towards everybody. */
final class Surroundings {

    /** How many visits everybody's hours weigh against those of a country and language. */
    private static final double SEGMENT_ALPHA = 100;

    private static final double EVEN_ALPHA = 6;

    /** More segments than any business has; a column that holds something else than countries must not fill the memory. */
    private static final int MOST_SEGMENTS = 2_000;

    private final Kernel kernel;
    private final double[] sums = new double[Kernel.HOURS];
    private final Map<String, double[]> segments = new TreeMap<>();

    Surroundings(Kernel kernel) {
        this.kernel = kernel;
    }

    void add(String segment, double[] byHour) {
        Clock.add(sums, byHour);
        if (segments.size() < MOST_SEGMENTS || segments.containsKey(segment)) {
            Clock.add(segments.computeIfAbsent(segment, s -> new double[Kernel.HOURS]), byHour);
        }
    }

    void addAll(Surroundings others) {
        Clock.add(sums, others.sums);
        others.segments.forEach((segment, hours) -> {
            if (segments.size() < MOST_SEGMENTS || segments.containsKey(segment)) {
                Clock.add(segments.computeIfAbsent(segment, s -> new double[Kernel.HOURS]), hours);
            }
        });
    }

    double[] everybody() {
        return mix(sums, Clock.even(), EVEN_ALPHA);
    }

    /** The hours of the people around somebody. */
    Map<String, double[]> bases() {
        double[] everybody = everybody();
        Map<String, double[]> bases = new TreeMap<>();
        segments.forEach((segment, hours) -> bases.put(segment, mix(hours, everybody, SEGMENT_ALPHA)));
        return bases;
    }

    private double[] mix(double[] byHour, double[] base, double alpha) {
        return OwnHours.drawn(kernel.spread(byHour), Clock.sum(byHour), base, alpha);
    }
}
