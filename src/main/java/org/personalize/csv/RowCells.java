package org.personalize.csv;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the cells of a row end, counted from the row's start since the row may move, and what they hold. */
final class RowCells {

    private static final char QUOTE = '"';
    private static final int FIRST_CAPACITY = 64;

    private final Symbols symbols;
    private int[] ends = new int[FIRST_CAPACITY];
    private int size;

    RowCells(Symbols symbols) {
        this.symbols = symbols;
    }

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

    /** A cell as it is meant: without its quotes and the blanks around it; null when nothing is left. */
    @Nullable
    String cut(int cell, char[] text, int row) {
        int from = row + start(cell);
        int to = row + ends[cell];
        while (from < to && symbols.kind(text[from]) == Symbols.BLANK) {
            from++;
        }
        return from < to && text[from] == QUOTE ? quoted(text, from + 1, to) : CellText.strip(text, from, to);
    }

    private int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1] + 1;
    }

    /** What stands between the quote before {@code from} and the last one, with two quotes for one. */
    private static @Nullable String quoted(char[] text, int from, int to) {
        int last = to - 1;
        while (text[last] != QUOTE) {
            last--;
        }
        String cell = CellText.strip(text, from, last);
        return cell == null || cell.indexOf(QUOTE) < 0 ? cell : cell.replace("\"\"", "\"");
    }
}
