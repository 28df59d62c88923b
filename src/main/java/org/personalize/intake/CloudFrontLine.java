package org.personalize.intake;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.TimeText;

/** A line of a CloudFront log, whose columns are named above it. */
final class CloudFrontLine {

    private static final String FIELDS = "#Fields:";

    private static final List<String> NEEDED =
            List.of("date", "time", "cs-method", "cs-uri-stem", "sc-status", "cs-uri-query");

    private final Map<String, Integer> columns = new HashMap<>();

    static boolean isDirective(String line) {
        return line.startsWith("#Version:") || line.startsWith(FIELDS);
    }

    /** Takes the names of the columns, if that is what the line has. */
    void learn(String directive) {
        if (directive.startsWith(FIELDS)) {
            columns.clear();
            String[] names = directive.substring(FIELDS.length()).strip().split("\\s+", -1);
            for (int i = 0; i < names.length; i++) {
                columns.put(names[i], i);
            }
        }
    }

    boolean isKnown() {
        return columns.keySet().containsAll(NEEDED);
    }

    /** Null for a line that has not these columns. */
    @Nullable
    Request read(String line) {
        String[] cells = line.split("\t", -1);
        if (!isKnown() || cells.length < columns.size()) {
            return null;
        }
        String query = cell(cells, "cs-uri-query");
        String status = cell(cells, "sc-status");
        return new Request(
                Request.method(cell(cells, "cs-method")),
                cell(cells, "cs-uri-stem") + (query.isEmpty() ? "" : "?" + query),
                status.matches("\\d{3}") ? Integer.parseInt(status) : 0,
                Request.decoded(cell(cells, "cs(Referer)")),
                Request.decoded(Request.decoded(cell(cells, "cs(User-Agent)"))),
                TimeText.seconds(cell(cells, "date") + 'T' + cell(cells, "time"), ZoneOffset.UTC));
    }

    private String cell(String[] cells, String name) {
        Integer column = columns.get(name);
        String cell = column == null ? "-" : cells[column];
        return cell.equals("-") ? "" : cell;
    }
}
