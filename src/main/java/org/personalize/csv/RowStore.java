package org.personalize.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Millions of rows held compactly in memory as UTF-8, to be looked up by number. A row is the lengths of its cells, each
 * in as few bytes as it needs, and then their bytes; a blank cell and a missing one are the same and cost one byte.
 * Reading is safe from many threads once the last row has been added.
 */
public final class RowStore {

    /** More bytes than this in one row are refused; twice the longest row that a {@link Table} lets through. */
    public static final int MAX_ROW_BYTES = 1 << 22;

    /** Small enough that the garbage collector does not round a page up to its own large blocks. */
    private static final int PAGE_BYTES = 1 << 18;

    private static final int STARTS_PER_PAGE = 1 << 14;
    private static final int BITS_PER_LENGTH_BYTE = 7;
    private static final int MORE_LENGTH_BYTES = 0x80;
    private static final int BYTES_PER_CHARACTER = 3;
    private static final int LONGEST_LENGTH = 5;

    private final int columns;
    private final List<byte[]> pages = new ArrayList<>();
    private final List<long[]> starts = new ArrayList<>();
    private byte[] scratch = new byte[1 << 12];
    private int used = PAGE_BYTES;
    private int size;

    public RowStore(int columns) {
        this.columns = columns;
    }

    /** Keeps a row and gives back its number. */
    public int add(@Nullable String[] cells) {
        if (cells.length != columns) {
            throw new IllegalStateException("a row of " + cells.length + " cells for " + columns + " columns");
        }
        if (size == Integer.MAX_VALUE) {
            throw new IllegalStateException("more than " + Integer.MAX_VALUE + " rows do not fit into one table");
        }
        int length = encode(cells);
        keepStart(place(length));
        return size++;
    }

    public @Nullable String cell(int row, int column) {
        long span = span(row, column);
        int length = (int) span;
        return length == 0
                ? null
                : new String(page(row), (int) (span >>> Integer.SIZE), length, StandardCharsets.UTF_8);
    }

    /** How many cells of a row are blank. */
    public int blanks(int row) {
        byte[] page = page(row);
        int at = (int) start(row);
        int blanks = 0;
        for (int i = 0; i < columns; i++) {
            blanks += page[at] == 0 ? 1 : 0;
            while (page[at++] < 0) {
                // Passes over the bytes of a long cell's length; the last of them has no sign.
            }
        }
        return blanks;
    }

    /** Whether a cell is this text, without making a text of the cell; as many bytes as characters are plain ones. */
    public boolean isCell(int row, int column, String text) {
        long span = span(row, column);
        int length = (int) span;
        if (length != text.length()) {
            return text.equals(cell(row, column));
        }
        byte[] page = page(row);
        int from = (int) (span >>> Integer.SIZE);
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != page[from + i]) {
                return false;
            }
        }
        return length > 0;
    }

    /**
     * Looks at rows that are asked for next. The processor waits for far memory once for all of them if it is told of many
     * before it needs any; each step is therefore taken for all rows before the next.
     *
     * @return nothing of any meaning: it only proves that somebody needs what was looked at
     */
    public int fetch(int[] rows) {
        var froms = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            froms[i] = start(rows[i]);
        }
        int seen = 0;
        for (long from : froms) {
            seen += pages.get((int) (from >>> Integer.SIZE))[(int) from];
        }
        return seen;
    }

    /** Where a cell's bytes begin in the row's page, in the upper half, and how many they are, in the lower. */
    private long span(int row, int column) {
        if (row < 0 || row >= size || column < 0 || column >= columns) {
            throw new IndexOutOfBoundsException("row " + row + ", column " + column + " of " + size + " x " + columns);
        }
        byte[] page = page(row);
        int at = (int) start(row);
        int before = 0;
        int wanted = 0;
        for (int i = 0; i < columns; i++) {
            int length = page[at] & (MORE_LENGTH_BYTES - 1);
            for (int shift = BITS_PER_LENGTH_BYTE; page[at++] < 0; shift += BITS_PER_LENGTH_BYTE) {
                length |= (page[at] & (MORE_LENGTH_BYTES - 1)) << shift;
            }
            if (i < column) {
                before += length;
            } else if (i == column) {
                wanted = length;
            }
        }
        return (long) (at + before) << Integer.SIZE | wanted;
    }

    private long start(int row) {
        return starts.get(row / STARTS_PER_PAGE)[row % STARTS_PER_PAGE];
    }

    private byte[] page(int row) {
        return pages.get((int) (start(row) >>> Integer.SIZE));
    }

    public int size() {
        return size;
    }

    /** How much memory the rows take. */
    public long bytes() {
        long sum = 0;
        for (byte[] page : pages) {
            sum += page.length;
        }
        return sum + (long) starts.size() * STARTS_PER_PAGE * Long.BYTES;
    }

    /** Writes the row into the scratch: lengths from its start, cells behind room for the longest lengths. */
    private int encode(@Nullable String[] cells) {
        long characters = 0;
        for (String cell : cells) {
            characters += cell == null ? 0 : cell.length();
        }
        long room = characters * BYTES_PER_CHARACTER + 2L * columns * LONGEST_LENGTH;
        if (room > MAX_ROW_BYTES * 2L) {
            throw new IllegalStateException(
                    "a row of " + characters + " characters is longer than any table lets through");
        }
        if (room > scratch.length) {
            scratch = new byte[(int) room];
        }
        int head = 0;
        int base = columns * LONGEST_LENGTH;
        int at = base;
        for (String cell : cells) {
            int end = cell == null ? at : write(cell, at);
            head = writeLength(end - at, head);
            at = end;
        }
        System.arraycopy(scratch, base, scratch, head, at - base);
        return head + at - base;
    }

    private int write(String cell, int from) {
        byte[] target = scratch;
        int length = cell.length();
        for (int i = 0; i < length; i++) {
            char c = cell.charAt(i);
            if (c >= MORE_LENGTH_BYTES) {
                byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(bytes, 0, target, from, bytes.length);
                return from + bytes.length;
            }
            target[from + i] = (byte) c;
        }
        return from + length;
    }

    private int writeLength(int length, int from) {
        int at = from;
        int rest = length;
        while (rest >= MORE_LENGTH_BYTES) {
            scratch[at++] = (byte) (rest | MORE_LENGTH_BYTES);
            rest >>>= BITS_PER_LENGTH_BYTE;
        }
        scratch[at++] = (byte) rest;
        return at;
    }

    /** Finds a place for the scratch's first bytes; a row never runs over the end of a page. */
    private long place(int length) {
        boolean isLarge = length > PAGE_BYTES / 4;
        if (isLarge) {
            pages.add(Arrays.copyOf(scratch, length));
            used = PAGE_BYTES;
            return (long) (pages.size() - 1) << Integer.SIZE;
        }
        if (used + length > PAGE_BYTES) {
            pages.add(new byte[PAGE_BYTES]);
            used = 0;
        }
        System.arraycopy(scratch, 0, pages.get(pages.size() - 1), used, length);
        long start = (long) (pages.size() - 1) << Integer.SIZE | used;
        used += length;
        return start;
    }

    private void keepStart(long start) {
        if (size % STARTS_PER_PAGE == 0) {
            starts.add(new long[STARTS_PER_PAGE]);
        }
        starts.get(size / STARTS_PER_PAGE)[size % STARTS_PER_PAGE] = start;
    }
}
