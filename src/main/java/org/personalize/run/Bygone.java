package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Ledger;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Shift;
import org.personalize.plan.Fate;

/** A coming whose window is over is followed by the next: what it has not sent, nobody gets any more. */
final class Bygone {

    private static final int EXPIRED_AT_ONCE = 1_000;

    private Bygone() {}

    static void expire(Ledger ledger, Edition earlier, SendOrders orders, Instant now, Results results)
            throws IOException, Occupied {
        try (Shift shift = ledger.begin(earlier, orders.who(), orders.host(), now)) {
            results.add(Fate.DOUBTFUL, shift.recovery().doubtful());
            List<Claim> open = shift.claimAll(EXPIRED_AT_ONCE);
            while (!open.isEmpty()) {
                List<Entry> expired = open.stream()
                        .<Entry>map(claim -> new Entry.Expired(claim, "the next coming has begun"))
                        .toList();
                shift.commit(expired, now, Caps.NONE);
                results.add(Fate.EXPIRED, expired.size());
                open = shift.claimAll(EXPIRED_AT_ONCE);
            }
        }
    }
}
