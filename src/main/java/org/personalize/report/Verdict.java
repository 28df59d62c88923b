package org.personalize.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.personalize.campaign.Campaign.Goal;
import org.personalize.measure.Interval;
import org.personalize.measure.Sight.Question;

/**
 * An answer to one question, with everything that it rests on. Differences are those of the treated less the others; shares
 * go from 0 to 1.
 *
 * @param headline the answer as one sentence for people, with its uncertainty
 * @param why what stands in the way where it is not tested or blocked, and what to do about it; else blank
 * @param goal what was compared: the share of people who clicked, who bought, or the revenue per person
 * @param treated who got the mail in question
 * @param others whom they are compared with
 * @param difference with its 95 % interval, for looking once, when all is over
 * @param ratio the treated by the others; empty where the others have nothing
 * @param always an interval for looking every day: it holds at all looks together 95 times in 100;
 *     empty while it would leave nearly everything possible
 * @param revenue the difference in revenue per person
 * @param smallest the smallest difference in shares that this test finds 8 times in 10; empty where it finds none
 * @param sampleRatio whether the groups are of the sizes that were set
 * @param orderCheck whether the orders of both groups reach us alike; only for what the mail earned
 * @param layers the same difference by weekday and by time zone
 */
public record Verdict(
        Question question,
        Answer answer,
        String headline,
        String why,
        Goal goal,
        Arm treated,
        Arm others,
        Optional<Interval> difference,
        Optional<Interval> ratio,
        Optional<Interval> always,
        Optional<Interval> revenue,
        OptionalDouble smallest,
        Optional<SampleRatio> sampleRatio,
        Optional<OrderCheck> orderCheck,
        List<Layer> layers) {

    public Verdict {
        layers = List.copyOf(layers);
        if (answer.isGiven() && (difference.isEmpty() || !why.isEmpty())) {
            throw new IllegalArgumentException("an answer without figures: " + answer);
        }
        if (answer == Answer.NOT_TESTED && difference.isPresent()) {
            throw new IllegalArgumentException("figures of what was not tested");
        }
    }

    /** What the comparison says. */
    public enum Answer {
        /** There was nobody to compare with, or nothing to compare yet. */
        NOT_TESTED,
        /**
         * The groups are not what the draw made them, were not served alike, or the orders of one are missing: whatever came
         * out would mislead.
         */
        BLOCKED,
        /** No difference, or one that chance alone could have made. */
        INDISTINGUISHABLE,
        BETTER,
        WORSE;

        /** Whether the test could be made at all. */
        public boolean isGiven() {
            return switch (this) {
                case NOT_TESTED, BLOCKED -> false;
                case INDISTINGUISHABLE, BETTER, WORSE -> true;
            };
        }
    }

    /**
     * Whether as many people are in the groups as the draw must have put there.
     *
     * @param expected the share of the others among all, as set
     * @param chance of a split at least as uneven, if nothing is wrong
     */
    public record SampleRatio(long treated, long others, double expected, double chance, boolean isSound) {}

    /**
     * Whether the order file covers both groups: before the campaign, they must have bought alike.
     *
     * @param treated who had bought in the weeks before
     */
    public record OrderCheck(Arm treated, Arm others, double chance, boolean isSound) {}

    /**
     * The comparison among some of the people.
     *
     * @param by such as {@code weekday} or {@code time zone}
     */
    public record Layer(String by, String name, Arm treated, Arm others, Interval difference) {}
}
