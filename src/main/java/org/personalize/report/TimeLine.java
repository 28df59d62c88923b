package org.personalize.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What happened from the hour or the day of the first mail on, in steps of an hour or a day by UTC.
 *
 * @param start of the first step
 * @param steps one after the other, without gaps
 */
public record TimeLine(Instant start, Duration step, List<Step> steps) {

    public TimeLine {
        steps = List.copyOf(steps);
        if (step.isNegative() || step.isZero() || steps.isEmpty()) {
            throw new IllegalArgumentException(steps.size() + " steps of " + step);
        }
    }

    /**
     * @param mails accepted
     * @param clicked mails with their first click of a person
     * @param bought mails with their first purchase
     * @param unsubscribed mails after which somebody opted out
     */
    public record Step(long mails, long clicked, long bought, long unsubscribed) {}
}
