package org.personalize.run;

import java.util.EnumMap;
import java.util.Map;
import org.personalize.plan.Fate;

/** What became of people in this run, by what they are now. Counted from several threads. */
public final class Results {

    private final Map<Fate, Long> newly = new EnumMap<>(Fate.class);

    synchronized void add(Fate fate, long people) {
        newly.merge(fate, people, Long::sum);
    }

    public synchronized long of(Fate fate) {
        return newly.getOrDefault(fate, 0L);
    }

    /** Whether somebody was newly refused, doubtful, expired or held. */
    public boolean isAnybodyLeftOut() {
        return of(Fate.REFUSED) + of(Fate.DOUBTFUL) + of(Fate.EXPIRED) + of(Fate.HELD) > 0;
    }
}
