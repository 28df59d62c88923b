package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which mean of ways to weigh visits would have foretold the hours of a window best, by the log-likelihood of an hour, a
 * person as much as another. The shares of the ways are found by expectation and maximization. Each of the usual ways has a
 * person of its own from the start, or less where people are few, so that a small window cannot lead far from all of them; that a visit speaks for its
 * own hour alone must be shown.
 */
final class HabitChoice {

    private static final double[] HALF_LIVES = {30, 120, Fading.NEVER};
    private static final double[] KAPPAS = {8, 24, 150};
    private static final double USUAL_KAPPA = 24;
    private static final double[] ALPHAS = {4, 12, 36};
    private static final double PRIOR_PEOPLE = 1;

    /** Of few people, each usual way has no more than this share from the start: all of them together would outweigh these. */
    private static final double PRIOR_SHARE = 0.001;

    private static final int MOST_ROUNDS = 300;

    /** Shares that change less in a round are found. */
    private static final double LEAST_CHANGE = 1e-4;

    private static final List<Habit> WAYS = ways();
    private static final List<Kernel> KERNELS =
            Arrays.stream(KAPPAS).mapToObj(Kernel::new).toList();

    private final List<Part> parts;

    HabitChoice(HourWindow window, Base base) {
        this(List.of(new Part(window, KERNELS.stream().map(base::blunted).toList())));
    }

    private HabitChoice(List<Part> parts) {
        this.parts = parts;
    }

    /** What would have foretold these windows and those of another choice best, all people of them together. */
    HabitChoice and(HabitChoice other) {
        return new HabitChoice(
                Stream.concat(parts.stream(), other.parts.stream()).toList());
    }

    /** @param scores the log-likelihood of an hour, person by person */
    @SuppressWarnings("ArrayRecordComponent")
    record Fit(Habits habits, DayKinds days, double[] scores) {}

    private static List<Habit> ways() {
        List<Habit> ways = new ArrayList<>();
        for (double halfLife : HALF_LIVES) {
            for (double kappa : KAPPAS) {
                for (double alpha : ALPHAS) {
                    ways.add(new Habit(kappa, alpha, halfLife));
                }
            }
        }
        return ways;
    }

    /** The best mean where these days are told apart. */
    Fit fit(DayKinds kinds) {
        List<Foretold> foretold =
                parts.stream().flatMap(part -> part.foretold(kinds).stream()).toList();
        int people = foretold.stream().mapToInt(part -> part.ends().length).sum();
        double prior = Math.min(PRIOR_PEOPLE, PRIOR_SHARE * people);
        var shares = new double[WAYS.size()];
        Arrays.fill(shares, 1.0 / shares.length);
        double change = 1;
        for (int round = 0; round < MOST_ROUNDS && change > LEAST_CHANGE; round++) {
            double[] better = better(foretold, shares, prior);
            change = Clock.furthest(better, shares);
            shares = better;
        }
        double[] found = shares;
        double[] scores = Portions.map(
                        foretold.size(), 1, (from, to) -> foretold.get(from).scores(found))
                .stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return new Fit(Habits.of(WAYS, found), kinds, scores);
    }

    private static double[] better(List<Foretold> foretold, double[] shares, double prior) {
        double[] sums = WAYS.stream()
                .mapToDouble(way -> way.kappa() <= USUAL_KAPPA ? prior : 0)
                .toArray();
        for (double[] part : Portions.map(
                foretold.size(), 1, (from, to) -> foretold.get(from).responsible(shares))) {
            Clock.add(sums, part);
        }
        return Clock.shares(sums);
    }

