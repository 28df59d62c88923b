package org.personalize.measure;

import java.util.Arrays;

/** Which items lists show, and how unevenly: a model that shows everybody the same ten wastes a catalogue. */
public final class Exposure {

    private final int[] shown;

    public Exposure(int items) {
        shown = new int[items];
    }

    /** Counts the first ten of one person's list; several threads may add at once. */
    public synchronized void add(int[] ranked) {
        for (int i = 0; i < Math.min(RankingScore.NDCG_DEPTH, ranked.length); i++) {
            shown[ranked[i]]++;
        }
    }

    /** The share of the items that anybody was shown. */
    public double coverage() {
        return shown.length == 0
                ? 0
                : (double) Arrays.stream(shown).filter(n -> n > 0).count() / shown.length;
    }

    /** 0 when every item is shown equally often, near 1 when a single one takes all places. */
    public double gini() {
        int[] ascending = shown.clone();
        Arrays.sort(ascending);
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < ascending.length; i++) {
            sum += ascending[i];
            weighted += (2.0 * (i + 1) - ascending.length - 1) * ascending[i];
        }
        return sum == 0 ? 0 : weighted / (ascending.length * sum);
    }
}
