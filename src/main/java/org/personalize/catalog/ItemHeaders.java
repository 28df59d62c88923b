package org.personalize.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.HeaderAliases;
import org.personalize.csv.Table.Row;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/**
 * Where each thing we know about items stands in a table: our own columns, or those of the product files that Google
 * Merchant Center, Shopify and WooCommerce write. Where a shop's header means something of its own it keeps a name of its
 * own here, and the lists below say in which order such columns are asked. German, French and Spanish words for number and
 * title are asked last, so that a file which also has ours keeps its ids and titles.
 */
record ItemHeaders(List<String> columns, Map<String, Integer> positions) {

    static final HeaderAliases ALIASES = new HeaderAliases(Map.ofEntries(
            Map.entry("itemid", "item_id"),
            Map.entry("artikelnr", "sku"),
            Map.entry("artikelnummer", "sku"),
            Map.entry("artikelid", "sku"),
            Map.entry("produktid", "sku"),
            Map.entry("produktnummer", "sku"),
            Map.entry("produktnr", "sku"),
            Map.entry("référence", "sku"),
            Map.entry("reference", "sku"),
            Map.entry("référenceproduit", "sku"),
            Map.entry("idproduit", "sku"),
            Map.entry("idproducto", "sku"),
            Map.entry("referencia", "sku"),
            Map.entry("titel", "foreign_title"),
            Map.entry("bezeichnung", "foreign_title"),
            Map.entry("artikelname", "foreign_title"),
            Map.entry("artikelbezeichnung", "foreign_title"),
            Map.entry("produktname", "foreign_title"),
            Map.entry("produktbezeichnung", "foreign_title"),
            Map.entry("produkttitel", "foreign_title"),
            Map.entry("titre", "foreign_title"),
            Map.entry("désignation", "foreign_title"),
            Map.entry("designation", "foreign_title"),
            Map.entry("nom", "foreign_title"),
            Map.entry("nomduproduit", "foreign_title"),
            Map.entry("libellé", "foreign_title"),
            Map.entry("libelle", "foreign_title"),
            Map.entry("nombre", "foreign_title"),
            Map.entry("nombredelproducto", "foreign_title"),
            Map.entry("título", "foreign_title"),
            Map.entry("titulo", "foreign_title"),
            Map.entry("kategorie", "category"),
            Map.entry("warengruppe", "category"),
            Map.entry("catégorie", "category"),
            Map.entry("categorie", "category"),
            Map.entry("categoría", "category"),
            Map.entry("categoria", "category"),
            Map.entry("preis", "price"),
            Map.entry("verkaufspreis", "price"),
            Map.entry("prix", "price"),
            Map.entry("precio", "price"),
            Map.entry("produktlink", "link"),
            Map.entry("produkturl", "link"),
            Map.entry("lien", "link"),
            Map.entry("enlace", "link"),
            Map.entry("bild", "image_link"),
            Map.entry("bildurl", "image_link"),
            Map.entry("bildlink", "image_link"),
            Map.entry("urlimage", "image_link"),
            Map.entry("imagen", "image_link"),
            Map.entry("id", "item_id"),
            Map.entry("productid", "item_id"),
            Map.entry("articleid", "item_id"),
            Map.entry("title", "title"),
            Map.entry("category", "category"),
            Map.entry("tags", "tags"),
            Map.entry("price", "price"),
            Map.entry("pricecurrency", "price_currency"),
            Map.entry("currency", "price_currency"),
            Map.entry("url", "url"),
            Map.entry("availablefrom", "available_from"),
            Map.entry("availableuntil", "available_until"),
            Map.entry("handle", "handle"),
            Map.entry("sku", "sku"),
            Map.entry("variantsku", "variant_sku"),
            Map.entry("name", "title"),
            Map.entry("productname", "title"),
            Map.entry("itemname", "title"),
            Map.entry("headline", "title"),
            Map.entry("producttype", "product_type"),
            Map.entry("googleproductcategory", "google_product_category"),
            Map.entry("productcategory", "product_category"),
            Map.entry("categories", "categories"),
            Map.entry("type", "type"),
            Map.entry("parent", "parent"),
            Map.entry("variantprice", "variant_price"),
            Map.entry("regularprice", "regular_price"),
            Map.entry("saleprice", "sale_price"),
            Map.entry("salepriceeffectivedate", "sale_price_effective_date"),
            Map.entry("datesalepricestarts", "date_sale_price_starts"),
            Map.entry("datesalepriceends", "date_sale_price_ends"),
            Map.entry("visibilityincatalog", "visibility_in_catalog"),
            Map.entry("link", "link"),
            Map.entry("producturl", "link"),
            Map.entry("permalink", "link"),
            Map.entry("imagelink", "image_link"),
            Map.entry("imageurl", "image_url"),
            Map.entry("imagesrc", "image_src"),
            Map.entry("images", "images"),
            Map.entry("availability", "availability"),
            Map.entry("availabilitydate", "availability_date"),
            Map.entry("expirationdate", "expiration_date"),
            Map.entry("instock", "in_stock"),
            Map.entry("published", "published"),
            Map.entry("status", "status"),
            Map.entry("variantinventoryqty", "variant_inventory_qty"),
            Map.entry("variantinventorypolicy", "variant_inventory_policy"),
            Map.entry("itemgroupid", "item_group_id")));

