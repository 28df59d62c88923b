package org.personalize.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of one file on their way from the thread that parses to the one that takes them, faulty ones among them so
 * that the order stays the file's. Used again and again.
 */
final class RowBatch implements Table.Row {

    private static final int MAX_ROWS = 256;
    private static final int ENOUGH_CHARACTERS = 1 << 17;

    private final @Nullable String[] cells;
    private final int columns;
    private final long[] lines = new long[MAX_ROWS];
    private final @Nullable String[] reasons = new String[MAX_ROWS];
    private final int[] ends = new int[MAX_ROWS];
    private final long[] found = new long[MAX_ROWS];
    private char[] texts = new char[ENOUGH_CHARACTERS];
    private int used;
    private int size;
    private int current;
    private String file = "";
    private @Nullable RuntimeException failure;
    private boolean isLast;

    RowBatch(int columns) {
        this.columns = columns;
        this.cells = new String[MAX_ROWS * columns];
    }

    void clear() {
        size = 0;
        used = 0;
        isLast = false;
        failure = null;
    }

    boolean isFull() {
        return size == MAX_ROWS || used >= ENOUGH_CHARACTERS;
    }

    void in(String name) {
        file = name;
    }

    /** Nothing comes after this batch. */
    void end(@Nullable RuntimeException why) {
        isLast = true;
        failure = why;
    }

    boolean isLast() {
        return isLast;
    }

    void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    void addFault(long line, String reason, String text) {
        makeRoom(text.length());
        text.getChars(0, text.length(), texts, used);
        add(line, reason, text.length());
    }

    void addRow(TablePart part, RowSplitter row) {
        makeRoom(row.length());
        String reason = part.fault(row);
        if (reason == null) {
            part.take(row, cells, size * columns);
        }
        add(row.line(), reason, row.copy(texts, used));
    }

    private void makeRoom(int length) {
        if (used + length > texts.length) {
            texts = Arrays.copyOf(texts, used + length);
        }
    }

    private void add(long line, @Nullable String reason, int length) {
        lines[size] = line;
        reasons[size] = reason;
        used += length;
        ends[size] = used;
        size++;
    }

    int size() {
        return size;
    }

    /** Makes a row the current one. */
    void goTo(int row) {
        current = row;
    }

    /** Why the current row cannot be taken at all, or null. */
    @Nullable
    String reason() {
        return reasons[current];
    }

    /** The current row as the file has it. */
    String text() {
        int start = current == 0 ? 0 : ends[current - 1];
        return new String(texts, start, ends[current] - start);
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public long line() {
        return lines[current];
    }

    /** What was found for the current row. */
    void keep(long what) {
        found[current] = what;
    }

    @Override
    public long found() {
        return found[current];
    }

    @Override
    public @Nullable String cell(int column) {
        return cells[current * columns + column];
    }
}
