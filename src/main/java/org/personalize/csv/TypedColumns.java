package org.personalize.csv;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the columns of a table are, and what their cells mean by it. */
public final class TypedColumns {

    private final List<Column> columns;
    private final List<String> notes;
    private final ZoneId zone;

    /**
     * @param form the one form of all its cells; null where each cell is read by its own
     * @param order of day and month, where it is declared
     */
    record Column(ColumnType type, @Nullable CellForm form, DayOrder order) {}

    TypedColumns(List<Column> columns, List<String> notes, ZoneId zone) {
        this.columns = List.copyOf(columns);
        this.notes = List.copyOf(notes);
        this.zone = zone;
    }

    public ColumnType type(int column) {
        return columns.get(column).type();
    }

    /** Columns that stay text because nobody can tell what is meant, one sentence each. */
    public List<String> notes() {
        return notes;
    }

    /**
     * A cell as text, {@code Long} or {@code BigDecimal}, {@code Boolean}, {@code LocalDate} or {@code Instant}; null
     * when it is blank or, in a declared column, not of its type.
     */
    public @Nullable Object value(int column, @Nullable String written) {
        Column as = columns.get(column);
        String cell = written == null ? null : as.order().day(written);
        if (cell == null || as.type() == ColumnType.TEXT) {
            return cell;
        }
        if (as.form() != null) {
            return as.form().read(cell, zone);
        }
        for (CellForm form : CellForm.values()) {
            Object value = read(form, as.type(), cell, zone);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Reads a cell of a declared column, which may also say yes and no as 1 and 0. */
    static @Nullable Object read(CellForm form, ColumnType type, String cell, ZoneId zone) {
        if (type == ColumnType.BOOLEAN && form == CellForm.WORD && (cell.equals("1") || cell.equals("0"))) {
            return cell.equals("1");
        }
        return form.type() == type ? form.read(cell, zone) : null;
    }
}
