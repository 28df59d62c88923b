package org.personalize.run;

import java.time.Instant;
import java.util.Set;
import org.personalize.audience.Audience;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.OpenHours;

/** Which promises of an edition stand when it is planned. */
enum Keeping {
    /** All whose moment is still permitted: a promise is made once. */
    ALL,
    /** Those that were tried, sent or taken by a sender; the others are decided anew. */
    TRIED;

    /** Whether what one row promises to a person stands. */
    @FunctionalInterface
    interface Rule {
        boolean stands(int person, Row row);
    }

    /** @param only the people meant; empty for everybody. The promises of others stand */
    Rule standsFor(Set<Integer> only, Audience audience, OpenHours hours, Instant now) {
        Rule rule = switch (this) {
            case ALL -> new StillPermitted(audience, hours, now);
            case TRIED -> (person, row) -> isTried(row);
        };
        return (person, row) -> rule.stands(person, row) || !(only.isEmpty() || only.contains(person));
    }

    private static boolean isTried(Row row) {
        boolean isOpen = row.state() == State.PLANNED || row.state() == State.HELD || row.state() == State.NO_MAIL;
        return !isOpen || row.attempts() > 0;
    }
}
