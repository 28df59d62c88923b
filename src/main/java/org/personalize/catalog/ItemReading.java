package org.personalize.catalog;

import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.ItemRows.Draft;
import org.personalize.catalog.ItemShelf.Shelved;
import org.personalize.csv.TypedColumns;

/** Understands the cells of items: prices, stock, links, dates. What cannot be understood is left blank and counted. */
final class ItemReading {

    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s/?#\"<>\\\\]+[^\\s\"<>\\\\]*");

    /** A picture may also lie below the campaign's picture folder. */
    private static final Pattern PICTURE = Pattern.compile("(?!.*\\.\\.)[\\p{L}\\p{N}_][^\\s:\"<>\\\\?#]*");

    private final ItemHeaders headers;
    private final TypedColumns types;
    private final ZoneId zone;
    private final List<String> columns;
    private final List<String> others;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Long> leftBlank = new TreeMap<>();
    private long items;
    private long untitled;

    ItemReading(ItemHeaders headers, TypedColumns types, ZoneId zone) {
        this.headers = headers;
        this.types = types;
        this.zone = zone;
        columns = new ArrayList<>(headers.known());
        others = headers.others();
        columns.addAll(others);
        columns.forEach(c -> positions.put(c, positions.size()));
    }

    List<String> columns() {
        return columns;
    }

