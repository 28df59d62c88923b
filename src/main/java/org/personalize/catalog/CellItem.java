package org.personalize.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item as the values of its columns, in the order that all items of a catalog share. */
final class CellItem implements Item {

    private final int number;
    private final String id;
    private final String title;
    private final Map<String, Integer> positions;
    private final @Nullable Object[] values;

    CellItem(int number, String id, String title, Map<String, Integer> positions, @Nullable Object[] values) {
        this.number = number;
        this.id = id;
        this.title = title;
        this.positions = positions;
        this.values = values;
    }

    /** The same item without what a column says. */
    CellItem without(String column) {
        var others = values.clone();
        Integer position = positions.get(column);
        if (position != null) {
            others[position] = null;
        }
        return new CellItem(number, id, title, positions, others);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public @Nullable Object field(String name) {
        Integer position = positions.get(name);
        return position == null ? null : values[position];
    }

    @Override
    public @Nullable String category() {
        return (String) field("category");
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> tags() {
        return field("tags") instanceof List<?> tags ? (List<String>) tags : List.of();
    }

    @Override
    public String toString() {
        return "item " + id;
    }
}
