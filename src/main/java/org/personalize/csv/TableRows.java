package org.personalize.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** The rows of all files of a table, a batch at a time. */
final class TableRows implements AutoCloseable {

    private final Iterator<TablePart> parts;
    private @Nullable TablePart part;
    private @Nullable RowSplitter rows;
    private long line;

    TableRows(List<TablePart> parts) {
        this.parts = parts.iterator();
    }

    /** Fills the batch with what comes next; a failure and the end are said by the batch itself. */
    void fill(RowBatch target) {
        target.clear();
        String name = "";
        try {
            if (rows == null && parts.hasNext()) {
                open(parts.next());
            }
            if (part == null || rows == null) {
                target.end(null);
                return;
            }
            name = part.file().name();
            target.in(name);
            read(target, part, rows);
        } catch (IOException e) {
            target.end(unreadable(name, e));
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            target.end(unreadable(name, cause == null ? new IOException(e) : cause));
        } catch (InputProblem e) {
            target.end(e);
        }
    }

    private void open(TablePart next) throws IOException {
        part = next;
        line = 0;
        rows = next.file().rows();
        if (next.hasHeader()) {
            rows.step();
        }
    }

    private void read(RowBatch target, TablePart from, RowSplitter row) throws IOException {
        while (!target.isFull()) {
            RowSplitter.Step step = row.step();
            line = row.line();
            switch (step) {
                case ROW -> target.addRow(from, row);
                case FAULT -> target.addFault(row.line(), row.reason(), row.text());
                case END -> {
                    row.close();
                    rows = null;
                    return;
                }
            }
        }
    }

    private RuntimeException unreadable(String name, IOException cause) {
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return new InputProblem(
                    Place.line(name, line),
                    "the packed file is damaged or cut off behind this line",
                    "Fetch or pack it again.");
        }
        return new UncheckedIOException(name + ": " + cause.getMessage(), cause);
    }

    @Override
    public void close() throws IOException {
        if (rows != null) {
            rows.close();
        }
    }
}
