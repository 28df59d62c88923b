package org.personalize.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Works on many people at once, and hands the results on in the people's order, so that output never depends on luck. */
final class Crew implements AutoCloseable {

    private static final int CHUNK = 256;
    /** Chunks in the air for each worker: enough to keep it busy, few enough to bound the memory. */
    private static final int AHEAD = 3;

    private final int workers;
    private final ExecutorService pool;
    private final StopSignal stop;

    Crew(int workers, StopSignal stop) {
        this.workers = workers;
        this.stop = stop;
        this.pool = Executors.newFixedThreadPool(workers, work -> {
            var thread = new Thread(work, "crew");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * @param work pure, called from many threads; null results are passed over
     * @param sink called from the caller's thread, in order
     */
    <R> void inOrder(int[] people, IntFunction<@Nullable R> work, Consumer<R> sink) {
        var flying = new ArrayDeque<Future<List<R>>>();
        for (int from = 0; from < people.length; from += CHUNK) {
            stop.obey();
            int first = from;
            int last = Math.min(people.length, from + CHUNK);
            flying.add(pool.submit(() -> chunk(people, first, last, work)));
            if (flying.size() >= workers * AHEAD) {
                landed(flying.remove()).forEach(sink);
            }
        }
        while (!flying.isEmpty()) {
            stop.obey();
            landed(flying.remove()).forEach(sink);
        }
    }

    private <R> List<R> chunk(int[] people, int first, int last, IntFunction<@Nullable R> work) {
        var results = new ArrayList<R>(last - first);
        for (int i = first; i < last; i++) {
            stop.obey();
            R result = work.apply(people[i]);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private static <R> List<R> landed(Future<List<R>> chunk) {
        try {
            return chunk.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopSignal.Stopped();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
