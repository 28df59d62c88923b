package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns rhythms and their shares from what people of a sample did before a moment. */
final class ActivityFitting {

    /** How much trouble is taken: mixtures that are begun differently, whose mean is taken, and rounds for each. */
    enum Care {
        FOR_CHOOSING(1, 15),
        FOR_USE(3, 40);

        private final int mixtures;
        private final int rounds;

        Care(int mixtures, int rounds) {
            this.mixtures = mixtures;
            this.rounds = rounds;
        }
    }

    /** A segment of fewer people says more about them than about a country. */
    private static final int LEAST_PEOPLE = 20;

    /** How many people everybody's shares weigh against those of a segment. */
    private static final double SHARES_ALPHA = 50;

    private final VisitSample sample;
    private final Fading fading;
    private final long before;

    ActivityFitting(VisitSample sample, Fading fading, long before) {
        this.sample = sample;
        this.fading = fading;
        this.before = before;
    }

    /**
     * @param rhythms how many; 0 for none, and everybody's hours instead
     * @param kernel what the people's own hours will be spread with
     */
    Base base(int rhythms, Kernel kernel, Care care) {
        List<double[]> faded = sample.byHour(fading, before);
        if (rhythms == 0) {
            var surroundings = new Surroundings(kernel);
            for (int i = 0; i < faded.size(); i++) {
                surroundings.add(sample.segments().get(i), faded.get(i));
            }
            return new Base.Around(surroundings.bases(), surroundings.everybody());
        }
        List<Mixture> mixtures = mixtures(rhythms, kernel, care);
        return new Base.Following(mixtures, segments(mixtures, faded));
    }

    /** Rhythms are of all that people ever did; only what a person is drawn towards may fade. */
    private List<Mixture> mixtures(int rhythms, Kernel kernel, Care care) {
        List<double[]> ever = sample.byHour(new Fading(fading.latest(), Fading.NEVER), before).stream()
                .filter(hours -> Clock.sum(hours) > 0)
                .toList();
        var fitting = new MixtureFitting(ever);
        List<Mixture> mixtures = new ArrayList<>();
        for (int m = 0; m < care.mixtures; m++) {
            mixtures.add(blunted(fitting.fit(rhythms, care.rounds, m + 1), kernel));
        }
        return mixtures;
    }

    private static Mixture blunted(Mixture mixture, Kernel kernel) {
        double[][] rhythms = Arrays.stream(mixture.rhythms())
                .map(rhythm -> OwnHours.blunted(rhythm, kernel))
                .toArray(double[][]::new);
        return new Mixture(rhythms, mixture.shares());
    }

    private Map<String, double[][]> segments(List<Mixture> mixtures, List<double[]> byHour) {
        Map<String, double[][]> sums = new TreeMap<>();
        Map<String, Integer> people = new TreeMap<>();
        for (int i = 0; i < byHour.size(); i++) {
            if (Clock.sum(byHour.get(i)) > 0) {
                String segment = sample.segments().get(i);
                people.merge(segment, 1, Integer::sum);
                double[][] sum = sums.computeIfAbsent(segment, s -> everybodys(mixtures));
                for (int m = 0; m < sum.length; m++) {
                    Mixture mixture = mixtures.get(m);
                    Clock.add(sum[m], mixture.followed(mixture.shares(), byHour.get(i)));
                }
            }
        }
        people.forEach((segment, number) -> {
            if (number < LEAST_PEOPLE) {
                sums.remove(segment);
            }
        });
        sums.values().forEach(shares -> {
            for (int m = 0; m < shares.length; m++) {
                shares[m] = Clock.shares(shares[m]);
            }
        });
        return sums;
    }

    private static double[][] everybodys(List<Mixture> mixtures) {
        return mixtures.stream()
                .map(mixture -> {
                    var shares = new double[mixture.size()];
                    for (int k = 0; k < shares.length; k++) {
                        shares[k] = SHARES_ALPHA * mixture.shares()[k];
                    }
                    return shares;
                })
                .toArray(double[][]::new);
    }
}
