package org.personalize.village;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Item;

/** An item written by hand, titled by its id and always available unless told otherwise. */
public final class Ware implements Item {

    private final int number;
    private final String id;
    private final @Nullable String category;
    private final List<String> tags;
    private final Map<String, Object> fields = new HashMap<>();
    private @Nullable Instant availableFrom;

    Ware(int number, String id, @Nullable String category, List<String> tags) {
        this.number = number;
        this.id = id;
        this.category = category;
        this.tags = List.copyOf(tags);
    }

    public Ware with(String column, Object value) {
        fields.put(column, value);
        return this;
    }

    public Ware from(Instant moment) {
        availableFrom = moment;
        return this;
    }

    boolean isAvailable(Instant at) {
        return availableFrom == null || !at.isBefore(availableFrom);
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
        return id;
    }

    @Override
    public @Nullable String category() {
        return category;
    }

    @Override
    public List<String> tags() {
        return tags;
    }

    @Override
    public @Nullable Object field(String column) {
        return column.equals("category") ? category : fields.get(column);
    }
}
