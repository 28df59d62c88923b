package org.personalize.rhythm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One of the daily rhythms that a model knows, for being shown.
 *
 * @param share of the people who follow it
 * @param hours the chance of each local hour; sums to 1
 */
public record SharedRhythm(double share, List<Double> hours) {

    public SharedRhythm {
        hours = List.copyOf(hours);
    }

    /** The commonest first; none where people are drawn towards everybody instead of towards rhythms. */
    public static List<SharedRhythm> of(RhythmModel model) {
        ReplyModel replies = model.replies();
        if (replies != null) {
            return of(replies.mixture());
        }
        List<Mixture> mixtures = model.activity().mixtures();
        return mixtures.isEmpty() ? List.of() : of(mixtures.get(0));
    }

    private static List<SharedRhythm> of(Mixture mixture) {
        List<SharedRhythm> rhythms = new ArrayList<>();
        for (int k = 0; k < mixture.size(); k++) {
            double[] hours = mixture.rhythms()[k];
            double sum = Arrays.stream(hours).sum();
            rhythms.add(new SharedRhythm(
                    mixture.shares()[k],
                    Arrays.stream(hours).map(hour -> hour / sum).boxed().toList()));
        }
        rhythms.sort(Comparator.comparingDouble(SharedRhythm::share).reversed());
        return rhythms;
    }
}