    static final List<String> ID = List.of("item_id", "handle", "sku");
    static final List<String> TITLE = List.of("title", "foreign_title");
    static final List<String> CATEGORY =
            List.of("category", "product_type", "categories", "type", "google_product_category", "product_category");
    static final List<String> PRICE = List.of("price", "regular_price", "variant_price");
    static final String SALE = "sale_price";
    static final List<String> SALE_PRICE = List.of(SALE);
    static final String SALE_FROM = "date_sale_price_starts";
    static final String SALE_UNTIL = "date_sale_price_ends";
    static final List<String> PRICES = List.of("regular_price", SALE, SALE_FROM, SALE_UNTIL);
    static final String VISIBILITY = "visibility_in_catalog";
    static final List<String> URL = List.of("url", "link");
    static final List<String> IMAGE = List.of("image_url", "image_link", "image_src", "images");
    static final List<String> FROM = List.of("available_from", "availability_date");
    static final List<String> UNTIL = List.of("available_until", "expiration_date");
    static final List<String> STOCK = List.of("in_stock", "availability");

    /** Says of a Shopify variant how many there are, and so of its product whether there is any. */
    static final String ON_HAND = "variant_inventory_qty";

    /** What a template sees of every item where the files have it, and from which columns it comes. */
    private static final List<Map.Entry<String, List<String>>> KNOWN = List.of(
            Map.entry("item_id", ID),
            Map.entry("title", TITLE),
            Map.entry("category", CATEGORY),
            Map.entry("tags", List.of("tags")),
            Map.entry("price", PRICE),
            Map.entry("price_currency", PRICE),
            Map.entry(SALE, SALE_PRICE),
            Map.entry("url", URL),
            Map.entry("image_url", IMAGE),
            Map.entry("available_from", FROM),
            Map.entry("available_until", UNTIL),
            Map.entry("in_stock", List.of("in_stock", "availability", ON_HAND)));

    /** Columns that are shown under one of our own names instead, so they are not shown twice. */
    private static final Set<String> RENAMED = Set.of(
            "handle",
            "foreign_title",
            "product_type",
            "categories",
            "regular_price",
            "variant_price",
            "link",
            "image_link",
            "image_src");

    static ItemHeaders of(List<String> columns, Place place) {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < columns.size(); i++) {
            positions.putIfAbsent(columns.get(i), i);
        }
        var headers = new ItemHeaders(List.copyOf(columns), Map.copyOf(positions));
        headers.demand(ID, "item_id", place);
        headers.demand(TITLE, "title", place);
        return headers;
    }

    private void demand(List<String> anyOf, String name, Place place) {
        if (!hasAny(anyOf)) {
            throw new InputProblem(
                    place,
                    "the items have no column " + name + ", only " + String.join(", ", columns),
                    "Name the column that holds it under data.items.columns, such as " + name + ": \"Product No\".");
        }
    }

    List<String> known() {
        return KNOWN.stream()
                .filter(k -> hasAny(k.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The columns that pass through as they are. */
    List<String> others() {
        Set<String> taken = KNOWN.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        return columns.stream()
                .filter(c -> !taken.contains(c) && !RENAMED.contains(c))
                .distinct()
                .toList();
    }

    /** The columns that are understood here, so that nobody guesses at what is in them. */
    Set<String> understood() {
        var understood = new HashSet<>(RENAMED);
        KNOWN.forEach(k -> {
            understood.add(k.getKey());
            understood.addAll(k.getValue());
        });
        understood.addAll(List.of("sale_price_effective_date", SALE_FROM, SALE_UNTIL, VISIBILITY));
        return understood;
    }

    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    boolean has(String column) {
        return positions.containsKey(column);
    }

    /** A Shopify export has a row per variant and per picture of a product, all under one handle. */
    boolean isShopify() {
        return has("handle") && !has("item_id");
    }

    /** A WooCommerce export has rows for variations, which point to their product. */
    boolean isWooCommerce() {
        return has("type") && has("parent");
    }

    @Nullable
    String cell(@Nullable String[] cells, String column) {
        Integer position = positions.get(column);
        return position == null ? null : cells[position];
    }

    /** The first of these columns that says something. */
    @Nullable
    String cell(@Nullable String[] cells, List<String> anyOf) {
        for (String column : anyOf) {
            String cell = cell(cells, column);
            if (cell != null) {
                return cell;
            }
        }
        return null;
    }

    boolean hasAny(List<String> anyOf) {
        return anyOf.stream().anyMatch(positions::containsKey);
    }

    @Nullable
    String[] cellsOf(Row row) {
        var cells = new @Nullable String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.cell(i);
        }
        return cells;
    }
}
