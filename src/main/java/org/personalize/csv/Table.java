package org.personalize.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or more exported files read as one table, in the order of their names. Encoding, delimiter and header are found
 * per file; columns have their canonical names, so that "E-Mail Address" is read as {@code email}.
 */
public final class Table {

    /** Finds the files and reads their headers; an empty pattern, a missing file or column is an InputProblem. */
    public static Table open(TableSource source) {
        throw new UnsupportedOperationException();
    }

    /** Canonical column names over all files, in order of first appearance. */
    public List<String> columns() {
        throw new UnsupportedOperationException();
    }

    /** The files this table is made of, as the user would name them. */
    public List<String> files() {
        throw new UnsupportedOperationException();
    }

    /** Reads every row once, in order. Rows that cannot be read at all go to the rejects and are counted there. */
    public void read(Rejects rejects, RowReader reader) {
        throw new UnsupportedOperationException();
    }

    /** Takes one row; says what is wrong with it, or null when it is taken. */
    @FunctionalInterface
    public interface RowReader {
        @Nullable
        String row(Row row);
    }

    /** One row, valid only during the call. */
    public interface Row {
        String file();

        /** The line on which the row starts, counted from 1, the header's line included. */
        long line();

        /** The cell of a column by its position in {@link Table#columns()}; surrounding blanks removed, blank is null. */
        @Nullable
        String cell(int column);
    }
}
