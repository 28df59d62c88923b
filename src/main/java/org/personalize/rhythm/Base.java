package org.personalize.rhythm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The hours towards which a person's own are drawn. */
sealed interface Base {

    /**
     * The hours of people like this one; sums to 1.
     *
     * @param segment the country and language they share
     * @param byHour what the person did at each hour of the day; all zero: of somebody nothing is known about
     */
    double[] of(String segment, double[] byHour);

    /** The same with nothing more pointed than a kernel. */
    Base blunted(Kernel kernel);

    /** Everybody of a country and language, whatever the person does. */
    @SuppressWarnings("ArrayRecordComponent")
    record Around(Map<String, double[]> segments, double[] everybody) implements Base {
        @Override
        public double[] of(String segment, double[] byHour) {
            return segments.getOrDefault(segment, everybody);
        }

        @Override
        public Around blunted(Kernel kernel) {
            Map<String, double[]> blunted = new TreeMap<>();
            segments.forEach((segment, hours) -> blunted.put(segment, OwnHours.blunted(hours, kernel)));
            return new Around(blunted, OwnHours.blunted(everybody, kernel));
        }
    }

    /**
     * Those who follow the same rhythms, by several mixtures that were begun differently and whose mean is steadier than
     * each.
     *
     * @param segments how many people of a country and language follow each rhythm, in the order of the mixtures
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Following(List<Mixture> mixtures, Map<String, double[][]> segments) implements Base {
        @Override
        public double[] of(String segment, double[] byHour) {
            double[][] priors = segments.get(segment);
            var mean = new double[Kernel.HOURS];
            for (int m = 0; m < mixtures.size(); m++) {
                Clock.add(mean, mixtures.get(m).blend(followed(m, priors, byHour)));
            }
            return Clock.shares(mean);
        }

        @Override
        public Following blunted(Kernel kernel) {
            return new Following(
                    mixtures.stream().map(mixture -> mixture.blunted(kernel)).toList(), segments);
        }

        double[] followed(int m, double @Nullable [][] priors, double[] byHour) {
            Mixture mixture = mixtures.get(m);
            return mixture.followed(priors == null ? mixture.shares() : priors[m], byHour);
        }
    }
}
