package org.personalize.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Unreadable;

/**
 * One file of a table, known by its first row.
 *
 * @param name as the user would name it
 * @param first the cells of the first row, trimmed; empty when there is none
 * @param firstLine the line on which that row begins
 */
record TableFile(Path path, String name, Dialect dialect, List<String> first, long firstLine) {

    private static final byte[][] FOREIGN = {
        {'P', 'K', 3, 4}, {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, {'%', 'P', 'D', 'F'}, {'S', 'Q', 'L', 'i'}
    };
    private static final int LONGEST_SIGNATURE = 4;
    private static final int GZIP_BUFFER_BYTES = 1 << 16;
    private static final int MAX_COLUMNS = 2_000;

    static TableFile open(Path path, String name) {
        try {
            Dialect dialect;
            try (var text = decode(path, name)) {
                dialect = Dialect.of(text);
            }
            var unread = new TableFile(path, name, dialect, List.of(), 0);
            try (var rows = unread.rows()) {
                return switch (rows.step()) {
                    case ROW -> new TableFile(path, name, dialect, headers(name, rows), rows.line());
                    case END -> unread;
                    case FAULT ->
                        throw new InputProblem(
                                Place.line(name, rows.line()),
                                "the header cannot be read: " + rows.reason(),
                                "Correct the file's first row.");
                };
            }
        } catch (IOException e) {
            throw Unreadable.of(Place.file(name), e);
        }
    }

    /** Starts reading from the first row. */
    RowSplitter rows() throws IOException {
        var rows = new RowSplitter(decode(path, name), dialect.delimiter(), 1);
        if (dialect.isDeclared()) {
            rows.passLine();
        }
        return rows;
    }

    private static List<String> headers(String name, RowSplitter rows) {
        if (rows.cells() > MAX_COLUMNS) {
            throw new InputProblem(
                    Place.line(name, rows.line()),
                    "expected at most " + MAX_COLUMNS + " columns, found " + rows.cells(),
                    "Export the columns that are needed.");
        }
        var headers = new ArrayList<String>();
        for (int i = 0; i < rows.cells(); i++) {
            String cell = rows.cell(i);
            headers.add(cell == null ? "" : cell);
        }
        return List.copyOf(headers);
    }

    private static DecodedText decode(Path path, String name) throws IOException {
        InputStream in = plain(path);
        try {
            refuseForeign(in, name);
            var text = new DecodedText(in);
            if (text.isBinary()) {
                throw new InputProblem(
                        Place.file(name), "expected text, found a binary file", "Export the table as CSV.");
            }
            return text;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The bytes, unpacked where they are packed, whatever the file is called. */
    private static InputStream plain(Path path) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(path), GZIP_BUFFER_BYTES);
        in.mark(2);
        boolean isPacked = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return isPacked ? new BufferedInputStream(new GZIPInputStream(in, GZIP_BUFFER_BYTES)) : in;
    }

    private static void refuseForeign(InputStream in, String name) throws IOException {
        in.mark(LONGEST_SIGNATURE);
        byte[] beginning = in.readNBytes(LONGEST_SIGNATURE);
        in.reset();
        for (byte[] signature : FOREIGN) {
            if (Arrays.equals(signature, beginning)) {
                String kind = new String(signature, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .replaceAll("[^A-Za-z]", "")
                        .toUpperCase(Locale.ROOT);
                throw new InputProblem(
                        Place.file(name),
                        "expected a table as text, found a binary file" + ("PK".equals(kind) ? " (Excel or zip)" : ""),
                        "Export the table as CSV.");
            }
        }
    }
}
