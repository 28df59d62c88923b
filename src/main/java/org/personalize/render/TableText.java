package org.personalize.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table of data, collected cell by cell and written as aligned columns, or as {@code a | b} where it is too wide. */
final class TableText {

    private static final String BETWEEN = " | ";
    private static final int LONGEST_UNIT = 4;

    private record Row(List<String> cells, boolean isHeader) {}

    private final List<Row> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private boolean isHeader;
    private TextLines cell = new TextLines(TextLines.UNBOUNDED);

    /** Tables for layout say so by their role, or show it by attributes that only layouts still use. */
    static boolean isTableOfData(String html, int at, int end) {
        String role = Tag.attribute(html, at, end, "role");
        if (role != null) {
            return role.equals("table") || role.equals("grid");
        }
        return Tag.valueStart(html, at, end, "cellpadding") < 0
                && Tag.valueStart(html, at, end, "cellspacing") < 0
                && Tag.valueStart(html, at, end, "bgcolor") < 0
                && Tag.valueStart(html, at, end, "align") < 0;
    }

    void startRow() {
        endRow();
        isHeader = true;
    }

    /** The lines that the next cell is written into. */
    TextLines startCell(boolean isHeaderCell) {
        endCell();
        isHeader &= isHeaderCell;
        cell = new TextLines(TextLines.UNBOUNDED);
        cells.add("");
        return cell;
    }

    void endCell() {
        if (!cells.isEmpty()) {
            cells.set(
                    cells.size() - 1,
                    String.join(" ", cell.toString().split("\\s+")).strip());
        }
    }

    void endRow() {
        endCell();
        if (cells.stream().anyMatch(c -> !c.isEmpty())) {
            rows.add(new Row(cells, isHeader));
        }
        cells = new ArrayList<>();
        cell = new TextLines(TextLines.UNBOUNDED);
    }

    void writeTo(TextLines lines) {
        endRow();
        int columns = rows.stream().mapToInt(r -> r.cells.size()).max().orElse(0);
        var widths = new ArrayList<Integer>();
        var right = new ArrayList<Boolean>();
        for (int i = 0; i < columns; i++) {
            widths.add(widthOf(i));
            right.add(isNumeric(i));
        }
        int total = widths.stream().mapToInt(Integer::intValue).sum() + BETWEEN.length() * Math.max(0, columns - 1);
        boolean isAligned = total <= TextLines.WIDTH;
        lines.paragraph();
        for (var row : rows) {
            lines.rawLine(isAligned ? aligned(row, widths, right) : String.join(BETWEEN, row.cells));
            if (row.isHeader && isAligned && columns > 1) {
                lines.rawLine(
                        String.join("-|-", widths.stream().map("-"::repeat).toList()));
            }
        }
        lines.paragraph();
    }

    private int widthOf(int column) {
        return rows.stream()
                .mapToInt(r -> column < r.cells.size() ? r.cells.get(column).length() : 0)
                .max()
                .orElse(0);
    }

    /** Figures read best when their last digits stand below each other. */
    private boolean isNumeric(int column) {
        return rows.stream()
                .filter(r -> !r.isHeader && column < r.cells.size())
                .map(r -> r.cells.get(column))
                .allMatch(c -> c.chars().anyMatch(Character::isDigit)
                        && c.chars().filter(Character::isLetter).count() < LONGEST_UNIT);
    }

    private static String aligned(Row row, List<Integer> widths, List<Boolean> right) {
        var line = new ArrayList<String>();
        for (int i = 0; i < row.cells.size(); i++) {
            String text = row.cells.get(i);
            String room = String.join("", Collections.nCopies(widths.get(i) - text.length(), " "));
            line.add(right.get(i) ? room + text : text + room);
        }
        return String.join(BETWEEN, line);
    }
}
