package org.personalize.plan;

import java.util.List;
import java.util.Optional;
import org.personalize.measure.Interval;

/**
 * What each rule of a campaign costs, and what choosing for each person gains, by the model's own estimate: a forecast, and
 * not a result. Hours and items were chosen by one half of what each person did and valued by the other half, in turns,
 * because whoever picks the greatest of some estimates and believes it flatters themselves.
 *
 * @param areReactions whether values are reactions; else they are comparable with each other only
 * @param people how many are planned to be mailed now, or would be if there were room for them
 * @param looked for how many of them the estimate was made
 * @param plan what the plan is worth
 * @param alternatives what others would be worth, in the order of {@link Rule}
 * @param items what the chosen items are worth beside the most popular ones; empty where the mail has no slots
 */
public record Costs(
        boolean areReactions,
        long people,
        long looked,
        Interval plan,
        List<Alternative> alternatives,
        Optional<Items> items) {

    public Costs {
        alternatives = List.copyOf(alternatives);
    }

    /** What is done without. */
    public enum Rule {
        /** {@code max_per_hour} and {@code warm_up}. */
        HOURLY_LIMIT,
        QUIET_HOURS,
        /** Everybody at the hour that suits most. */
        OWN_HOURS
    }

    /**
     * The same campaign without one of its rules.
     *
     * @param more by how much its worth exceeds that of the plan; below zero where the plan is better
     */
    public record Alternative(Rule rule, Interval more) {}

    /**
     * How many of the items shown to everybody are wanted.
     *
     * @param plan by the plan
     * @param popularMore how many more if everybody saw the most popular items; below zero where the plan is better
     */
    public record Items(Interval plan, Interval popularMore) {}
}
