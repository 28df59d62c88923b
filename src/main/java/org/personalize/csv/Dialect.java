package org.personalize.csv;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/**
 * How a file parts its cells.
 *
 * @param isDeclared the first line is {@code sep=;}, as Excel writes it, and not part of the table
 */
record Dialect(char delimiter, boolean isDeclared) {

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE_CHARACTERS = 1 << 16;
    private static final int SAMPLE_ROWS = 50;
    private static final String DECLARATION = "sep=";

    /** Looks at the first rows, with quotes respected; a table of one column counts as parted by commas. */
    static Dialect of(Reader in) throws IOException {
        char[] sample = new char[SAMPLE_CHARACTERS];
        int length = fill(sample, in);
        if (isDeclaration(sample, length)) {
            return new Dialect(sample[DECLARATION.length()], true);
        }
        char best = CANDIDATES[0];
        double most = 0;
        for (char candidate : CANDIDATES) {
            double score = score(candidate, sample, length);
            if (score > most) {
                best = candidate;
                most = score;
            }
        }
        return new Dialect(best, false);
    }

    private static int fill(char[] sample, Reader in) throws IOException {
        int length = 0;
        int read = 0;
        while (length < sample.length && read >= 0) {
            read = in.read(sample, length, sample.length - length);
            length += Math.max(read, 0);
        }
        return length;
    }

    private static boolean isDeclaration(char[] sample, int length) {
        int declared = DECLARATION.length() + 1;
        return length > declared
                && new String(sample, 0, declared - 1).toLowerCase(Locale.ROOT).equals(DECLARATION)
                && isDelimiter(sample[declared - 1])
                && (sample[declared] == '\r' || sample[declared] == '\n');
    }

    private static boolean isDelimiter(char c) {
        return c == '\t' || (c > ' ' && c < '\u007F' && c != '"' && !Character.isLetterOrDigit(c));
    }

    /** The number of columns, less where rows differ from the header; 0 when the delimiter is not in the header. */
    private static double score(char candidate, char[] sample, int length) throws IOException {
        var rows = new RowSplitter(new CharArrayReader(sample, 0, length), candidate, 1);
        if (rows.step() != RowSplitter.Step.ROW || rows.cells() == 1) {
            return 0;
        }
        int columns = rows.cells();
        int agreeing = 1;
        int seen = 1;
        for (var step = rows.step(); step != RowSplitter.Step.END && seen < SAMPLE_ROWS; step = rows.step()) {
            seen++;
            agreeing += step == RowSplitter.Step.ROW && rows.cells() == columns ? 1 : 0;
        }
        double share = (double) agreeing / seen;
        return columns * share * share;
    }
}
