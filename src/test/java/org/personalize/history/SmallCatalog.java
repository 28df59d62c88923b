package org.personalize.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;

/** Items written by hand, as {@code id:category} or {@code id:category:tag|tag}. */
public final class SmallCatalog implements Catalog {

    private record Thing(int number, String id, @Nullable String category, List<String> tags) implements Item {
        @Override
        public String title() {
            return id;
        }

        @Override
        public @Nullable Object field(String name) {
            return name.equals("category") ? category : null;
        }
    }

    private final List<Thing> things = new ArrayList<>();

    public static SmallCatalog of(String... items) {
        var catalog = new SmallCatalog();
        for (String item : items) {
            String[] parts = item.split(":", -1);
            String category = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null;
            List<String> tags = parts.length > 2 ? List.of(parts[2].split("\\|", -1)) : List.of();
            catalog.things.add(new Thing(catalog.things.size(), parts[0], category, tags));
        }
        return catalog;
    }

    @Override
    public int size() {
        return things.size();
    }

    @Override
    public Item item(int number) {
        return things.get(number);
    }

    @Override
    public int itemOf(String itemId) {
        return things.stream()
                .filter(t -> t.id().equals(itemId))
                .mapToInt(Thing::number)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public boolean isAvailable(int item, Instant at) {
        return true;
    }

    @Override
    public List<String> columns() {
        return List.of("item_id", "title", "category", "tags");
    }
}
