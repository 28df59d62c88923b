package org.personalize.run;

import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Smtp.StopWhen;

/** Counts what goes wrong, and says when the campaign asked to be stopped. */
final class StopRule {

    /** Before so many answers a share says nothing. */
    private static final int LEAST_ANSWERS = 50;

    private static final double PERCENT = 100;

    private final StopWhen rule;
    private int inARow;
    private long answers;
    private long hardBounces;

    StopRule(StopWhen rule) {
        this.rule = rule;
    }

    /** @return why the campaign must stop, or null */
    synchronized @Nullable String takes(boolean isAccepted, boolean isHardBounce) {
        answers++;
        inARow = isAccepted ? 0 : inARow + 1;
        hardBounces += isHardBounce ? 1 : 0;
        if (rule.failuresInARow() > 0 && inARow >= rule.failuresInARow()) {
            return inARow + " mails in a row were not taken (smtp.stop_when.failures_in_a_row)";
        }
        double share = (double) hardBounces / answers;
        if (rule.hardBounces() > 0 && answers >= LEAST_ANSWERS && share > rule.hardBounces()) {
            return "%d of %d mails went to mailboxes that do not exist, more than %.4g %% (smtp.stop_when.hard_bounces)"
                    .formatted(hardBounces, answers, rule.hardBounces() * PERCENT);
        }
        return null;
    }
}
