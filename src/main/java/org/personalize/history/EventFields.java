package org.personalize.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Price;
import org.personalize.csv.Table.Row;
import org.personalize.template.Fields;

/** {@code event.<column>} for a condition under {@code signals}; one object that looks at one row after the other. */
final class EventFields implements Fields {

    private final EventHeaders headers;
    private final Map<String, String> declaredTypes;
    private @Nullable Row row;
    private @Nullable Happening happening;

    EventFields(EventHeaders headers, Map<String, String> declaredTypes) {
        this.headers = headers;
        this.declaredTypes = declaredTypes;
    }

    void lookAt(Row next) {
        row = next;
    }

    void lookAt(Happening next) {
        row = null;
        happening = next;
    }

    /** The scope of a condition, in which only {@code event} has a name. */
    Fields scope() {
        return name -> name.equals("event") ? this : null;
    }

    @Override
    public @Nullable Object field(String name) {
        String cell = cell(name);
        if (cell == null || !isNumber(name)) {
            return cell;
        }
        Price amount = Price.parse(cell);
        return amount == null ? null : amount.amount();
    }

    private @Nullable String cell(String name) {
        if (row != null) {
            return headers.cell(name).of(row);
        }
        String cell = happening == null ? "" : happening.cell(name);
        return cell.isEmpty() ? null : cell;
    }

    private boolean isNumber(String column) {
        return column.equals("value") || column.equals("quantity") || "number".equals(declaredTypes.get(column));
    }
}
