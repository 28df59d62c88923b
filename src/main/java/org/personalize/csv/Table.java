package org.personalize.csv;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;
import org.personalize.problem.Problems;

/**
 * One or more exported files read as one table, in the order of their names. Encoding, delimiter and header are found
 * per file; columns have their canonical names, so that "E-Mail Address" is read as {@code email}.
 */
public final class Table {

    private final List<String> columns;
    private final List<Part> parts;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    /**
     * A file and where the table's columns are in it.
     *
     * @param positions by the table's column, -1 where the file lacks it
     * @param least as many cells a row must have: up to the last one with a header
     */
    private record Part(TableFile file, List<String> names, boolean hasHeader, int[] positions, int least) {}

    private Table(List<String> columns, List<Part> parts) {
        this.columns = columns;
        this.parts = parts;
        for (int i = 0; i < columns.size(); i++) {
            positions.putIfAbsent(HeaderAliases.key(columns.get(i)), i);
        }
    }

    /** Finds the files and reads their headers; an empty pattern, a missing file or column is an InputProblem. */
    public static Table open(TableSource source) {
        return open(source, first -> List.of());
    }

    /** As {@link #open(TableSource)}, for tables that may come without a header, such as bare lists of addresses. */
    public static Table open(TableSource source, Headless headless) {
        var problems = new Problems();
        var named = new ArrayList<Part>();
        for (Path path : FilePattern.files(source)) {
            var file = TableFile.open(path, FilePattern.name(source, path));
            List<String> given = headless.columns(file.first());
            named.add(given.isEmpty() ? withHeader(file, source, problems) : part(file, given, false));
        }
        problems.throwIfAny();
        List<String> columns = named.stream()
                .flatMap(part -> part.names().stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new Table(columns, named.stream().map(part -> placed(part, columns)).toList());
    }

    private static Part withHeader(TableFile file, TableSource source, Problems problems) {
        if (file.first().isEmpty()) {
            problems.add(
                    Place.file(file.name()), "expected a header, found an empty file", "Export the file again.");
            return part(file, List.of(), true);
        }
        Place place = Place.line(file.name(), file.firstLine());
        return part(file, Header.names(source, place, file.first(), problems), true);
    }

    private static Part part(TableFile file, List<String> names, boolean hasHeader) {
        int least = names.size();
        while (least > 0 && names.get(least - 1).isEmpty()) {
            least--;
        }
        return new Part(file, names, hasHeader, new int[0], least);
    }

    private static Part placed(Part part, List<String> columns) {
        int[] positions = columns.stream().mapToInt(part.names()::indexOf).toArray();
        return new Part(part.file(), part.names(), part.hasHeader(), positions, part.least());
    }

    /** Canonical column names over all files, in order of first appearance. */
    public List<String> columns() {
        return columns;
    }

    /** The position of a column, whatever the case and punctuation of its name; -1 when there is none. */
    public int column(String name) {
        int exact = columns.indexOf(name);
        return exact >= 0 ? exact : positions.getOrDefault(HeaderAliases.key(name), -1);
    }

    /** The files this table is made of, as the user would name them. */
    public List<String> files() {
        return parts.stream().map(part -> part.file().name()).toList();
    }

    /** The files this table is made of, as the machine finds them. */
    public List<Path> paths() {
        return parts.stream().map(part -> part.file().path()).toList();
    }

    /** Reads every row once, in order. Rows that cannot be read at all go to the rejects and are counted there. */
    public Reading read(Rejects rejects, RowReader reader) {
        var total = new long[2];
        for (Part part : parts) {
            read(part, rejects, reader, total);
        }
        return new Reading(total[0], total[1]);
    }

    private void read(Part part, Rejects rejects, RowReader reader, long[] total) {
        String name = part.file().name();
        RowSplitter.Faults faults = (line, reason, text) -> {
            rejects.put(name, line, reason, text);
            total[0]++;
            total[1]++;
        };
        long line = 0;
        try (var rows = part.file().rows(faults)) {
            var current = new CurrentRow(part, columns.size());
            boolean isHeader = part.hasHeader();
            while (rows.next()) {
                line = rows.line();
                if (isHeader) {
                    isHeader = false;
                    continue;
                }
                total[0]++;
                String reason = current.take(rows.record(), line);
                reason = reason == null ? reader.row(current) : reason;
                if (reason != null) {
                    rejects.put(name, line, reason, rows.text());
                    total[1]++;
                }
            }
        } catch (IOException e) {
            throw unreadable(name, line, e);
        } catch (UncheckedIOException e) {
            throw unreadable(name, line, e.getCause());
        }
    }

    private static RuntimeException unreadable(String name, long line, IOException cause) {
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return new InputProblem(
                    Place.line(name, line),
                    "the packed file is damaged or cut off behind this line",
                    "Fetch or pack it again.");
        }
        return new UncheckedIOException(name + ": " + cause.getMessage(), cause);
    }

    /** Knows the columns of a table without a header by its first row. */
    @FunctionalInterface
    public interface Headless {
        /** The names of the columns, if this row is no header; empty when it is one. */
        List<String> columns(List<String> firstRow);
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

    /**
     * What became of the rows.
     *
     * @param rows all of them, blank ones aside
     * @param putAside those of them that went to the rejects
     */
    public record Reading(long rows, long putAside) {}

    private static final class CurrentRow implements Row {
        private final Part part;
        private final @Nullable String[] cells;
        private long line;

        CurrentRow(Part part, int columns) {
            this.part = part;
            this.cells = new String[columns];
        }

        @Nullable
        String take(CSVRecord record, long line) {
            this.line = line;
            int size = record.size();
            if (size < part.least() || (size > part.names().size() && hasMore(record))) {
                return "expected " + part.least() + " cells, found " + size;
            }
            int[] positions = part.positions();
            for (int i = 0; i < positions.length; i++) {
                int position = positions[i];
                cells[i] = position < 0 || position >= size ? null : CellText.strip(record.get(position));
            }
            return null;
        }

        /** Whether anything but blanks stands behind the last column; a delimiter too many at the end does no harm. */
        private boolean hasMore(CSVRecord record) {
            String[] values = record.values();
            return Arrays.stream(values, part.names().size(), values.length)
                    .anyMatch(cell -> CellText.strip(cell) != null);
        }

        @Override
        public String file() {
            return part.file().name();
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public @Nullable String cell(int column) {
            return cells[column];
        }
    }
}
