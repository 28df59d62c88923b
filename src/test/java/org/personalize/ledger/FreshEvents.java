package org.personalize.ledger;

import org.personalize.plan.Reason;

/** Counts what was taken in for the first time. */
final class FreshEvents implements Taking.Witness {

    private long number;

    @Override
    public void saw(String event, String kind, boolean isLinked, boolean isNew) {
        number += isNew ? 1 : 0;
    }

    @Override
    public void suppressed(Reason reason) {}

    long number() {
        return number;
    }
}
