package org.personalize.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Mark;
import org.personalize.ledger.Shift;
import org.personalize.run.Gathering.Haste;

/**
 * One thread that writes for all couriers: whatever comes in while a commit is on its way goes with the next one, and
 * outcomes go with marks, which somebody waits for. A mark waits a moment for those of the other couriers, as one commit
 * for many takes little more than one for a single. An outcome may wait longer, as its courier will soon ask for the next
 * mark: any mark comes behind the outcome of the mail before it, so that each courier still has one mail at most in doubt.
 * After the first failure the run must end; outcomes that are known by
 * then are tried again for a while, into the room that the ledger keeps for them, so that nobody is in doubt whose answer
 * was heard.
 */
final class LedgerWriter implements AutoCloseable {

    /** Of so many couriers one is not waited for, as somebody is always at work on the next mail. */
    private static final int COURIERS_FOR_A_STRAGGLER = 4;

    /** Within what a run that is told to stop may take. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(8);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Shift shift;
    private final InstantSource clock;
    private final Supplier<Caps> caps;
    private final Gathering<Slip> slips;
    private final Runnable alarm;
    private final Thread thread = new Thread(this::work, "ledger");
    private volatile @Nullable Throwable failure;
    private long failedAt;

    /**
     * @param couriers how many may wait for a mark at the same time
     * @param alarm called at the first failure
     */
    LedgerWriter(Shift shift, InstantSource clock, Supplier<Caps> caps, int couriers, Runnable alarm) {
        slips = new Gathering<>(couriers - couriers / COURIERS_FOR_A_STRAGGLER);
        this.alarm = alarm;
        this.shift = shift;
        this.clock = clock;
        this.caps = caps;
        thread.setDaemon(true);
        thread.start();
    }

    /** Hears from the writer's thread what became of an entry. */
    interface Listener {
        /** It is durable, with this answer. */
        void written(Mark mark);

        /** Nobody knows whether it is durable: it counts as not written. */
        void failed();
    }

    private sealed interface Slip {}

    private record Line(Entry entry, Listener listener) implements Slip {}

    /** Asks to be told when everything before it is written. */
    private record Turn(CountDownLatch come) implements Slip {}

    /** The last slip: whatever was handed in before it is written, and then the thread goes home. */
    private record End() implements Slip {}

    void write(Entry entry, Listener listener) {
        slips.add(new Line(entry, listener), entry instanceof Entry.Finish ? Haste.WANTS_COMPANY : Haste.RIDES);
    }

    /** Waits until everything handed in so far is written. */
    void flush() {
        var come = new CountDownLatch(1);
        slips.add(new Turn(come), Haste.AT_ONCE);
        try {
            come.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What went wrong, so that the run must end; null while all is well. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Something else went wrong that must end the run. */
    synchronized void fail(Throwable why) {
        if (failure == null) {
            failure = why;
            alarm.run();
        }
    }

    private void work() {
        boolean isOver = false;
        while (!isOver) {
            List<Slip> batch;
            try {
                batch = slips.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            List<Line> lines = new ArrayList<>(batch.size());
            for (Slip slip : batch) {
                if (slip instanceof Line line && !isForbidden(line)) {
                    lines.add(line);
                }
            }
            commit(lines);
            for (Slip slip : batch) {
                if (slip instanceof Turn turn) {
                    turn.come().countDown();
                }
                isOver |= slip instanceof End;
            }
        }
    }

    private static boolean isMark(Slip slip) {
        return slip instanceof Line line && line.entry() instanceof Entry.Finish;
    }

    /** After a failure only outcomes are written: another mark could leave one more mail in doubt. */
    private boolean isForbidden(Line line) {
        boolean isForbidden = failure != null && isMark(line);
        if (isForbidden) {
            line.listener().failed();
        }
        return isForbidden;
    }

    /** Whatever goes wrong here must reach those who wait, or they would wait for ever. */
    private void commit(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            List<Entry> entries = lines.stream().map(Line::entry).toList();
            List<Mark> marks = shift.commit(entries, clock.instant(), caps.get());
            for (int place = 0; place < lines.size(); place++) {
                lines.get(place).listener().written(marks.get(place));
            }
        } catch (IOException e) {
            fail(e);
            rescue(lines);
        } catch (RuntimeException e) {
            fail(e);
            lines.forEach(line -> line.listener().failed());
        }
    }

    /** No mark counts that came with what failed; outcomes are written as soon as they can be. */
    private void rescue(List<Line> lines) {
        failedAt = failedAt == 0 ? System.nanoTime() : failedAt;
        List<Line> outcomes = new ArrayList<>();
        for (Line line : lines) {
            if (isMark(line)) {
                line.listener().failed();
            } else {
                outcomes.add(line);
            }
        }
        while (!outcomes.isEmpty() && !isRescued(outcomes)) {
            if (System.nanoTime() - failedAt > PATIENCE_NANOS) {
                outcomes.forEach(line -> line.listener().failed());
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean isRescued(List<Line> outcomes) {
        try {
            shift.makeRoom();
            List<Entry> entries = outcomes.stream().map(Line::entry).toList();
            shift.commit(entries, clock.instant(), Caps.NONE);
            outcomes.forEach(line -> line.listener().written(Mark.GRANTED));
            return true;
        } catch (IOException e) {
            // What made this necessary is known already, and will be told.
            return false;
        } catch (RuntimeException e) {
            outcomes.forEach(line -> line.listener().failed());
            return true;
        }
    }

    /** Writes what is still to be written. */
    @Override
    public void close() {
        slips.add(new End(), Haste.AT_ONCE);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
