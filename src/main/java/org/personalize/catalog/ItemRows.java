package org.personalize.catalog;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.ColumnTyping;
import org.personalize.csv.Table.Row;
import org.personalize.csv.Table.RowReader;
import org.personalize.csv.TypedColumns;
import org.personalize.problem.Problem;

/** Takes the rows of the item files and keeps one draft for each item; rows about the same product are merged. */
final class ItemRows implements RowReader {

    /** An item as its row or rows say it, before anything is understood. */
    static final class Draft {
        final String id;
        final String place;
        final @Nullable String[] cells;
        int variants;
        int variantsOnHand;

        Draft(String id, String place, @Nullable String[] cells) {
            this.id = id;
            this.place = place;
            this.cells = cells;
        }

        private void fillBlanks(@Nullable String[] later) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i] == null ? later[i] : cells[i];
            }
        }
    }

    private final ItemHeaders headers;
    private final ColumnTyping typing;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Integer> numberById = new HashMap<>();
    private final Map<String, String> productByVariant = new HashMap<>();
    private final Map<String, @Nullable String[]> cheapest = new HashMap<>();
    private long read;
    private long merged;

    ItemRows(ItemHeaders headers, ColumnTyping typing) {
        this.headers = headers;
        this.typing = typing;
    }

    @Override
    public @Nullable String row(Row row) {
        read++;
        @Nullable String[] cells = headers.cellsOf(row);
        String id = headers.cell(cells, ItemHeaders.ID);
        if (id == null) {
            return "expected an item_id, found a blank cell";
        }
        String misfit = misfit(cells);
        return misfit == null ? take(id, row.file() + ":" + row.line(), cells) : misfit;
    }

    private @Nullable String take(String id, String place, @Nullable String[] cells) {
        if (headers.isWooCommerce() && noteVariation(id, cells)) {
            merged++;
            return null;
        }
        Integer known = numberById.get(id);
        if (known != null && !headers.isShopify()) {
            return "item_id " + Problem.quote(id) + " is already that of " + drafts.get(known).place
                    + "; the first row wins";
        }
        observe(cells);
        if (known == null) {
            keep(new Draft(id, place, cells));
            return null;
        }
        merged++;
        drafts.get(known).fillBlanks(cells);
        noteVariant(drafts.get(known), cells);
        return null;
    }

    private @Nullable String misfit(@Nullable String[] cells) {
        for (int column = 0; column < cells.length; column++) {
            String misfit = typing.misfit(column, cells[column]);
            if (misfit != null) {
                return misfit;
            }
        }
        return null;
    }

    private void observe(@Nullable String[] cells) {
        for (int column = 0; column < cells.length; column++) {
            typing.observe(column, cells[column]);
        }
    }

    private void keep(Draft draft) {
        numberById.put(draft.id, drafts.size());
        drafts.add(draft);
        String sku = headers.cell(draft.cells, "sku");
        if (sku != null) {
            productByVariant.putIfAbsent(sku, draft.id);
        }
        noteVariant(draft, draft.cells);
    }

    /** A WooCommerce variation belongs to its product, named by {@code id:12} or by its article number. */
    private boolean noteVariation(String id, @Nullable String[] cells) {
        String parent = headers.cell(cells, "parent");
        if (parent == null || !"variation".equalsIgnoreCase(headers.cell(cells, "type"))) {
            return false;
        }
        String product = parent.startsWith("id:") ? parent.substring("id:".length()) : parent;
        productByVariant.putIfAbsent(id, product);
        String sku = headers.cell(cells, "sku");
        if (sku != null) {
            productByVariant.putIfAbsent(sku, product);
        }
        if (price(cells) < Double.MAX_VALUE) {
            cheapest.merge(product, cells, (one, other) -> price(other) < price(one) ? other : one);
        }
        return true;
    }

    private double price(@Nullable String[] cells) {
        String cell = headers.cell(cells, ItemHeaders.PRICE);
        Price price = cell == null ? null : Price.parse(cell);
        return price == null ? Double.MAX_VALUE : price.amount();
    }

    /** A WooCommerce product with variations has no price of its own: it can be had from that of the cheapest. */
    private void priceByVariation(Draft draft) {
        String sku = headers.cell(draft.cells, "sku");
        @Nullable String[] variation = cheapest.getOrDefault(draft.id, cheapest.get(sku == null ? "" : sku));
        if (variation != null && headers.cell(draft.cells, ItemHeaders.PRICE) == null) {
            for (String column : ItemHeaders.PRICES) {
                int position = headers.position(column);
                if (position >= 0) {
                    draft.cells[position] = variation[position];
                }
            }
        }
    }

    /** A Shopify row with a price is a variant; one that is sold only from stock needs stock. */
    private void noteVariant(Draft draft, @Nullable String[] cells) {
        String sku = headers.cell(cells, "variant_sku");
        if (sku != null) {
            productByVariant.putIfAbsent(sku, draft.id);
        }
        String stock = headers.cell(cells, ItemHeaders.ON_HAND);
        if (stock == null) {
            return;
        }
        draft.variants++;
        boolean soldFromStockOnly = "deny".equalsIgnoreCase(headers.cell(cells, "variant_inventory_policy"));
        draft.variantsOnHand += soldFromStockOnly && !isPositive(stock) ? 0 : 1;
    }

    private static boolean isPositive(String number) {
        return number.matches("\\d{1,9}") && Integer.parseInt(number) > 0;
    }

    /** @param notes what the user should be told about the headers */
    ItemShelf shelve(ZoneId zone, List<String> notes) {
        TypedColumns types = typing.decide();
        List<String> told = new ArrayList<>(notes);
        told.addAll(types.notes());
        List<Draft> byId = new ArrayList<>(drafts);
        byId.sort(Comparator.comparing((Draft draft) -> draft.id));
        var reading = new ItemReading(headers, types, zone);
        List<ItemShelf.Shelved> items = new ArrayList<>(drafts.size());
        var numbers = new ItemNumbers();
        for (Draft draft : byId) {
            numbers.add(draft.id, items.size());
            numberById.put(draft.id, items.size());
            priceByVariation(draft);
            items.add(reading.item(items.size(), draft));
        }
        productByVariant.forEach((variant, product) -> addAlias(numbers, variant, product));
        return new ItemShelf(items, reading.columns(), numbers, reading.counts(read, merged), List.copyOf(told));
    }

    /** An article number may stand for its product, or for the variation that stands for the product. */
    private void addAlias(ItemNumbers numbers, String variant, String product) {
        Integer number = numberById.get(product);
        if (number == null && productByVariant.containsKey(product)) {
            number = numberById.get(productByVariant.get(product));
        }
        if (number != null) {
            numbers.add(variant, number);
        }
    }
}
