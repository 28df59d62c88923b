package org.personalize.csv;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Parses a table on a thread of its own while the caller takes its rows, a few batches ahead at most. The caller sees
 * everything on its own thread and in the order of the files; a table of one batch needs no second thread.
 */
final class ReadAhead {

    private static final int BATCHES = 6;

    private final BlockingQueue<RowBatch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<RowBatch> full = new ArrayBlockingQueue<>(BATCHES);
    private final TableRows rows;
    private final Consumer<RowBatch> seer;
    private volatile boolean isStopped;

    private ReadAhead(TableRows rows, Consumer<RowBatch> seer) {
        this.rows = rows;
        this.seer = seer;
    }

    /** @param seer sees each batch before the taker, on the thread that parses */
    static void read(List<TablePart> parts, int columns, Consumer<RowBatch> seer, Consumer<RowBatch> taker) {
        var first = new RowBatch(columns);
        try (var rows = new TableRows(parts)) {
            rows.fill(first);
            seer.accept(first);
            take(first, taker);
            if (!first.isLast()) {
                new ReadAhead(rows, seer).run(first, columns, taker);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("reading was interrupted"));
        }
    }

    private void run(RowBatch first, int columns, Consumer<RowBatch> taker) throws InterruptedException {
        empty.add(first);
        for (int i = 1; i < BATCHES; i++) {
            empty.add(new RowBatch(columns));
        }
        var parser = new Thread(this::parse, "table reader");
        parser.setDaemon(true);
        parser.start();
        try {
            boolean hasMore = true;
            while (hasMore) {
                RowBatch batch = full.take();
                take(batch, taker);
                hasMore = !batch.isLast();
                empty.put(batch);
            }
        } finally {
            isStopped = true;
            parser.interrupt();
            parser.join();
        }
    }

    private void parse() {
        try {
            boolean hasMore = true;
            while (hasMore && !isStopped) {
                RowBatch batch = empty.take();
                fill(batch);
                hasMore = !batch.isLast();
                full.put(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A bug must reach the caller too, or the caller would wait for ever. */
    private void fill(RowBatch batch) {
        try {
            rows.fill(batch);
            seer.accept(batch);
        } catch (RuntimeException | Error e) {
            batch.end(new IllegalStateException("parsing failed", e));
        }
    }

    private static void take(RowBatch batch, Consumer<RowBatch> taker) {
        taker.accept(batch);
        batch.throwFailure();
    }
}
