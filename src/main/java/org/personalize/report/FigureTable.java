package org.personalize.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.personalize.csv.CsvWriter;

/**
 * A table of figures whose rows can be sorted in the page and saved as a file, without a network. The lines of that file
 * stand in the page ready-made, by the same rules as every other file for people.
 *
 * @param name of the file it is saved as, without its ending
 */
record FigureTable(String name, String caption, List<Column> columns, List<List<TableCell>> rows) {

    /** A table of so many columns fits into half a page, of more it does not, of fewer it fits onto a phone. */
    private static final int HALF = 4;

    /**
     * @param title as it is read
     * @param key as it stands in the file
     */
    record Column(String title, String key, Kind kind) {
        static Column words(String title) {
            return new Column(title, key(title), Kind.WORDS);
        }

        static Column number(String title) {
            return new Column(title, key(title), Kind.NUMBER);
        }

        static Column measured(String title) {
            return new Column(title, key(title), Kind.MEASURED);
        }

        private static String key(String title) {
            return title.replace(' ', '_');
        }
    }

    enum Kind {
        WORDS,
        NUMBER,
        /** A figure with its range, which is three columns of the file. */
        MEASURED;

        private List<String> keys(String key) {
            return this == MEASURED ? List.of(key, key + "_low", key + "_high") : List.of(key);
        }
    }

    FigureTable {
        name = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<TableCell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells in a table of " + columns.size() + " columns");
            }
        }
    }

    FigureTable named(String other) {
        return new FigureTable(other, caption, columns, rows);
    }

    /**
     * Every row is a block of lines on a phone, for which its cells know their column. Blocks are no table to a screen
     * reader unless their roles say so.
     */
    Markup markup() {
        var table = new Markup();
        table.open("div", "class", "table-frame");
        String width = columns.size() > HALF ? "figures is-wide" : columns.size() < HALF ? "figures is-narrow" : "figures";
        table.open("table", "class", width, "role", "table", "data-table", name).element("caption", caption);
        table.open("thead", "role", "rowgroup").open("tr", "role", "row");
        for (Column column : columns) {
            table.element("th", column.title(), "scope", "col", "role", "columnheader", "class", style(column));
        }
        table.close().close().open("tbody", "role", "rowgroup");
        for (int i = 0; i < rows.size(); i++) {
            table.open("tr", "role", "row", "data-line", "" + (i + 1));
            row(table, rows.get(i));
            table.close();
        }
        table.close().close();
        return table.close();
    }

    private void row(Markup table, List<TableCell> row) {
        for (int i = 0; i < row.size(); i++) {
            TableCell cell = row.get(i);
            boolean isHead = i == 0;
            table.begin(isHead ? "th" : "td").with("role", isHead ? "rowheader" : "cell");
            if (isHead) {
                table.with("scope", "row");
            }
            table.with("class", style(columns.get(i))).with("data-label", columns.get(i).title());
            cell.order().ifPresent(order -> table.with("data-order", order));
            cell.show(table);
            table.close();
        }
    }

    private static String style(Column column) {
        return column.kind() == Kind.WORDS ? "words" : "number";
    }

    /** The lines of the file, the titles first; each ends with a line break. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(line(columns.stream().flatMap(column -> column.kind().keys(column.key()).stream())));
        for (List<TableCell> row : rows) {
            lines.add(line(exported(row).stream()));
        }
        return lines;
    }

    private List<String> exported(List<TableCell> row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            int width = columns.get(i).kind().keys("").size();
            List<String> exported = row.get(i).exported();
            for (int k = 0; k < width; k++) {
                cells.add(k < exported.size() ? exported.get(k) : "");
            }
        }
        return cells;
    }

    private static String line(Stream<String> cells) {
        var line = new StringBuilder();
        try {
            CsvWriter.forPeople(line).row(cells.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
