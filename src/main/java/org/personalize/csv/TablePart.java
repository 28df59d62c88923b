package org.personalize.csv;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file of a table, and where the table's columns are in it. */
final class TablePart {

    private final TableFile file;
    private final List<String> names;
    private final boolean hasHeader;
    private final int[] positions;

    private TablePart(TableFile file, List<String> names, boolean hasHeader, int[] positions) {
        this.file = file;
        this.names = names;
        this.hasHeader = hasHeader;
        this.positions = positions;
    }

    /** @param names of the file's columns, blank where the header is */
    static TablePart of(TableFile file, List<String> names, boolean hasHeader) {
        return new TablePart(file, names, hasHeader, new int[0]);
    }

    /** The same file with other names for its columns. */
    TablePart named(List<String> others) {
        return new TablePart(file, others, hasHeader, positions);
    }

    /** The same file as part of a table of these columns; some of them it may lack. */
    TablePart at(List<String> columns) {
        int[] found = columns.stream().mapToInt(names::indexOf).toArray();
        return new TablePart(file, names, hasHeader, found);
    }

    TableFile file() {
        return file;
    }

    List<String> names() {
        return names;
    }

    boolean hasHeader() {
        return hasHeader;
    }

    /** What is wrong with the number of a row's cells; blank ones behind the last header do no harm. */
    @Nullable
    String fault(RowSplitter row) {
        int size = row.cells();
        if (size == names.size()) {
            return null;
        }
        boolean isFitting = size < names.size() ? lacksNothing(size) : hasNothingMore(row);
        return isFitting ? null : "expected " + names.size() + " cells, found " + size;
    }

    private boolean lacksNothing(int size) {
        return names.subList(size, names.size()).stream().allMatch(String::isEmpty);
    }

    private boolean hasNothingMore(RowSplitter row) {
        return IntStream.range(names.size(), row.cells()).allMatch(cell -> row.cell(cell) == null);
    }

    /** Puts the row's cells where the table's columns are. */
    void take(RowSplitter row, @Nullable String[] cells, int offset) {
        int size = row.cells();
        for (int i = 0; i < positions.length; i++) {
            int position = positions[i];
            String above = offset == 0 ? null : cells[offset + i - positions.length];
            cells[offset + i] = position < 0 || position >= size ? null : row.cell(position, above);
        }
    }
}
