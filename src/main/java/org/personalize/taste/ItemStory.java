package org.personalize.taste;

import java.util.List;

/**
 * Why an item has its score for a person. The contributions add up to the score exactly.
 *
 * @param score in log-odds, less what an item loses that is new to the person where lists hold both
 * @param chance the calibrated chance that the person wants the item in the window that training looked at, without that loss
 */
public record ItemStory(double score, double chance, List<Contribution> contributions) {

    /**
     * @param component such as {@code popular lately}, {@code goes with what you bought}
     * @param because the past items behind it, the strongest first, whose shares add up to the whole; empty where there are none
     */
    public record Contribution(String component, double logOdds, List<Because> because) {
        public Contribution {
            because = List.copyOf(because);
        }
    }

    /** One past item and how much of the contribution comes from it. */
    public record Because(int item, double logOdds) {}

    public ItemStory {
        contributions = List.copyOf(contributions);
    }
}
