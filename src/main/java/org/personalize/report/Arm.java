package org.personalize.report;

import org.personalize.measure.Interval;
import org.personalize.measure.Share;

/**
 * One side of a comparison. Everybody counts in the group that the draw put them in, whatever became of their mail.
 *
 * @param name such as {@code with mail} or {@code plain mail}
 * @param happened how many did what the comparison is about
 * @param revenue per person
 */
public record Arm(String name, Share happened, Interval revenue) {

    public long people() {
        return happened.of();
    }
}