    Map<String, Long> counts(long read, long merged) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("read", read);
        counts.put("items", items);
        counts.put("merged", merged);
        counts.put("put_aside", read - items - merged);
        counts.put("without_title", untitled);
        leftBlank.forEach((column, cells) -> counts.put("unreadable_" + column, cells));
        return counts;
    }

    Shelved item(int number, Draft draft) {
        items++;
        var values = new @Nullable Object[columns.size()];
        for (String column : others) {
            put(values, column, types.value(headers.position(column), headers.cell(draft.cells, column)));
        }
        String title = headers.cell(draft.cells, ItemHeaders.TITLE);
        untitled += title == null ? 1 : 0;
        put(values, "item_id", draft.id);
        put(values, "title", title);
        put(values, "category", category(draft));
        put(values, "tags", tags(draft));
        putPrices(values, draft);
        put(values, "url", web("url", headers.cell(draft.cells, ItemHeaders.URL), WEB));
        put(values, "image_url", image(headers.cell(draft.cells, ItemHeaders.IMAGE)));
        Boolean inStock = inStock(draft);
        put(values, "in_stock", inStock);
        String firstCell = headers.cell(draft.cells, ItemHeaders.FROM);
        String lastCell = headers.cell(draft.cells, ItemHeaders.UNTIL);
        Temporal from = date("available_from", firstCell);
        Temporal until = date("available_until", lastCell);
        put(values, "available_from", from);
        put(values, "available_until", until);
        boolean isDated = (firstCell == null) == (from == null) && (lastCell == null) == (until == null);
        boolean isOffered = title != null && isDated && !Boolean.FALSE.equals(inStock) && isPublished(draft);
        Span sale = sale(values, draft);
        var item = new CellItem(number, draft.id, title == null ? draft.id : title, positions, values);
        return new Shelved(
                item,
                sale.isAlways() ? item : item.without(ItemHeaders.SALE),
                isOffered,
                Span.of(from, until, zone),
                sale);
    }

    /** When the sale price holds; one with a date that cannot be read is left out. */
    private Span sale(@Nullable Object[] values, Draft draft) {
        String period = headers.cell(draft.cells, "sale_price_effective_date");
        String[] ends = period == null ? new String[] {"", ""} : period.split("/", 2);
        String firstCell = period == null ? headers.cell(draft.cells, ItemHeaders.SALE_FROM) : ends[0];
        String lastCell = period == null ? headers.cell(draft.cells, ItemHeaders.SALE_UNTIL) : ends[ends.length - 1];
        Temporal from = firstCell == null ? null : Availability.parse(firstCell.strip(), zone);
        Temporal until = lastCell == null ? null : Availability.parse(lastCell.strip(), zone);
        if ((firstCell == null) != (from == null) || (lastCell == null) != (until == null)) {
            put(values, ItemHeaders.SALE, readable(ItemHeaders.SALE, null));
        }
        return Span.of(from, until, zone);
    }

    private void put(@Nullable Object[] values, String column, @Nullable Object value) {
        Integer position = positions.get(column);
        if (position != null) {
            values[position] = value;
        }
    }

    private <T> @Nullable T readable(String column, @Nullable T value) {
        if (value == null) {
            leftBlank.merge(column, 1L, Long::sum);
        }
        return value;
    }

    /** WooCommerce lists every category of a product; the first is the one it is best known by. */
    private @Nullable String category(Draft draft) {
        for (String column : ItemHeaders.CATEGORY) {
            boolean isKindOfRow = column.equals("type") && !headers.isShopify();
            String cell = isKindOfRow ? null : headers.cell(draft.cells, column);
            if (cell != null) {
                return column.equals("categories") ? first(cell) : cell;
            }
        }
        return null;
    }

    private static String first(String list) {
        int comma = list.indexOf(", ");
        return comma < 0 ? list : list.substring(0, comma).strip();
    }

    private @Nullable List<String> tags(Draft draft) {
        String cell = headers.cell(draft.cells, "tags");
        if (cell == null) {
            return null;
        }
        boolean byComma = cell.indexOf('|') < 0 && (headers.isShopify() || headers.isWooCommerce());
        List<String> tags = Arrays.stream(cell.split(byComma ? "," : "\\|", -1))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
        return tags.isEmpty() ? null : tags;
    }

    private void putPrices(@Nullable Object[] values, Draft draft) {
        Price price = price("price", headers.cell(draft.cells, ItemHeaders.PRICE));
        Price sale = price(ItemHeaders.SALE, headers.cell(draft.cells, ItemHeaders.SALE_PRICE));
        String currency = headers.cell(draft.cells, "price_currency");
        if (currency == null) {
            currency = price == null ? null : price.currency();
        }
        put(values, "price", price == null ? null : price.amount());
        put(values, ItemHeaders.SALE, sale == null ? null : sale.amount());
        put(values, "price_currency", currency);
    }

    private @Nullable Price price(String column, @Nullable String cell) {
        return cell == null ? null : readable(column, Price.parse(cell));
    }

    private @Nullable String image(@Nullable String cell) {
        String url = cell == null ? null : first(cell);
        boolean isWeb = url != null && WEB.matcher(url).matches();
        return isWeb ? url : web("image_url", url, PICTURE);
    }

    private @Nullable String web(String column, @Nullable String url, Pattern form) {
        return url == null ? null : readable(column, form.matcher(url).matches() ? url : null);
    }

    private @Nullable Temporal date(String column, @Nullable String cell) {
        return cell == null ? null : readable(column, Availability.parse(cell, zone));
    }

    private @Nullable Boolean inStock(Draft draft) {
        if (draft.variants > 0) {
            return draft.variantsOnHand > 0;
        }
        String cell = headers.cell(draft.cells, ItemHeaders.STOCK);
        if (cell == null) {
            return null;
        }
        return switch (Stock.of(cell)) {
            case IN -> true;
            case OUT -> false;
            case UNCLEAR -> {
                leftBlank.merge("in_stock", 1L, Long::sum);
                yield false;
            }
        };
    }

    private boolean isPublished(Draft draft) {
        if (!headers.isShopify() && !headers.isWooCommerce()) {
            return true;
        }
        String published = headers.cell(draft.cells, "published");
        String seen = headers.isWooCommerce() ? headers.cell(draft.cells, ItemHeaders.VISIBILITY) : null;
        String status = headers.isShopify() ? headers.cell(draft.cells, "status") : null;
        return (published == null || Stock.of(published) == Stock.IN)
                && !"hidden".equalsIgnoreCase(seen)
                && (status == null || status.equalsIgnoreCase("active"));
    }
}
