package org.personalize.run;

import java.util.Set;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;

/** Which promises of an edition stand when it is planned. */
enum Keeping {
    /** All: a promise is made once. */
    ALL,
    /** Those that were tried, sent or taken by a sender; the others are decided anew. */
    TRIED;

    /** Whether what one row promises to a person stands. */
    @FunctionalInterface
    interface Rule {
        boolean stands(int person, Row row);
    }

    /** @param only the people meant; empty for everybody. The promises of others stand */
    Rule standsFor(Set<Integer> only) {
        return switch (this) {
            case ALL -> (person, row) -> true;
            case TRIED -> (person, row) -> isTried(row) || !(only.isEmpty() || only.contains(person));
        };
    }

    private static boolean isTried(Row row) {
        boolean isOpen = row.state() == State.PLANNED || row.state() == State.HELD || row.state() == State.NO_MAIL;
        return !isOpen || row.attempts() > 0;
    }
}
