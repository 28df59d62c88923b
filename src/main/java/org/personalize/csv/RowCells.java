package org.personalize.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the cells of a row end, counted from the row's start since the row may move. */
final class RowCells {

    private static final int FIRST_CAPACITY = 64;

    private int[] ends = new int[FIRST_CAPACITY];
    private int size;

    void clear() {
        size = 0;
    }

    /** Ends a cell before its delimiter or its row's end, and gives back how long it is. */
    int end(int end) {
        int length = end - start(size);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size++] = end;
        return length;
    }

    int size() {
        return size;
    }

    /** A cell of a row that holds no quote, without the blanks around it; null when nothing is left. */
    @Nullable
    String cut(int cell, char[] text, int row) {
        return CellText.strip(text, row + start(cell), row + ends[cell]);
    }

    private int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1] + 1;
    }
}
