package org.personalize.village;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;

/** Items written by hand, one by one or as {@code id:category} or {@code id:category:tag|tag}. */
public final class SmallCatalog implements Catalog {

    /** In order; may be cleared to begin again. */
    public final List<Ware> wares = new ArrayList<>();

    public static SmallCatalog of(String... items) {
        var catalog = new SmallCatalog();
        for (String item : items) {
            String[] parts = item.split(":", -1);
            String category = parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null;
            catalog.add(parts[0], category, parts.length > 2 ? parts[2].split("\\|", -1) : new String[0]);
        }
        return catalog;
    }

    public Ware add(String id, @Nullable String category, String... tags) {
        var ware = new Ware(wares.size(), id, category, List.of(tags));
        wares.add(ware);
        return ware;
    }

    @Override
    public int size() {
        return wares.size();
    }

    @Override
    public Item item(int number) {
        return wares.get(number);
    }

    @Override
    public int itemOf(String itemId) {
        return wares.stream()
                .filter(ware -> ware.id().equals(itemId))
                .mapToInt(Ware::number)
                .findFirst()
                .orElse(-1);
    }

    @Override
    public boolean isAvailable(int item, Instant at) {
        return wares.get(item).isAvailable(at);
    }

    @Override
    public List<String> columns() {
        return List.of("item_id", "title", "category", "tags");
    }
}
