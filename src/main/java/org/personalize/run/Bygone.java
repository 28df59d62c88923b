package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Edition;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Occupied;
import org.personalize.ledger.Shift;

/** A coming whose window is over is followed by the next: what it has not sent, nobody gets any more. */
final class Bygone {

    private static final int EXPIRED_AT_ONCE = 1_000;
    private static final String WHY = "the next coming has begun";

    private Bygone() {}

    static void expire(SendRun run, Edition earlier) throws IOException, Occupied {
        Instant now = run.request().now();
        SendOrders orders = run.orders();
        try (Shift shift = run.ledger().begin(earlier, orders.who(), orders.host(), now)) {
            run.takeOver(shift.recovery());
            List<Claim> open = shift.claimAll(EXPIRED_AT_ONCE);
            while (!open.isEmpty()) {
                List<Entry> expired = open.stream()
                        .<Entry>map(claim -> new Entry.Expired(claim, WHY))
                        .toList();
                shift.commit(expired, now, Caps.NONE);
                run.expired(
                        open.stream().map(claim -> claim.promise().customerId()).toList(), WHY);
                open = shift.claimAll(EXPIRED_AT_ONCE);
            }
        }
    }
}