    /**
     * What each way would have said of the hours in which some people were active.
     *
     * @param ends where the hours of each person end
     * @param weights the share that each hour has in what its person did
     * @param chances of each hour, way by way
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Foretold(int[] ends, float[] weights, float[] chances) {

        private double chance(int hour, double[] shares) {
            double sum = 0;
            for (int j = 0; j < shares.length; j++) {
                sum += shares[j] * chances[hour * shares.length + j];
            }
            return sum;
        }

        double[] responsible(double[] shares) {
            var sums = new double[shares.length];
            for (int hour = 0; hour < weights.length; hour++) {
                double each = weights[hour] / chance(hour, shares);
                for (int j = 0; j < shares.length; j++) {
                    sums[j] += each * shares[j] * chances[hour * shares.length + j];
                }
            }
            return sums;
        }

        double[] scores(double[] shares) {
            var scores = new double[ends.length];
            int hour = 0;
            for (int i = 0; i < ends.length; i++) {
                for (; hour < ends[i]; hour++) {
                    scores[i] += weights[hour] * StrictMath.log(chance(hour, shares));
                }
            }
            return scores;
        }
    }

    /** One window with the hours of people like those in it. */
    private record Part(HourWindow window, List<Base> bases) {

        List<Foretold> foretold(DayKinds kinds) {
            Week week = Week.before(window.sample(), window.cut(), kinds);
            return Portions.map(window.size(), (from, to) -> foretold(week, from, to));
        }

        private Foretold foretold(Week week, int from, int to) {
            var ends = new int[to - from];
            int size = 0;
            for (int i = from; i < to; i++) {
                size += window.hoursOf(i);
                ends[i - from] = size;
            }
            var foretold = new Foretold(ends, new float[size], new float[size * WAYS.size()]);
            for (int i = from; i < to; i++) {
                foretell(foretold, i == from ? 0 : ends[i - from - 1], i, week);
            }
            return foretold;
        }

        private void foretell(Foretold foretold, int first, int i, Week week) {
            int[] later = window.weekOf(i);
            double all = Arrays.stream(later).sum();
            List<List<double[]>> likes = likes(i);
            var chances = new double[DayKinds.DAYS][][];
            int hour = first;
            for (int h = 0; h < Week.HOURS; h++) {
                if (later[h] > 0) {
                    int kind = week.kinds().of(h / Kernel.HOURS);
                    chances[kind] = chances[kind] == null ? byWay(i, likes, week, h / Kernel.HOURS) : chances[kind];
                    foretold.weights[hour] = (float) (later[h] / all);
                    for (int j = 0; j < WAYS.size(); j++) {
                        foretold.chances[hour * WAYS.size() + j] = (float) chances[kind][j][h % Kernel.HOURS];
                    }
                    hour++;
                }
            }
        }

        /** The hours of people like somebody, by half-life and kernel. */
        private List<List<double[]>> likes(int i) {
            return Arrays.stream(HALF_LIVES)
                    .mapToObj(halfLife -> window.visits(i).byHour(window.fading(halfLife), window.cut()))
                    .map(byHour -> bases.stream()
                            .map(base -> base.of(window.segment(i), byHour))
                            .toList())
                    .toList();
        }

        /** The chances of the hours of one day, by each of the ways, in their order. */
        private double[][] byWay(int i, List<List<double[]>> likes, Week week, int day) {
            var byWay = new double[WAYS.size()][Kernel.HOURS];
            int way = 0;
            for (int f = 0; f < HALF_LIVES.length; f++) {
                Fading fading = window.fading(HALF_LIVES[f]);
                double[] own = window.visits(i).byHour(fading, window.cut(), week.kinds(), day);
                double n = Clock.sum(own);
                for (int k = 0; k < KAPPAS.length; k++) {
                    double[] spread = KERNELS.get(k).spread(own);
                    double[] like = week.tilted(likes.get(f).get(k), day);
                    for (int a = 0; a < ALPHAS.length; a++, way++) {
                        for (int h = 0; h < Kernel.HOURS; h++) {
                            byWay[way][h] = WAYS.get(way).chance(spread[h], n, like[h]);
                        }
                    }
                }
            }
            return byWay;
        }
    }
}
