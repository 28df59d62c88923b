package org.personalize.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item as the values of its columns, in the order that all items of a catalog share. */
record CellItem(
        int number,
        String id,
        String title,
        Map<String, Integer> positions,
        @Nullable Object[] values) implements Item {

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

    /** Items of one catalog are told apart by their number. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellItem item && item.number == number && item.id.equals(id);
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "item " + id;
    }
}
