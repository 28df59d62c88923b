package org.personalize.csv;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV: commas, quotes where needed, a line feed behind each row. A missing cell is a blank one. Files for
 * people go through {@link #forPeople}, which keeps a spreadsheet from running a cell as a formula; files for programs
 * are {@link #verbatim}.
 */
public final class CsvWriter {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)*");
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final Appendable out;
    private final boolean isForPeople;

    private CsvWriter(Appendable out, boolean isForPeople) {
        this.out = out;
        this.isForPeople = isForPeople;
    }

    /** A cell that a spreadsheet would run as a formula gets a leading {@code '}. */
    public static CsvWriter forPeople(Appendable out) {
        return new CsvWriter(out, true);
    }

    /** Cells are written as they are. */
    public static CsvWriter verbatim(Appendable out) {
        return new CsvWriter(out, false);
    }

    public void row(@Nullable String... cells) throws IOException {
        row(Arrays.asList(cells));
    }

    public void row(List<? extends @Nullable String> cells) throws IOException {
        boolean isFirst = true;
        for (String cell : cells) {
            if (!isFirst) {
                out.append(',');
            }
            isFirst = false;
            write(cell == null ? "" : isForPeople ? harmless(cell) : cell);
        }
        // A row that is one blank cell would read as no row at all.
        if (cells.equals(Collections.singletonList("")) || cells.equals(Collections.singletonList(null))) {
            out.append("\"\"");
        }
        out.append('\n');
    }

    private void write(String cell) throws IOException {
        if (!needsQuotes(cell)) {
            out.append(cell);
            return;
        }
        out.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }

    private static boolean needsQuotes(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        boolean isPadded = CellText.isBlank(cell.charAt(0)) || CellText.isBlank(cell.charAt(cell.length() - 1));
        return isPadded || cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
    }

    /** What a cell of a file for people meant before it was made harmless. */
    public static String meant(String cell) {
        boolean isGuarded = cell.startsWith("'") && harmless(cell.substring(1)).equals(cell);
        return isGuarded ? cell.substring(1) : cell;
    }

    /** A number is no formula, and neither is text; blanks before a formula do not keep it from being run. */
    static String harmless(String cell) {
        int start = 0;
        while (start < cell.length() && (CellText.isBlank(cell.charAt(start)) || cell.charAt(start) < ' ')) {
            start++;
        }
        boolean startsOddly =
                !cell.isEmpty() && (cell.charAt(0) == '\t' || cell.charAt(0) == '\r' || cell.charAt(0) == '\n');
        boolean isFormula = start < cell.length()
                && FORMULA_STARTS.indexOf(cell.charAt(start)) >= 0
                && !NUMBER.matcher(cell).matches();
        return isFormula || startsOddly ? "'" + cell : cell;
    }
}
