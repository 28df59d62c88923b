package org.personalize.run;

import java.time.Instant;
import org.personalize.audience.Audience;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.OpenHours;

/**
 * Whether the moment of a promise is permitted by today's schedule, by the clock of where the person lives now. One that is
 * not, and still lies ahead, is decided anew while nobody has tried it; one that has come is looked at when it is claimed.
 */
record StillPermitted(Audience audience, OpenHours hours, Instant now) implements Keeping.Rule {

    @Override
    public boolean stands(int person, Row row) {
        return !isOpen(row) || isPermitted(person, row.promise().sendAt());
    }

    private boolean isOpen(Row row) {
        return row.state() == State.PLANNED
                && row.attempts() == 0
                && row.promise().sendAt().isAfter(now);
    }

    private boolean isPermitted(int person, Instant moment) {
        return hours.from(moment, audience.customer(person).zone())
                .filter(stretch -> !stretch.opens().isAfter(moment))
                .isPresent();
    }
}
