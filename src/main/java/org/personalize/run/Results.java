package org.personalize.run;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.personalize.ledger.Claim;
import org.personalize.plan.Fate;

/**
 * What became of people in this run, by what they are now: whoever was put off and accepted later is accepted. Counted
 * from several threads.
 */
public final class Results {

    private final Map<Fate, Long> newly = new EnumMap<>(Fate.class);

    /** By the rows of their claims. */
    private final Set<Long> deferred = new HashSet<>();

    /** People whom no courier had, with an outcome that is final. */
    synchronized void add(Fate fate, long people) {
        newly.merge(fate, people, Long::sum);
    }

    /** One person is put off, and will be tried again. */
    synchronized void defer(Claim claim) {
        deferred.add(claim.id());
    }

    /** One person is not tried again in this run, with this outcome. */
    synchronized void settle(Claim claim, Fate fate) {
        drop(claim);
        add(fate, 1);
    }

    /** One person must not get the mail any more. */
    synchronized void drop(Claim claim) {
        deferred.remove(claim.id());
    }

    public synchronized long of(Fate fate) {
        return fate == Fate.DEFERRED ? deferred.size() : newly.getOrDefault(fate, 0L);
    }

    /** How many were tried, or came to an end without it. */
    synchronized long settled() {
        return deferred.size()
                + newly.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether somebody was newly refused, doubtful, expired or held. */
    public boolean isAnybodyLeftOut() {
        return of(Fate.REFUSED) + of(Fate.DOUBTFUL) + of(Fate.EXPIRED) + of(Fate.HELD) > 0;
    }
}
