package org.personalize.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.personalize.run.Progress;

/** One line on standard error that says how far a run has come; only where a person watches. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;
    private static final long LEAST_NANOS_BETWEEN = 100_000_000L;

    private final PrintWriter err;
    private String shown = "";
    private long last = System.nanoTime() - LEAST_NANOS_BETWEEN;

    private ProgressBar(PrintWriter err) {
        this.err = err;
    }

    static Progress at(Door door) {
        return door.isWatched() ? new ProgressBar(door.err()) : Progress.NONE;
    }

    @Override
    public void report(String stage, long done, long total) {
        boolean isDone = total > 0 && done >= total;
        if (!isDone && System.nanoTime() - last < LEAST_NANOS_BETWEEN) {
            return;
        }
        last = System.nanoTime();
        show(isDone ? "" : line(stage, done, total));
    }

    private void show(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())) + (line.isEmpty() ? "\r" : ""));
        err.flush();
        shown = line;
    }

    static String line(String stage, long done, long total) {
        if (total <= 0) {
            return stage + " …";
        }
        int filled = (int) (WIDTH * Math.min(done, total) / total);
        return String.format(
                Locale.ROOT,
                "%-10s [%s%s] %,d of %,d",
                stage,
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                done,
                total);
    }
}
