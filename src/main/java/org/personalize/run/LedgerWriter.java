package org.personalize.run;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.Caps;
import org.personalize.ledger.Entry;
import org.personalize.ledger.Mark;
import org.personalize.ledger.Shift;

/**
 * One thread that writes for all couriers: whatever comes in while a commit is on its way goes with the next one. After
 * the first failure nothing is granted any more.
 */
final class LedgerWriter implements AutoCloseable {

    private static final int MOST_IN_A_COMMIT = 1_000;

    private final Shift shift;
    private final InstantSource clock;
    private final Supplier<Caps> caps;
    private final BlockingQueue<Slip> slips = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::write, "ledger");
    private volatile boolean isClosed;
    private volatile @Nullable Throwable failure;

    LedgerWriter(Shift shift, InstantSource clock, Supplier<Caps> caps) {
        this.shift = shift;
        this.clock = clock;
        this.caps = caps;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * @param entry null for one that only asks to be told when it is its turn
     * @param answer completed once the commit is durable; exceptionally if it is not
     */
    private record Slip(@Nullable Entry entry, CompletableFuture<@Nullable Mark> answer) {}

    CompletableFuture<@Nullable Mark> write(Entry entry) {
        return write(new Slip(entry, new CompletableFuture<>()));
    }

    private CompletableFuture<@Nullable Mark> write(Slip slip) {
        slips.add(slip);
        return slip.answer();
    }

    /** Waits until everything handed in so far is written. */
    void flush() {
        write(new Slip(null, new CompletableFuture<>())).join();
    }

    /** What went wrong, so that the run must end; null while all is well. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Something else went wrong that must end the run. */
    void fail(Throwable why) {
        if (failure == null) {
            failure = why;
        }
    }

    private void write() {
        List<Slip> batch = new ArrayList<>();
        while (!isClosed || !slips.isEmpty()) {
            try {
                batch.add(slips.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            slips.drainTo(batch, MOST_IN_A_COMMIT);
            commit(batch.stream().filter(slip -> slip.entry() != null).toList());
            batch.stream().filter(slip -> slip.entry() == null).forEach(slip -> slip.answer()
                    .complete(null));
            batch.clear();
        }
    }

    /** Whatever goes wrong here must reach those who wait, or they would wait for ever. */
    private void commit(List<Slip> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Entry> entries =
                    batch.stream().map(Slip::entry).filter(Objects::nonNull).toList();
            List<Mark> marks = shift.commit(entries, clock.instant(), caps.get());
            for (int place = 0; place < batch.size(); place++) {
                batch.get(place).answer().complete(marks.get(place));
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
            batch.forEach(slip -> slip.answer().completeExceptionally(e));
        }
    }

    /** Writes what is still to be written. */
    @Override
    public void close() {
        isClosed = true;
        write(new Slip(null, new CompletableFuture<>()));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
