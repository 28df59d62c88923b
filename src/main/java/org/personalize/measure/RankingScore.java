package org.personalize.measure;

import java.util.Arrays;

/**
 * How well ranked lists find what people took afterwards, person by person, over the full catalogue. Gains are binary, the
 * discount is log₂(rank + 1), and the ideal is as long as what could be found. A thing that a list names twice counts
 * where it stands first.
 */
public final class RankingScore {

    public static final int NDCG_DEPTH = 10;
    public static final int RECALL_DEPTH = 20;

    private final int ndcgDepth;
    private final int recallDepth;
    private final Scores ndcg = new Scores();
    private final Scores recall = new Scores();

    public RankingScore() {
        this(NDCG_DEPTH, RECALL_DEPTH);
    }

    RankingScore(int ndcgDepth, int recallDepth) {
        this.ndcgDepth = ndcgDepth;
        this.recallDepth = recallDepth;
    }

    /**
     * Judges one person's list; somebody for whom there is nothing to be found says nothing and is left out.
     *
     * @param ranked items, the best first; at least {@link #RECALL_DEPTH} of them if there are as many
     * @param wanted what there is to be found, each once and in ascending order, as {@link Task#wanted} gives it
     * @return whether the person counts
     */
    public boolean add(int[] ranked, int[] wanted) {
        if (wanted.length == 0) {
            return false;
        }
        int[] list = distinct(ranked, Math.max(ndcgDepth, recallDepth));
        ndcg.add(ndcg(list, wanted, ndcgDepth));
        recall.add(recall(list, wanted, recallDepth));
        return true;
    }

    /** Normalised discounted cumulative gain of a list without repetitions; nothing to be found is 0. */
    public static double ndcg(int[] ranked, int[] wanted, int depth) {
        double gain = 0;
        for (int i = 0; i < Math.min(depth, ranked.length); i++) {
            gain += isIn(wanted, ranked[i]) ? discount(i) : 0;
        }
        double ideal = 0;
        for (int i = 0; i < Math.min(depth, wanted.length); i++) {
            ideal += discount(i);
        }
        return ideal == 0 ? 0 : gain / ideal;
    }

    /** The share of what there was to be found that the first of a list without repetitions hold. */
    public static double recall(int[] ranked, int[] wanted, int depth) {
        return wanted.length == 0 ? 0 : (double) hits(ranked, wanted, depth) / wanted.length;
    }

    private static double discount(int index) {
        return StrictMath.log(2) / StrictMath.log(index + 2);
    }

    private static int hits(int[] ranked, int[] wanted, int depth) {
        int hits = 0;
        for (int i = 0; i < Math.min(depth, ranked.length); i++) {
            hits += isIn(wanted, ranked[i]) ? 1 : 0;
        }
        return hits;
    }

    private static boolean isIn(int[] ascending, int item) {
        return Arrays.binarySearch(ascending, item) >= 0;
    }

    private static int[] distinct(int[] ranked, int depth) {
        return Arrays.stream(ranked).distinct().limit(depth).toArray();
    }

    /** How many people count. */
    public int people() {
        return ndcg.size();
    }

    /** NDCG@10 of each person who counts, in the order in which they were added. */
    public double[] ndcg() {
        return ndcg.all();
    }

    /** Recall@20, likewise: the share of what there was to be found that the first twenty hold. */
    public double[] recall() {
        return recall.all();
    }
}
