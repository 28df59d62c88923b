package org.personalize.run;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Smtp.StopWhen;
import org.personalize.ledger.Heard;

/** Says when the campaign asked to be stopped. */
final class StopRule {

    /** Before so many answers a share says nothing. */
    private static final int LEAST_ANSWERS = 50;

    private final StopWhen rule;

    StopRule(StopWhen rule) {
        this.rule = rule;
    }

    /** Beyond every run's length where there is no such rule, or where enough have answered already. */
    long answersUntilShareCounts(Heard heard) {
        boolean isAwaited = rule.hardBounces() > 0 && heard.answers() < LEAST_ANSWERS;
        return isAwaited ? LEAST_ANSWERS - heard.answers() : Long.MAX_VALUE;
    }

    /** Why the campaign must stop, or null. */
    @Nullable
    String why(Heard heard) {
        if (rule.failuresInARow() > 0 && heard.refusedInARow() >= rule.failuresInARow()) {
            return heard.refusedInARow() + " mails in a row were not taken (smtp.stop_when.failures_in_a_row)";
        }
        double share = (double) heard.missing() / Math.max(1, heard.answers());
        if (rule.hardBounces() > 0 && heard.answers() >= LEAST_ANSWERS && share > rule.hardBounces()) {
            return "%d of %d mails went to mailboxes that do not exist, more than %s %% (smtp.stop_when.hard_bounces)"
                    .formatted(heard.missing(), heard.answers(), percent(rule.hardBounces()));
        }
        return null;
    }

    /** As it stands in the campaign's file. */
    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
