package org.personalize.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Fate;
import org.personalize.plan.Promises.Departed;
import org.personalize.plan.Reason;

/** Those who have a row in the ledger and have left the file: what went out stands, and what did not is taken back. */
final class Departures {

    private final Map<Departed, Long> departed = new HashMap<>();
    private final List<String> leavers = new ArrayList<>();

    void take(Row row, Fate fate) {
        State state = row.state();
        if (!state.isFinal() && state != State.SKIPPED) {
            leavers.add(row.promise().customerId());
        }
        departed.merge(departed(row, fate), 1L, Long::sum);
    }

    private static Departed departed(Row row, Fate fate) {
        if (row.state().isFinal()) {
            boolean isPlain = row.promise().group() == Decision.Group.PLAIN_MAIL;
            return new Departed(Status.PLANNED, null, fate, isPlain);
        }
        Reason reason = row.reason() == null ? Reason.NOT_IN_AUDIENCE : row.reason();
        return new Departed(Status.SKIPPED, reason, Fate.OPEN, false);
    }

    /** People with an open promise. */
    List<String> leavers() {
        return leavers;
    }

    /** How many there are of each kind. */
    Map<Departed, Long> counts() {
        return Map.copyOf(departed);
    }

    long size() {
        return departed.values().stream().mapToLong(Long::longValue).sum();
    }
}
