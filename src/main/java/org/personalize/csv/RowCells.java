package org.personalize.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the cells of a row stand, counted from the row's start since the row may move. */
final class RowCells {

    private static final int FIRST_CAPACITY = 64;
    private static final int NOWHERE = -1;

    private int[] starts = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    private int size;
    private int start;
    private int opened = NOWHERE;
    private int closed;
    private boolean hasDoubledQuotes;

    void clear() {
        size = 0;
        start = 0;
        opened = NOWHERE;
        hasDoubledQuotes = false;
    }

    /** Notes a quote that opens the cell, is doubled in it or may close it; {@code following} is where it goes on. */
    void quote(int following, boolean isInside) {
        if (!isInside) {
            closed = following - 1;
        } else if (opened == NOWHERE) {
            opened = following;
        } else {
            hasDoubledQuotes = true;
        }
    }

    /** Ends a cell before its delimiter or its row's end, and gives back how long it is, its quotes included. */
    int end(int end) {
        if (size == ends.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        boolean isQuoted = opened != NOWHERE;
        starts[size] = isQuoted ? opened : start;
        ends[size] = isQuoted ? closed : end;
        size++;
        int length = end - start;
        start = end + 1;
        opened = NOWHERE;
        return length;
    }

    int size() {
        return size;
    }

    /** Whether quotes of the row stand for others, so that its cells cannot be cut out of it. */
    boolean hasDoubledQuotes() {
        return hasDoubledQuotes;
    }

    /**
     * A cell of a row without doubled quotes, without the blanks around it; null when nothing is left.
     *
     * @param like given back where the cell says the same
     */
    @Nullable
    String cut(int cell, char[] text, int row, @Nullable String like) {
        return CellText.strip(text, row + starts[cell], row + ends[cell], like);
    }
}
