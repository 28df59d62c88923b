package org.personalize.run;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Long work that a person who asks to stop need not wait for: it is done by a thread of its own, and left alone when the
 * signal is raised. So it must change nothing that lasts; what it gives back is kept by whoever called.
 */
final class Heard {

    /** How often it is asked whether to stop. */
    private static final long MILLISECONDS = 100;

    private Heard() {}

    /** Work that computes something from files. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    static <T> T of(StopSignal stop, Work<T> work) throws IOException {
        var task = new FutureTask<>(work::done);
        var thread = new Thread(task, "work");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            stop.obey();
            try {
                return task.get(MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // The work goes on; it is time to look at the signal again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StopSignal.Stopped();
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            }
        }
    }

    /** What the work threw, as if it had been done here. */
    static RuntimeException thrown(@Nullable Throwable cause) throws IOException {
        if (cause instanceof IOException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }
}
