package org.personalize.run;

import java.util.HashMap;
import java.util.Map;
import org.personalize.ledger.Taking;
import org.personalize.plan.Reason;

/** Counts what became of everything that was taken in. */
final class IngestTally implements Taking.Witness {

    /** Events that are none of ours have names of their own; those beyond these are counted together. */
    private static final int MOST_KINDS = 100;

    private static final String BOUNCE = "bounce";
    private static final String OTHERS = "other names";

    final Map<String, IngestStory.Count> kinds = new HashMap<>();
    final Map<String, Integer> suppressed = new HashMap<>();

    @Override
    public void saw(String event, String kind, boolean isLinked, boolean isNew) {
        String name = event.equals(BOUNCE) ? event + ' ' + kind : event;
        boolean isKnown = kinds.size() < MOST_KINDS || kinds.containsKey(name);
        kinds.merge(
                isKnown ? name : OTHERS,
                IngestStory.Count.NONE.with(isNew, isLinked),
                (before, one) -> before.with(isNew, isLinked));
    }

    @Override
    public void suppressed(Reason reason) {
        suppressed.merge(reason.word(), 1, Integer::sum);
    }
}
