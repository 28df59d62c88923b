package org.personalize.report;

import java.util.List;
import java.util.Optional;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;

/**
 * The variants beside each other, among those whose variant was drawn. All intervals are wider than usual, so that all of
 * them together hold 95 times in 100.
 *
 * @param goal by what they are compared
 * @param runners in the order of the campaign
 * @param leader the one ahead of all others by more than chance explains; empty where there is none
 * @param headline as one sentence for people
 */
public record VariantRace(Goal goal, List<Runner> runners, Optional<String> leader, String headline) {

    public VariantRace {
        runners = List.copyOf(runners);
        if (runners.size() < 2) {
            throw new IllegalArgumentException("a race of " + runners.size());
        }
    }

    /**
     * @param people who were drawn for it
     * @param score the share of people that clicked or bought, or the revenue per person; where the chances of a draw
     *     changed on the way, as if they had not
     * @param behind how far it is behind the first, which is the one with the highest score: 0 or less; empty for that one
     */
    public record Runner(String name, long people, Interval score, Optional<Interval> behind) {}
}
