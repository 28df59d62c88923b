package org.personalize.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.Table.Row;
import org.personalize.csv.Table.RowReader;
import org.personalize.csv.Table.Scout;

/** Rows written by hand: cells parted by a semicolon, blanks missing, as a table gives them. */
public final class Rows {

    private Rows() {}

    public static List<String> columns(String header) {
        return List.of(header.split(";", -1));
    }

    /** Lets the scout and the reader have every line; what is wrong comes back, with the line of which it is said. */
    public static List<String> read(RowReader reader, Scout scout, String... lines) {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < lines.length; i++) {
            List<String> cells = List.of(lines[i].split(";", -1));
            scout.see(new Cells(i + 2, cells, 0));
            String reason = reader.row(new Cells(i + 2, cells, scout.found()[0]));
            if (reason != null) {
                wrong.add((i + 2) + ": " + reason);
            }
        }
        return wrong;
    }

    private record Cells(long line, List<String> cells, long found) implements Row {
        @Override
        public String file() {
            return "rows.csv";
        }

        @Override
        public @Nullable String cell(int column) {
            return column >= cells.size() || cells.get(column).isBlank()
                    ? null
                    : cells.get(column).strip();
        }
    }
}
