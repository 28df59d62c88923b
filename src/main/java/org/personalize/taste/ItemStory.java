package org.personalize.taste;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an item has its score for a person. The contributions add up to the score exactly.
 *
 * @param score in log-odds, less what an item loses that is new to the person where lists hold both
 * @param chance the calibrated chance that the person wants the item in the window that training looked at, without that
 *     loss; null where no blend was learned, so that nobody measured one
 */
public record ItemStory(double score, @Nullable Double chance, List<Contribution> contributions) {

    /** The reason of a plan that speaks of the item itself. */
    private static final String AGAIN = "again";

    /** What adds less than this is written as nothing, and is no reason. */
    private static final double LEAST = 0.005;

    /**
     * @param component such as {@code popular lately}, {@code goes with what you bought}
     * @param why the word of {@link Ranking#why} for what it is a part of; blank for what is no reason
     * @param because the past items behind it, the strongest first, whose shares add up to the whole; empty where there are none
     */
    public record Contribution(String component, String why, double logOdds, List<Because> because) {
        public Contribution {
            because = List.copyOf(because);
        }
    }

    /** One past item and how much of the contribution comes from it. */
    public record Because(int item, double logOdds) {}

    public ItemStory {
        contributions = List.copyOf(contributions);
    }

    /** The past items behind the score, each with all that it adds over every contribution; what adds most comes first. */
    public List<Because> past() {
        Map<Integer, Double> sums = new LinkedHashMap<>();
        contributions.forEach(part -> part.because().forEach(b -> sums.merge(b.item(), b.logOdds(), Double::sum)));
        return sums.entrySet().stream()
                .map(sum -> new Because(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparingDouble((Because b) -> -b.logOdds()).thenComparingInt(Because::item))
                .toList();
    }

    /**
     * The past item that speaks most for this one when all is added up; empty where that speaks against it, or speaks for
     * it by another reason than the plan's, so that naming it would contradict the plan.
     *
     * @param item this one
     * @param why the plan's word
     */
    public Optional<Because> foremost(int item, String why) {
        return past().stream()
                .findFirst()
                .filter(most -> most.logOdds() >= LEAST)
                .filter(most -> why.equals(AGAIN) == (most.item() == item) && share(most.item(), why) > 0);
    }

    /** What a past item adds by one reason. */
    private double share(int item, String why) {
        return contributions.stream()
                .filter(part -> part.why().equals(why))
                .flatMap(part -> part.because().stream())
                .filter(because -> because.item() == item)
                .mapToDouble(Because::logOdds)
                .sum();
    }
}
