package org.personalize.taste;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.personalize.measure.Stratum;

/**
 * Rows to fit a blend to, apart by stratum and by whether the item was had before. Of each person the items between which a
 * list is decided: the most popular by any half-life and those that anything ties them to, or if these are many, a sample
 * whose rows count for those left out.
 */
final class Examples {

    private static final int STRATA = Stratum.values().length;
    private static final int HEADS = 100;
    private static final int ROWS_PER_PERSON = 60;
    private static final int CHUNK = 64;
    private static final int SAMPLE_BITS = 53;

    private final Rows[][] rows = new Rows[2][STRATA];
    private final @Nullable Pool[] pools = new Pool[2];

    Examples() {
        for (Rows[] part : rows) {
            Arrays.setAll(part, stratum -> new Rows());
        }
    }

    static Examples of(Sequel sequel) {
        int[] heads = heads(sequel);
        var parts = new Examples[Chunks.count(sequel.people().length, CHUNK)];
        var desks = ThreadLocal.withInitial(() -> new Desk(sequel.moment()));
        Chunks.each(sequel.people().length, CHUNK, (chunk, from, to) -> {
            var part = new Examples();
            Desk desk = desks.get();
            for (int i = from; i < to; i++) {
                part.add(sequel, i, desk, heads);
            }
            parts[chunk] = part;
        });
        return joined(Arrays.asList(parts));
    }

    static Examples joined(Iterable<Examples> parts) {
        var all = new Examples();
        for (Examples part : parts) {
            for (int had = 0; had < 2; had++) {
                for (int s = 0; s < STRATA; s++) {
                    all.rows[had][s].addAll(part.rows[had][s]);
                }
            }
        }
        return all;
    }

    /** What is popular by any half-life or grows so at this time of the year, and the most promising of what nobody wanted yet. */
    static int[] heads(Sequel sequel) {
        Fashion fashion = sequel.moment().fashion();
        double[] promise = fashion.values(Clue.PROMISE);
        double[] fresh = fashion.values(Clue.FRESH);
        IntStream popular = Stream.of(Clue.POPULAR_3, Clue.POPULAR_14, Clue.POPULAR_90)
                .flatMapToInt(clue -> best(sequel, item -> true, item -> fashion.value(clue.place(), item)));
        double[] season = fashion.values(Clue.SEASON);
        double[] lately = fashion.values(Clue.POPULAR_14);
        IntStream ofSeason = best(sequel, item -> season[item] > 0, item -> lately[item] + season[item]);
        IntStream unseen =
                best(sequel, item -> fashion.value(Clue.UNSEEN.place(), item) > 0, item -> promise[item] + fresh[item]);
        return IntStream.concat(popular, IntStream.concat(ofSeason, unseen))
                .sorted()
                .distinct()
                .toArray();
    }

    private static IntStream best(Sequel sequel, IntPredicate which, IntToDoubleFunction value) {
        var top = new Top(HEADS, sequel.moment().ranks());
        IntStream.range(0, sequel.moment().items())
                .filter(sequel::wasThere)
                .filter(which)
                .forEach(item -> top.offer(item, value.applyAsDouble(item)));
        return Arrays.stream(top.items());
    }

    private void add(Sequel sequel, int place, Desk desk, int[] heads) {
        desk.lay(sequel.people()[place]);
        add(sequel, place, desk, false, fresh(sequel, desk, heads));
        add(sequel, place, desk, true, known(desk));
    }

    /** What the person on the desk did not have, and a list is decided between. */
    static int[] fresh(Sequel sequel, Desk desk, int[] heads) {
        return IntStream.concat(Arrays.stream(heads), touched(desk))
                .sorted()
                .distinct()
                .filter(item -> !desk.had(item) && !desk.isSpurned(item) && sequel.wasThere(item))
                .toArray();
    }

    /** What the person on the desk had. */
    static int[] known(Desk desk) {
        return touched(desk).filter(desk::had).sorted().toArray();
    }

    private static IntStream touched(Desk desk) {
        return IntStream.range(0, desk.touched().size()).map(desk.touched()::item);
    }

    private void add(Sequel sequel, int place, Desk desk, boolean had, int[] items) {
        int[] wanted = sequel.had(sequel.people()[place]);
        long wins =
                Arrays.stream(items).filter(item -> sequel.had(wanted, item)).count();
        // Somebody who took nothing new says nothing about its order.
        if (wins == 0 && !had) {
            return;
        }
        double each = 1 / Math.sqrt(Math.max(1.0, (double) wins));
        double kept = Math.min(1, (double) ROWS_PER_PERSON / items.length);
        var clues = new double[Clue.NUMBER];
        for (int item : items) {
            boolean isWin = sequel.had(wanted, item);
            if (isWin || draw(place, sequel.moment().ranks()[item]) < kept) {
                for (int clue = 0; clue < Clue.FIRST_PERSONAL; clue++) {
                    clues[clue] = sequel.moment().fashion().value(clue, item);
                }
                desk.clues(item, clues);
                rows(had, desk.stratum()).add(clues, isWin, isWin ? each : each / kept);
            }
        }
    }

    /** A number between 0 and 1 that follows from two places in orders of ids, whatever the order of the files. */
    static double draw(int person, int item) {
        return (Sequel.mixed((long) person << 32 | item) >>> 64 - SAMPLE_BITS) / (double) (1L << SAMPLE_BITS);
    }

    Rows rows(boolean had, Stratum stratum) {
        return rows[had ? 1 : 0][stratum.place()];
    }

    /** All strata together. */
    Pool pooled(boolean had) {
        Pool pool = pools[had ? 1 : 0];
        if (pool == null) {
            var all = new Rows();
            Arrays.stream(rows[had ? 1 : 0]).forEach(all::addAll);
            pool = new Pool(all);
            pools[had ? 1 : 0] = pool;
        }
        return pool;
    }
}
