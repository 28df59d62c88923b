package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Learns rhythms, and how many people of each segment follow them, from what a sample did before a moment. */
final class ActivityFitting {

    private static final int RHYTHMS = 16;

    /** Begun differently; the mean of them is steadier than each. */
    private static final int MIXTURES = 2;

    private static final int ROUNDS = 20;

    /** A segment of fewer people says more about them than about a country. */
    private static final int LEAST_PEOPLE = 20;

    /** How many people everybody's shares weigh against those of a segment. */
    private static final double SHARES_ALPHA = 50;

    private final List<double[]> observed = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    ActivityFitting(VisitSample sample, long before) {
        List<double[]> byHour = sample.byHour(new Fading(before, Fading.NEVER), before);
        for (int i = 0; i < byHour.size(); i++) {
            if (Clock.sum(byHour.get(i)) > 0) {
                observed.add(byHour.get(i));
                names.add(sample.segments().get(i));
            }
        }
    }

    Base.Following base() {
        var fitting = new MixtureFitting(observed);
        List<Mixture> mixtures = new ArrayList<>();
        for (int m = 0; m < MIXTURES; m++) {
            mixtures.add(fitting.fit(RHYTHMS, ROUNDS, m + 1));
        }
        return new Base.Following(mixtures, segments(mixtures));
    }

    /** Where people differ in nothing but chance. */
    Base.Following alike() {
        return new Base.Following(List.of(new MixtureFitting(observed).alike()), Map.of());
    }

    private Map<String, double[][]> segments(List<Mixture> mixtures) {
        Map<String, double[][]> sums = new TreeMap<>();
        Map<String, Integer> people = new TreeMap<>();
        names.forEach(name -> people.merge(name, 1, Integer::sum));
        people.values().removeIf(number -> number < LEAST_PEOPLE);
        for (int i = 0; i < observed.size() && people.size() > 1; i++) {
            if (people.containsKey(names.get(i))) {
                double[][] sum = sums.computeIfAbsent(names.get(i), name -> everybodys(mixtures));
                for (int m = 0; m < sum.length; m++) {
                    Mixture mixture = mixtures.get(m);
                    Clock.add(sum[m], mixture.followed(mixture.shares(), observed.get(i)));
                }
            }
        }
        sums.values().forEach(shares -> {
            for (int m = 0; m < shares.length; m++) {
                shares[m] = Clock.shares(shares[m]);
            }
        });
        return sums;
    }

    private static double[][] everybodys(List<Mixture> mixtures) {
        return mixtures.stream()
                .map(mixture -> ReplyRhythm.scaled(mixture.shares(), SHARES_ALPHA))
                .toArray(double[][]::new);
    }
}
