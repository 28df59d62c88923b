package org.personalize.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The catalog in memory. */
final class ItemShelf implements Catalog {

    /**
     * An item and when it can be shown.
     *
     * @param atFullPrice the item while its sale price does not hold
     * @param isOffered false for what the shop itself does not show: drafts, sold out items, items without a title
     * @param sale when its sale price holds
     */
    record Shelved(Item item, Item atFullPrice, boolean isOffered, Span available, Span sale) {}

    private final List<Shelved> items;
    private final List<String> columns;
    private final ItemNumbers numbers;
    private final Map<String, Long> counts;
    private final List<String> notes;

    ItemShelf(
            List<Shelved> items,
            List<String> columns,
            ItemNumbers numbers,
            Map<String, Long> counts,
            List<String> notes) {
        this.items = List.copyOf(items);
        this.columns = List.copyOf(columns);
        this.numbers = numbers;
        this.counts = counts;
        this.notes = notes;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public Item item(int number) {
        return items.get(number).item();
    }

    @Override
    public Item item(int number, Instant at) {
        Shelved shelved = items.get(number);
        return shelved.sale().holds(at) ? shelved.item() : shelved.atFullPrice();
    }

    @Override
    public int itemOf(String itemId) {
        return numbers.of(itemId);
    }

    @Override
    public boolean isAvailable(int item, Instant at) {
        Shelved shelved = items.get(item);
        return shelved.isOffered() && shelved.available().holds(at);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Map<String, Long> counts() {
        return counts;
    }

    @Override
    public List<String> notes() {
        return notes;
    }
}
