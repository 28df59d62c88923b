package org.personalize.taste;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.personalize.measure.Exposure;
import org.personalize.measure.Interval;
import org.personalize.measure.RankingScore;
import org.personalize.measure.Stratum;
import org.personalize.measure.Task;

/** How well blends of a moment would have ranked what people had in the time that followed. */
final class Rehearsal {

    private static final int CHUNK = 16;
    private static final double NOT_JUDGED = Double.NaN;

    private final Stratum[] strata;

    private final Map<Task, Found> found = new EnumMap<>(Task.class);
    private final int[] people;

    /**
     * What the lists for one task were worth.
     *
     * @param ndcg by blend and person; NaN where there was nothing to find
     * @param recall likewise
     * @param shown by blend, what stood on the lists of those who found something to be judged by
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Found(double[][] ndcg, double[][] recall, Exposure[] shown) {}

    Rehearsal(Sequel sequel, List<Blend> blends) {
        this(sequel, blends, EnumSet.allOf(Task.class));
    }

    /** @param tasks those to be judged; no other may be asked for */
    Rehearsal(Sequel sequel, List<Blend> blends, Set<Task> tasks) {
        people = sequel.people();
        strata = new Stratum[people.length];
        for (Task task : tasks) {
            var shown = new Exposure[blends.size()];
            Arrays.setAll(shown, blend -> new Exposure(sequel.moment().items()));
            found.put(
                    task,
                    new Found(
                            new double[blends.size()][people.length], new double[blends.size()][people.length], shown));
        }
        List<Shelves> shelves = blends.stream()
                .map(blend -> new Shelves(sequel.moment(), blend))
                .toList();
        var desks = ThreadLocal.withInitial(() -> new Desk(sequel.moment()));
        Chunks.each(people.length, CHUNK, (chunk, from, to) -> {
            Desk desk = desks.get();
            var top = new Top(RankingScore.RECALL_DEPTH, sequel.moment().ranks());
            for (int i = from; i < to; i++) {
                desk.lay(sequel.people()[i]);
                strata[i] = desk.stratum();
                int[] had = sequel.had(sequel.people()[i]);
                IntPredicate isOffered = sequel.offered(had);
                int[] wanted = Arrays.stream(had).filter(isOffered).toArray();
                for (int b = 0; b < shelves.size(); b++) {
                    judge(shelves.get(b), desk, top, wanted, isOffered, b, i);
                }
            }
        });
    }

    private void judge(
            Shelves shelves, Desk desk, Top top, int[] wanted, IntPredicate isOffered, int blend, int person) {
        for (Task task : found.keySet()) {
            int[] toFind =
                    Arrays.stream(wanted).filter(item -> isOf(task, desk, item)).toArray();
            Found found = of(task);
            found.ndcg()[blend][person] = NOT_JUDGED;
            found.recall()[blend][person] = NOT_JUDGED;
            if (toFind.length > 0) {
                top.clear();
                offer(task, shelves, desk, isOffered, top);
                int[] list = top.items();
                found.ndcg()[blend][person] = RankingScore.ndcg(list, toFind, RankingScore.NDCG_DEPTH);
                found.recall()[blend][person] = RankingScore.recall(list, toFind, RankingScore.RECALL_DEPTH);
                found.shown()[blend].add(list);
            }
        }
    }

    private Found of(Task task) {
        return Objects.requireNonNull(found.get(task));
    }

    private static void offer(Task task, Shelves shelves, Desk desk, IntPredicate isOffered, Top top) {
        switch (task) {
            case NEW ->
                desk.offer(shelves, RankingScore.RECALL_DEPTH, item -> !desk.had(item) && isOffered.test(item), top);
            case REPEAT -> desk.offerHad(shelves, item -> true, top);
            case ALL -> desk.offer(shelves, RankingScore.RECALL_DEPTH, isOffered, top);
        }
    }

    private static boolean isOf(Task task, Desk desk, int item) {
        return switch (task) {
            case NEW -> !desk.had(item);
            case REPEAT -> desk.had(item);
            case ALL -> true;
        };
    }

    /** NDCG@10 of the people of these strata for whom there was something to find, in their order. */
    double[] scores(Task task, int blend, People of) {
        return of(task, of).mapToDouble(i -> of(task).ndcg()[blend][i]).toArray();
    }

    Interval mean(Task task, int blend, People of) {
        return Interval.of(scores(task, blend, of));
    }

    /** The share of what there was to be found that the first twenty hold. */
    Interval recall(Task task, int blend, People of) {
        return Interval.of(
                of(task, of).mapToDouble(i -> of(task).recall()[blend][i]).toArray());
    }

    /** Whose scores these are, in the same order. */
    int[] people(Task task, People of) {
        return of(task, of).map(i -> people[i]).toArray();
    }

    Exposure shown(Task task, int blend) {
        return of(task).shown()[blend];
    }

    /** The places of those who are judged. */
    private IntStream of(Task task, People of) {
        double[] any = of(task).ndcg()[0];
        return IntStream.range(0, any.length)
                .filter(i -> !Double.isNaN(any[i]) && of.strata().contains(strata[i]));
    }
}
