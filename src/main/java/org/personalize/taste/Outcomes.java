package org.personalize.taste;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.personalize.measure.Calibration;
import org.personalize.measure.Stratum;

/**
 * The log-odds that a blend gave, and what came of them: of the items on everybody's list of ten, because these are shown,
 * and of as many others that a list is decided between. Of people who came back and of people who did not alike, since nobody
 * knows beforehand who will.
 */
final class Outcomes {

    private static final int LIST = 10;
    private static final int CHUNK = 64;
    private static final int STRATA = Stratum.values().length;

    private final Scored[][] scored = new Scored[2][STRATA];

    Outcomes() {
        for (Scored[] part : scored) {
            Arrays.setAll(part, stratum -> new Scored());
        }
    }

    /** Log-odds with what came of them. */
    static final class Scored {

        private double[] scores = new double[16];
        private boolean[] wins = new boolean[16];
        private boolean[] listed = new boolean[16];
        private int size;

        void add(double score, boolean isWin, boolean isListed) {
            if (size == scores.length) {
                scores = Arrays.copyOf(scores, 2 * size);
                wins = Arrays.copyOf(wins, 2 * size);
                listed = Arrays.copyOf(listed, 2 * size);
            }
            scores[size] = score;
            wins[size] = isWin;
            listed[size++] = isListed;
        }

        private void addAll(Scored others) {
            for (int i = 0; i < others.size; i++) {
                add(others.scores[i], others.wins[i], others.listed[i]);
            }
        }

        int size() {
            return size;
        }

        double score(int i) {
            return scores[i];
        }

        boolean isWin(int i) {
            return wins[i];
        }

        /** The share that was taken, never quite all or nothing. */
        double share() {
            long won = IntStream.range(0, size).filter(i -> wins[i]).count();
            return (won + 0.5) / (size + 1);
        }
    }

    /** What came of a blend after several moments, each with everybody who is looked at. */
    static Outcomes of(List<Sequel> sequels, Blend blend) {
        var all = new Outcomes();
        sequels.forEach(sequel -> all.look(sequel, new Shelves(sequel.moment(), blend)));
        return all;
    }

    private void look(Sequel sequel, Shelves shelves) {
        int[] heads = Examples.heads(sequel);
        var parts = new Outcomes[Chunks.count(sequel.people().length, CHUNK)];
        var desks = ThreadLocal.withInitial(() -> new Desk(sequel.moment()));
        Chunks.each(sequel.people().length, CHUNK, (chunk, from, to) -> {
            parts[chunk] = new Outcomes();
            for (int place = from; place < to; place++) {
                parts[chunk].look(sequel, place, desks.get(), shelves, heads);
            }
        });
        for (Outcomes part : parts) {
            for (int had = 0; had < 2; had++) {
                for (int s = 0; s < STRATA; s++) {
                    scored[had][s].addAll(part.scored[had][s]);
                }
            }
        }
    }

    private void look(Sequel sequel, int place, Desk desk, Shelves shelves, int[] heads) {
        desk.lay(sequel.people()[place]);
        var top = new Top(LIST, sequel.moment().ranks());
        desk.offer(shelves, LIST, item -> !desk.had(item) && sequel.isOffered(item), top);
        add(
                sequel,
                place,
                desk,
                shelves,
                false,
                top.items(),
                Arrays.stream(Examples.fresh(sequel, desk, heads))
                        .filter(sequel::isOffered)
                        .toArray());
        top.clear();
        desk.offerHad(shelves, item -> true, top);
        add(sequel, place, desk, shelves, true, top.items(), Examples.known(desk));
    }

    private void add(Sequel sequel, int place, Desk desk, Shelves shelves, boolean had, int[] list, int[] candidates) {
        int[] wanted = sequel.had(sequel.people()[place]);
        Scored into = of(had, desk.stratum());
        for (int item : list) {
            into.add(desk.score(shelves, item), sequel.had(wanted, item), true);
        }
        double kept = (double) LIST / candidates.length;
        for (int item : candidates) {
            boolean isListed = Arrays.stream(list).anyMatch(one -> one == item);
            if (!isListed && Examples.draw(place, sequel.moment().ranks()[item]) < kept) {
                into.add(desk.score(shelves, item), sequel.had(wanted, item), false);
            }
        }
    }

    Scored of(boolean had, Stratum stratum) {
        return scored[had ? 1 : 0][stratum.place()];
    }

    /** All strata together. */
    Scored pooled(boolean had) {
        var all = new Scored();
        Arrays.stream(scored[had ? 1 : 0]).forEach(all::addAll);
        return all;
    }

    /** Whether the chances came true. */
    Calibration calibration(boolean ofListsOnly) {
        var chances = DoubleStream.builder();
        var outcomes = DoubleStream.builder();
        for (Scored some : List.of(pooled(false), pooled(true))) {
            for (int i = 0; i < some.size; i++) {
                if (some.listed[i] || !ofListsOnly) {
                    chances.add(Logistic.chance(some.scores[i]));
                    outcomes.add(some.wins[i] ? 1 : 0);
                }
            }
        }
        return Calibration.of(chances.build().toArray(), outcomes.build().toArray());
    }
}
