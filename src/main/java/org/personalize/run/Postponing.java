package org.personalize.run;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.personalize.campaign.Schedule;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Mark;
import org.personalize.ledger.Shift;
import org.personalize.plan.Fate;
import org.personalize.plan.OpenHours.Stretch;

/** Mails that could not go in their permitted stretch: they move to the next one, or expire where none is left to them. */
final class Postponing {

    private static final int OVERDUE_BATCH = 1_000;

    private final Dispatch dispatch;
    private final Shift shift;

    Postponing(Dispatch dispatch, Shift shift) {
        this.dispatch = dispatch;
        this.shift = shift;
    }

    /** Those whose stretch went by before this run. */
    void wakeOverdue() throws IOException {
        List<Claim> overdue = shift.claimOverdue(OVERDUE_BATCH, dispatch.now());
        while (!overdue.isEmpty()) {
            for (Claim claim : overdue) {
                postpone(claim, dispatch.now());
            }
            dispatch.writer().flush();
            overdue = shift.claimOverdue(OVERDUE_BATCH, dispatch.now());
        }
    }

    /** The mark came too late, or the relay's hour is full. */
    void postpone(Claim claim, Mark mark) {
        Instant now = dispatch.now();
        postpone(
                claim,
                mark.kind() == Mark.Kind.FULL
                        ? now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)
                        : now);
    }

    private void postpone(Claim claim, Instant from) {
        Optional<Stretch> next = dispatch.permitted(claim, from);
        boolean isTooLate = next.isEmpty() || isTooLate(claim, next.get().opens());
        if (next.isEmpty() || isTooLate) {
            dispatch.write(new Entry.Expired(claim, "its time is over"), "expired", "its time is over");
            dispatch.results().settle(claim, Fate.EXPIRED);
        } else {
            dispatch.write(new Entry.Moved(claim, next.get().opens(), closes(claim, next.get())), "moved", "");
        }
    }

    private Instant closes(Claim claim, Stretch stretch) {
        return claim.attempts() == 0
                ? Lateness.closes(schedule(), claim.promise().sendAt(), stretch)
                : stretch.closes();
    }

    private boolean isTooLate(Claim claim, Instant at) {
        return claim.attempts() == 0
                ? Lateness.isOver(schedule(), claim.promise().sendAt(), at)
                : dispatch.retry().isGivenUp(claim, at, dispatch.now());
    }

    private Schedule schedule() {
        return dispatch.material().campaign().schedule();
    }
}
