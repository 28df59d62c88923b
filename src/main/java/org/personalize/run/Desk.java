package org.personalize.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.deliver.Pace;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Claim;
import org.personalize.ledger.Shift;

/**
 * Where couriers fetch the next mail: the first due whose domain takes one now. Keeps a small stock of claims, and claims
 * more while the run may go on.
 */
final class Desk {

    private static final int BATCH = 256;

    /** So many claims of slow domains may wait here; behind them nothing else is claimed. */
    private static final int MOST_WAITING = 4 * BATCH;

    /** How long to wait at most before the ledger is asked again for what became due meanwhile. */
    private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** A ledger that had nothing due is not asked again before that. */
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** So long a mail may wait behind another of the same courier before an idle one takes it. */
    private static final long MOST_BEHIND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Shift shift;
    private final Pace pace;
    private final Brakes brakes;
    private final InstantSource clock;
    private final Supplier<Caps> caps;
    private final Deque<Claim> stock = new ArrayDeque<>();
    private final Deque<Behind> behind = new ArrayDeque<>();
    private final LongSupplier nanos;
    private final List<String> only;
    private long left;
    private int away;
    private long wait;
    private boolean isDrained;
    private long drainedAt;

    Desk(Shift shift, RunSetting setting) {
        this.shift = shift;
        pace = setting.pace();
        brakes = setting.brakes();
        clock = setting.clock();
        nanos = setting.nanos();
        caps = setting.allowance();
        left = setting.limit();
        only = setting.only();
    }

    /** A mail that is ready, and waits until its courier is done with another. */
    private record Behind(Claim claim, long since) {}

    /** The next mail; null when nothing more is to be done. Whoever got one says {@link #done} afterwards. */
    synchronized @Nullable Claim next() throws IOException, InterruptedException {
        while (!brakes.arePulled()) {
            Claim ready = atOnce();
            ready = ready == null ? takeOver() : ready;
            if (ready != null) {
                return ready;
            }
            if (stock.isEmpty() && away == 0) {
                return null;
            }
            TimeUnit.NANOSECONDS.timedWait(this, wait);
        }
        return null;
    }

    /**
     * The next mail for a courier that is still busy with another; null when there is none at this moment, or mails are to
     * go at a pace, which counts from when they are fetched.
     */
    synchronized @Nullable Claim nextAhead() throws IOException {
        return brakes.arePulled() || !pace.isFree() ? null : atOnce();
    }

    /** What came from {@link #nextAhead} is ready, and its courier is still busy with the mail before it. */
    synchronized void putBehind(Claim claim) {
        behind.addLast(new Behind(claim, nanos.getAsLong()));
    }

    /** Whether a mail is still this courier's; else another has taken it meanwhile. */
    synchronized boolean fetchFromBehind(Claim claim) {
        return behind.removeIf(one -> one.claim().equals(claim));
    }

    /** A relay may take minutes to answer to one mail: those behind it must not wait for that. */
    private @Nullable Claim takeOver() {
        Behind first = behind.peekFirst();
        if (first == null || nanos.getAsLong() - first.since() < MOST_BEHIND_NANOS) {
            return null;
        }
        behind.removeFirst();
        return first.claim();
    }

    private @Nullable Claim atOnce() throws IOException {
        Claim ready = takeReady();
        return ready == null && stock.size() < MOST_WAITING && restock() ? takeReady() : ready;
    }

    private @Nullable Claim takeReady() {
        wait = LONGEST_WAIT_NANOS;
        for (Iterator<Claim> claims = stock.iterator(); claims.hasNext(); ) {
            Claim claim = claims.next();
            String domain = claim.promise().mailbox().domain();
            long nanos = pace.nanosUntilReady(domain);
            if (nanos <= 0) {
                claims.remove();
                pace.take(domain);
                away++;
                return claim;
            }
            wait = Math.min(wait, nanos);
        }
        return null;
    }

    /** A courier has written down what became of its mail. */
    synchronized void done() {
        away--;
        notifyAll();
    }

    /** A courier could not even try: somebody else may. */
    synchronized void giveBack(Claim claim) {
        stock.addFirst(claim);
    }

    /** Waits a moment, at most as long as is asked. */
    synchronized void rest(long restNanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, Math.min(restNanos, LONGEST_WAIT_NANOS)));
    }

    /** Whether a courier that has no line need not wait for one. */
    synchronized boolean isOver() {
        return brakes.arePulled() || (isDrained && stock.isEmpty() && away == 0);
    }

    /** Claims that nobody fetched; to be given back. */
    synchronized List<Claim> leftovers() {
        List<Claim> all = List.copyOf(stock);
        stock.clear();
        return all;
    }

    private List<Claim> claim(int most) throws IOException {
        if (only.isEmpty()) {
            return shift.claim(most, clock.instant(), caps.get());
        }
        List<Claim> claims = new ArrayList<>();
        for (String customer : only) {
            if (claims.size() < most) {
                claims.addAll(shift.claim(customer, clock.instant(), caps.get()));
            }
        }
        return claims;
    }

    /** @return whether the ledger had something; asked again at once, it is not troubled */
    private boolean restock() throws IOException {
        boolean isTooSoon = isDrained && nanos.getAsLong() - drainedAt < SHORTEST_PAUSE_NANOS;
        int most = (int) Math.min(BATCH, left);
        if (isTooSoon || most == 0) {
            return false;
        }
        List<Claim> more = claim(most);
        left -= more.size();
        stock.addAll(more);
        isDrained = more.isEmpty();
        drainedAt = nanos.getAsLong();
        return !isDrained;
    }
}
