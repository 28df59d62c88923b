package org.personalize.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.personalize.problem.Place;
import org.personalize.problem.Problem;
import org.personalize.problem.Problems;

/**
 * One or more exported files read as one table, in the order of their names. Encoding, delimiter and header are found
 * per file; columns have their canonical names, so that "E-Mail Address" is read as {@code email}.
 */
public final class Table {

    private static final int MOST_NOTES = 5;

    private final List<String> columns;
    private final List<TablePart> parts;
    private final List<String> notes;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private Table(List<String> columns, List<TablePart> parts, List<String> notes) {
        this.columns = columns;
        this.parts = parts;
        this.notes = notes;
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
        var notes = new ArrayList<String>();
        var named = new ArrayList<TablePart>();
        for (Path path : FilePattern.files(source)) {
            var file = TableFile.open(path, FilePattern.name(source, path));
            List<String> given = headless.columns(file.first());
            named.add(given.isEmpty() ? withHeader(file, source, problems, notes) : TablePart.of(file, given, false));
        }
        problems.throwIfAny();
        List<String> columns = new ArrayList<>();
        List<TablePart> agreed = named.stream()
                .map(part -> part.named(agreed(part.names(), columns)))
                .toList();
        noteLacking(source.named(), agreed, notes);
        List<TablePart> parts = agreed.stream().map(part -> part.at(columns)).toList();
        return new Table(
                List.copyOf(columns), parts, notes.stream().limit(MOST_NOTES).toList());
    }

    /** One file may write {@code Do_not_email} and the next {@code do_not_email}: the first one's spelling names both. */
    private static List<String> agreed(List<String> names, List<String> columns) {
        List<String> agreed = new ArrayList<>();
        for (String name : names) {
            String known = columns.contains(name)
                    ? name
                    : columns.stream()
                            .filter(column -> isAlike(column, name))
                            .filter(column -> !names.contains(column) && !agreed.contains(column))
                            .findFirst()
                            .orElse(name);
            agreed.add(known);
        }
        agreed.stream()
                .filter(name -> !name.isEmpty() && !columns.contains(name))
                .forEach(columns::add);
        return agreed;
    }

    private static boolean isAlike(String column, String name) {
        String key = HeaderAliases.key(name);
        return !key.isEmpty() && key.equals(HeaderAliases.key(column));
    }

    private static TablePart withHeader(TableFile file, TableSource source, Problems problems, List<String> notes) {
        if (file.first().isEmpty()) {
            problems.add(Place.file(file.name()), "expected a header, found an empty file", "Export the file again.");
            return TablePart.of(file, List.of(), true);
        }
        Place place = Place.line(file.name(), file.firstLine());
        return TablePart.of(file, Header.names(source, place, file.first(), problems, notes), true);
    }

    /** A column that the campaign names may stand in one file and not in the next, whose people it then says nothing of. */
    private static void noteLacking(List<String> named, List<TablePart> parts, List<String> notes) {
        for (String name : named) {
            List<TablePart> without = parts.stream()
                    .filter(part -> part.names().stream().noneMatch(column -> isAlike(column, name)))
                    .toList();
            if (without.size() < parts.size()) {
                without.forEach(part -> notes.add(part.file().name() + ": there is no column " + Problem.quote(name)
                        + ", which another file has; it counts as blank for everybody here."));
            }
        }
    }

    /** What the user should be told about the headers, a sentence each. */
    public List<String> notes() {
        return notes;
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
        return read(rejects, reader, batch -> {});
    }

    /** The same with somebody who sees the rows before the reader takes them. */
    public Reading read(Rejects rejects, RowReader reader, Scout scout) {
        return read(rejects, reader, batch -> show(batch, scout));
    }

    private Reading read(Rejects rejects, RowReader reader, Consumer<RowBatch> seer) {
        var taker = new Taker(rejects, reader);
        ReadAhead.read(parts, columns.size(), seer, taker::take);
        return new Reading(taker.rows, taker.putAside);
    }

    private static void show(RowBatch batch, Scout scout) {
        for (int from = 0; from < batch.size(); from += Scout.TOGETHER) {
            show(batch, scout, from, Math.min(batch.size(), from + Scout.TOGETHER));
        }
    }

    private static void show(RowBatch batch, Scout scout, int from, int to) {
        for (int i = from; i < to; i++) {
            batch.goTo(i);
            if (batch.reason() == null) {
                scout.see(batch);
            }
        }
        long[] found = scout.found();
        int next = 0;
        for (int i = from; i < to; i++) {
            batch.goTo(i);
            if (batch.reason() == null) {
                batch.keep(found[next++]);
            }
        }
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

    /**
     * Sees rows before they are taken, on the thread that parses them: what takes long to find is found meanwhile, and for
     * many rows together. May read what the reader reads, and change nothing that the reader changes.
     */
    public interface Scout {

        /** So many rows are shown at once: as many as the processor's nearest memory holds the answers for. */
        int TOGETHER = 64;

        void see(Row row);

        /** What was found for each of the rows seen since this was asked last, from the start; it comes with the row. */
        long[] found();
    }

    /** One row, valid only during the call. */
    public interface Row {
        String file();

        /** The line on which the row starts, counted from 1, the header's line included. */
        long line();

        /** The cell of a column by its position in {@link Table#columns()}; surrounding blanks removed, blank is null. */
        @Nullable
        String cell(int column);

        /** What the scout found for it; of no meaning where there is no scout. */
        long found();
    }

    /**
     * What became of the rows.
     *
     * @param rows all of them, blank ones aside
     * @param putAside those of them that went to the rejects
     */
    public record Reading(long rows, long putAside) {}

    /** Hands rows to the reader and puts aside what it refuses. */
    private static final class Taker {

        private final Rejects rejects;
        private final RowReader reader;
        private long rows;
        private long putAside;

        Taker(Rejects rejects, RowReader reader) {
            this.rejects = rejects;
            this.reader = reader;
        }

        void take(RowBatch batch) {
            for (int i = 0; i < batch.size(); i++) {
                batch.goTo(i);
                rows++;
                String reason = batch.reason() == null ? reader.row(batch) : batch.reason();
                if (reason != null) {
                    putAside++;
                    rejects.put(batch.file(), batch.line(), reason, batch.text());
                }
            }
        }
    }
}
