package org.personalize.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private long missed;
    private long late;

    Postponing(Dispatch dispatch, Shift shift) {
        this.dispatch = dispatch;
        this.shift = shift;
    }

    /** Those whose stretch went by before this run. */
    void wakeOverdue() throws IOException {
        List<Claim> overdue = shift.claimOverdue(OVERDUE_BATCH, dispatch.now());
        while (!overdue.isEmpty()) {
            for (Claim claim : overdue) {
                wake(claim, dispatch.now());
            }
            dispatch.writer().flush();
            overdue = shift.claimOverdue(OVERDUE_BATCH, dispatch.now());
        }
    }

    private void wake(Claim claim, Instant now) throws IOException {
        boolean isExpired = !postpone(claim, now);
        if (isExpired && isLate(claim, now)) {
            late++;
        } else if (isExpired && claim.attempts() == 0) {
            missed++;
        }
    }

    /**
     * Until when a mail may leave that may leave now; empty where it may not. Since it was promised, the person may have
     * moved to another zone, and the schedule may have been changed, so that this may be sooner than the ledger believes.
     */
    Optional<Instant> until(Claim claim) {
        Instant now = dispatch.now();
        Instant believed = claim.promise().closes();
        return dispatch.permitted(claim, now)
                .filter(stretch -> !stretch.opens().isAfter(now))
                .map(stretch -> stretch.closes().isBefore(believed) ? stretch.closes() : believed);
    }

    /** It is not permitted now. */
    void postpone(Claim claim) {
        postpone(claim, dispatch.now());
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

    /** @return false where it expires */
    private boolean postpone(Claim claim, Instant from) {
        Optional<Stretch> next = dispatch.permitted(claim, from);
        boolean isTooLate = next.isEmpty() || isTooLate(claim, next.get().opens());
        if (isTooLate) {
            String why = isLate(claim, from) ? "later than schedule.max_lateness" : "its time is over";
            dispatch.write(new Entry.Expired(claim, why), "expired", why);
            dispatch.results().settle(claim, Fate.EXPIRED);
        } else {
            dispatch.write(new Entry.Moved(claim, next.get().opens(), closes(claim, next.get())), "moved", "");
        }
        return !isTooLate;
    }

    /** What to tell somebody whose runs are too far apart for the windows that people have. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (missed > 0) {
            notes.add(untried(missed) + "no run sent them between their moment and the end of their time."
                    + " Let cron run send every few minutes.");
        }
        Duration most = schedule().maxLateness();
        if (late > 0 && most != null) {
            notes.add(untried(late) + "no run sent them within the " + Tripwires.inWords(most)
                    + " after their moment that schedule.max_lateness allows."
                    + " Let cron run send every few minutes, or raise max_lateness.");
        }
        return notes;
    }

    private static String untried(long mails) {
        return String.format(
                Locale.ROOT, mails == 1 ? "%,d mail expired untried: " : "%,d mails expired untried: ", mails);
    }

    /** Whether a first attempt is given up although its window may be open yet. */
    private boolean isLate(Claim claim, Instant at) {
        return claim.attempts() == 0
                && Lateness.isOver(schedule(), claim.promise().sendAt(), at);
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
