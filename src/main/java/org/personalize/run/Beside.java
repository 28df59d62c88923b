package org.personalize.run;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work on a thread of its own, while the caller does another that takes as long. It never outlives the caller's.
 */
final class Beside<T> implements AutoCloseable {

    private final StopSignal stop;
    private volatile boolean isGivenUp;
    private @Nullable FutureTask<T> task;

    /** @param stop ends the work, too */
    Beside(StopSignal stop) {
        this.stop = stop;
    }

    @FunctionalInterface
    interface Work<T> {
        /** @param stop to be obeyed now and then */
        T run(StopSignal stop) throws IOException;
    }

    void begin(String name, Work<T> work) {
        task = new FutureTask<>(() -> work.run(() -> isGivenUp || stop.isRaised()));
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the work, which must have begun, and fails as it failed. */
    T result() throws IOException {
        if (task == null) {
            throw new IllegalStateException("nothing was begun");
        }
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StopSignal.Stopped();
        } catch (ExecutionException e) {
            throw Heard.thrown(e.getCause());
        }
    }

    /** What nobody asked for the result of is of no use any more. */
    @Override
    public void close() {
        isGivenUp = true;
        if (task != null) {
            try {
                task.get();
            } catch (ExecutionException e) {
                // Whoever gave it up has a reason of its own to tell.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
