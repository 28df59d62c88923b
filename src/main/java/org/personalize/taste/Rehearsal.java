package org.personalize.taste;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.personalize.measure.Interval;
import org.personalize.measure.RankingScore;
import org.personalize.measure.Stratum;
import org.personalize.measure.Task;

/** How well blends of a moment would have ranked what people had in the time that followed. */
final class Rehearsal {

    private static final int CHUNK = 16;
    private static final double NOT_JUDGED = Double.NaN;

    private final Stratum[] strata;

    /** By task, blend and person; NaN where there was nothing to find. */
    private final Map<Task, double[][]> scores = new EnumMap<>(Task.class);

    Rehearsal(Sequel sequel, List<Blend> blends) {
        int people = sequel.people().length;
        strata = new Stratum[people];
        for (Task task : Task.values()) {
            scores.put(task, new double[blends.size()][people]);
        }
        List<Shelves> shelves = blends.stream()
                .map(blend -> new Shelves(sequel.moment(), blend))
                .toList();
        var desks = ThreadLocal.withInitial(() -> new Desk(sequel.moment()));
        Chunks.each(people, CHUNK, (chunk, from, to) -> {
            Desk desk = desks.get();
            var top = new Top(RankingScore.NDCG_DEPTH, sequel.moment().ranks());
            for (int i = from; i < to; i++) {
                desk.lay(sequel.people()[i]);
                strata[i] = desk.stratum();
                int[] wanted = sequel.had(sequel.people()[i]);
                for (int b = 0; b < shelves.size(); b++) {
                    judge(shelves.get(b), desk, top, wanted, sequel::wasThere, b, i);
                }
            }
        });
    }

    private void judge(
            Shelves shelves, Desk desk, Top top, int[] wanted, IntPredicate wasThere, int blend, int person) {
        for (Task task : Task.values()) {
            int[] toFind =
                    Arrays.stream(wanted).filter(item -> isOf(task, desk, item)).toArray();
            double score = NOT_JUDGED;
            if (toFind.length > 0) {
                top.clear();
                offer(task, shelves, desk, wasThere, top);
                score = RankingScore.ndcg(top.items(), toFind, RankingScore.NDCG_DEPTH);
            }
            of(task)[blend][person] = score;
        }
    }

    private double[][] of(Task task) {
        return Objects.requireNonNull(scores.get(task));
    }

    private static void offer(Task task, Shelves shelves, Desk desk, IntPredicate wasThere, Top top) {
        switch (task) {
            case NEW ->
                desk.offer(shelves, RankingScore.NDCG_DEPTH, item -> !desk.had(item) && wasThere.test(item), top);
            case REPEAT -> desk.offerHad(shelves, item -> true, top);
            case ALL -> desk.offer(shelves, RankingScore.NDCG_DEPTH, wasThere, top);
        }
    }

    private static boolean isOf(Task task, Desk desk, int item) {
        return switch (task) {
            case NEW -> !desk.had(item);
            case REPEAT -> desk.had(item);
            case ALL -> true;
        };
    }

    /** The scores of the people of these strata for whom there was something to find, in their order. */
    double[] scores(Task task, int blend, People of) {
        double[] all = of(task)[blend];
        return IntStream.range(0, all.length)
                .filter(i -> !Double.isNaN(all[i]) && of.strata().contains(strata[i]))
                .mapToDouble(i -> all[i])
                .toArray();
    }

    Interval mean(Task task, int blend, People of) {
        return Interval.of(scores(task, blend, of));
    }
}
