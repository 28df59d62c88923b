package org.personalize.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item while its sale price does not hold. */
record FullPrice(Item item) implements Item {

    @Override
    public int number() {
        return item.number();
    }

    @Override
    public String id() {
        return item.id();
    }

    @Override
    public String title() {
        return item.title();
    }

    @Override
    public @Nullable String category() {
        return item.category();
    }

    @Override
    public List<String> tags() {
        return item.tags();
    }

    @Override
    public @Nullable Object field(String name) {
        return name.equals(ItemHeaders.SALE) ? null : item.field(name);
    }
}
