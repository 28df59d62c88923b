package org.personalize.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into rows, and takes only rows whose quotes are in order. A row that would swallow the rest of the file is a
 * fault, and reading goes on with the line after the one on which it began. A row is cut at its delimiters and quotes here;
 * one in which quotes are doubled goes to the {@link QuotedRows}. What is known of a row is valid until the next
 * {@link #step()}.
 */
final class RowSplitter implements Closeable {

    /** More characters than this in a row mean a quote that is never closed, or no table at all. */
    static final int MAX_ROW_CHARACTERS = 1 << 20;

    /** More line breaks than this in a row mean a quote that is never closed. */
    static final int MAX_ROW_LINES = 1_000;

    static final int MAX_CELL_CHARACTERS = 1 << 17;

    /** As much of a row is quoted in the rejects. */
    static final int MAX_QUOTED_CHARACTERS = 10_000;

    private static final String UNCLOSED = "a quote that opens in this row is not closed where its cell ends";
    private static final String TEXT_AFTER_QUOTE = "text follows the closing quote of a cell";
    private static final String LONG_LINE = "the line is longer than " + MAX_ROW_CHARACTERS + " characters";
    private static final String LONG_CELL = "a cell is longer than " + MAX_CELL_CHARACTERS + " characters";
    private static final String DAMAGED = "the row holds a NUL or bytes that are no text in the file's encoding";

    /** What came next in the text. */
    enum Step {
        /** A row, whose cells {@link #cell} gives. */
        ROW,
        /** A row that cannot be read; {@link #reason()} says why. */
        FAULT,
        END
    }

    private enum Verdict {
        GOOD,
        /** The row ends where it should, but what it holds is of no use. */
        USELESS,
        /** Where the row ends cannot be told. */
        BROKEN
    }

    private final Reader in;
    private final Symbols symbols;
    private final RowCells cells = new RowCells();
    private final QuotedRows quotedRows;

    private char[] buffer = new char[1 << 15];
    private int limit;
    private int start;
    private int end;
    private int next;

    private long line;
    private long rowLine;
    private int breaks;
    private @Nullable CSVRecord quotedRow;
    private String reason = "";
    private String beginning = "";

    /** @param line the number of the line that the reader stands at */
    RowSplitter(Reader in, char delimiter, long line) throws IOException {
        this.in = in;
        this.symbols = new Symbols(delimiter);
        this.quotedRows = new QuotedRows(delimiter);
        this.line = line;
    }

    /** The line on which the last row begins, faulty or not. */
    long line() {
        return rowLine;
    }

    /** Why the last row cannot be read. */
    String reason() {
        return reason;
    }

    /** How many cells the last row has. */
    int cells() {
        return cells.size();
    }

    /** A cell of the last row, which must not be a fault. */
    @Nullable
    String cell(int cell) {
        return cell(cell, null);
    }

    /** As {@link #cell(int)}, but {@code like} itself where the cell says the same, as most of many columns do. */
    @Nullable
    String cell(int cell, @Nullable String like) {
        return cells.hasDoubledQuotes() ? CellText.strip(quotedRow().get(cell)) : cells.cut(cell, buffer, start, like);
    }

    /** The last row, parsed at the first look into one of its cells: rows that are only counted need no parser. */
    private CSVRecord quotedRow() {
        if (quotedRow == null) {
            quotedRow = quotedRows.parse(buffer, start, end);
        }
        return quotedRow;
    }

    /** The last row as the file has it, or how it begins where it is very long. */
    String text() {
        return beginning.isEmpty() ? new String(buffer, start, length()) : beginning;
    }

    /** Copies the beginning of the last row, which must not be a fault. */
    int copy(char[] target, int offset) {
        System.arraycopy(buffer, start, target, offset, length());
        return length();
    }

    /** How much of the row is copied at most. */
    int length() {
        return Math.min(end - start, MAX_QUOTED_CHARACTERS);
    }

    /** Goes to the next row. Blank rows are passed over. */
    Step step() throws IOException {
        while (true) {
            start = next;
            beginning = "";
            if (start == limit && !more()) {
                return Step.END;
            }
            rowLine = line;
            Verdict verdict = scan();
            if (verdict == Verdict.BROKEN) {
                skipLine();
            }
            if (verdict != Verdict.GOOD) {
                return Step.FAULT;
            }
            if (!symbols.areBlank(buffer, start, end)) {
                return Step.ROW;
            }
        }
    }

    /** Passes over the line that the reader stands at, whatever it holds. */
    void passLine() throws IOException {
        if (start < limit || more()) {
            skipLine();
        }
    }

    @Override
    public void close() throws IOException {
        quotedRows.close();
        in.close();
    }

    private Verdict scan() throws IOException {
        int state = Symbols.CELL_START;
        int at = start;
        cells.clear();
        breaks = 0;
        quotedRow = null;
        reason = "";
        while (true) {
            if (at == limit) {
                if (limit - start >= MAX_ROW_CHARACTERS) {
                    return broken(state == Symbols.QUOTED ? UNCLOSED : LONG_LINE);
                }
                int length = at - start;
                boolean hasMore = more();
                at = start + length;
                if (!hasMore) {
                    return state == Symbols.QUOTED ? broken(UNCLOSED) : endRow(length, at);
                }
            }
            if (state == Symbols.PLAIN || state == Symbols.QUOTED) {
                at = symbols.passOrdinary(buffer, at, limit);
                if (at == limit) {
                    continue;
                }
            }
            int kind = symbols.kind(buffer[at++]);
            state = Symbols.next(state, kind);
            if (state == Symbols.BROKEN) {
                return broken(breaks == 0 ? TEXT_AFTER_QUOTE : UNCLOSED);
            } else if (state == Symbols.ROW_END) {
                int length = at - 1 - start;
                return endRow(length, afterBreak(at));
            } else if (kind > Symbols.BLANK) {
                note(state, kind, at);
                if (breaks > MAX_ROW_LINES) {
                    return broken(UNCLOSED);
                }
            }
        }
    }

    private void note(int state, int kind, int at) {
        if (kind == Symbols.QUOTE && state != Symbols.PLAIN) {
            cells.quote(at - start, state == Symbols.QUOTED);
        } else if (kind == Symbols.DAMAGED) {
            reason = DAMAGED;
        } else if (kind == Symbols.DELIMITER && state == Symbols.CELL_START) {
            endCell(at - 1);
        } else if (kind == Symbols.LINE_BREAK && (buffer[at - 1] == '\r' || buffer[at - 2] != '\r')) {
            breaks++;
        }
    }

    private void endCell(int at) {
        if (cells.end(at - start) > MAX_CELL_CHARACTERS) {
            reason = LONG_CELL;
        }
    }

    /** Takes the row's length and not its end, since looking behind a line break may have moved the row. */
    private Verdict endRow(int length, int following) {
        end = start + length;
        endCell(end);
        next = following;
        line += breaks + 1L;
        return reason.isEmpty() ? Verdict.GOOD : Verdict.USELESS;
    }

    private Verdict broken(String why) {
        reason = why;
        return Verdict.BROKEN;
    }

    /** Where the text goes on behind a line break that ends at {@code at}; a carriage return may have a line feed. */
    private int afterBreak(int at) throws IOException {
        if (buffer[at - 1] != '\r') {
            return at;
        }
        int length = at - start;
        boolean hasMore = at < limit || more();
        int here = start + length;
        return hasMore && buffer[here] == '\n' ? here + 1 : here;
    }

    /** Goes to the end of the line on which the row began, however long it is, and remembers how it begins. */
    private void skipLine() throws IOException {
        int at = start;
        while (true) {
            if (at == limit) {
                if (limit - start >= MAX_ROW_CHARACTERS) {
                    beginning = beginning.isEmpty() ? new String(buffer, start, MAX_QUOTED_CHARACTERS) : beginning;
                    start = limit;
                    at = limit;
                }
                int length = at - start;
                boolean hasMore = more();
                at = start + length;
                if (!hasMore) {
                    end = at;
                    next = at;
                    break;
                }
            }
            if (symbols.kind(buffer[at++]) == Symbols.LINE_BREAK) {
                int length = at - start;
                next = afterBreak(at);
                end = start + length - 1;
                break;
            }
        }
        line++;
    }

    /** Reads on behind the limit, moving the row to the front of the buffer; false at the end of the text. */
    private boolean more() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count > 0;
    }
}
