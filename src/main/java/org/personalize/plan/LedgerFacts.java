package org.personalize.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was promised and handed over before, as far as planning must know it. Filled by the ledger where there is one. */
@FunctionalInterface
public interface LedgerFacts {

    /** A workspace in which nothing was ever sent. */
    LedgerFacts NONE = customerId -> List.of();

    /** Mails that went, or are promised, to this customer. */
    List<Mailing> mailings(String customerId);

    /** The ids of the items this customer's mails showed since a moment. */
    default Set<String> shownSince(String customerId, Instant since) {
        return Set.of();
    }

    /** How many mails of other campaigns are promised within the UTC clock hour that starts at this moment. */
    default int promisedIn(Instant hour) {
        return 0;
    }

    /** How many mails the relay was given within the UTC clock hour that starts at this moment, of whatever campaign. */
    default int goneIn(Instant hour) {
        return 0;
    }

    /** The UTC day of the very first mail, from which {@code warm_up} counts; null where none went yet. */
    default @Nullable LocalDate firstDay() {
        return null;
    }

    /**
     * @param occurrence blank for a campaign that comes once
     * @param at when it went, or is promised
     * @param hasLeft false for a promise that may still be taken back
     * @param priority the campaign's
     * @param quietDays what the campaign asks of mails before its own; 0 for nothing
     * @param maxPerWeek how many mails in a week the campaign's own may be one of; 0 for any number
     */
    record Mailing(
            String campaign,
            String occurrence,
            Instant at,
            boolean hasLeft,
            int priority,
            int quietDays,
            int maxPerWeek) {

        /** A mail that went. */
        public Mailing(String campaign, String occurrence, Instant at) {
            this(campaign, occurrence, at, true, 0);
        }

        /** A mail of a campaign that asks nothing of others. */
        public Mailing(String campaign, String occurrence, Instant at, boolean hasLeft, int priority) {
            this(campaign, occurrence, at, hasLeft, priority, 0, 0);
        }
    }
}
