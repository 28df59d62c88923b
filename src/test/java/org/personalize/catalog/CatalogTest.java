package org.personalize.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.personalize.campaign.Sources.Source;
import org.personalize.csv.Rejects;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

class CatalogTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path folder;

    private final Rejects rejects = new Rejects();

    private Catalog catalog(String header, String... lines) {
        return catalog(Map.of(), header, lines);
    }

    private Catalog catalog(Map<String, String> types, String header, String... lines) {
        try {
            Files.writeString(folder.resolve("items.csv"), header + "\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var source = new Source(folder, "items.csv", Map.of(), types, Place.NOWHERE);
        return Catalog.read(source, BERLIN, rejects);
    }

    @Test
    void aTemplateSeesEveryColumnUnderItsName() {
        Catalog catalog = catalog(
                "item_id;title;title_de;category;tags;price;url;image_url;in_stock;market",
                "t1;Tent;Zelt;Camping;light|two people|;1.299,00 €;https://acme.example/t1;images/t1.png;yes;DE",
                "t2;Rope;;;;;;;;");
        Item tent = catalog.item(0);
        assertThat(catalog.columns())
                .containsExactly(
                        "item_id",
                        "title",
                        "category",
                        "tags",
                        "price",
                        "price_currency",
                        "url",
                        "image_url",
                        "in_stock",
                        "title_de",
                        "market");
        assertThat(catalog.columns().stream().map(tent::field))
                .containsExactly(
                        "t1",
                        "Tent",
                        "Camping",
                        List.of("light", "two people"),
                        1299.0,
                        "EUR",
                        "https://acme.example/t1",
                        "images/t1.png",
                        true,
                        "Zelt",
                        "DE");
        assertThat(tent.title("de")).isEqualTo("Zelt");
        assertThat(tent.title("fr")).isEqualTo("Tent");
        assertThat(catalog.item(1).tags()).isEmpty();
        assertThat(catalog.item(1).field("tags")).isNull();
        assertThat(catalog.item(1).field("no such column")).isNull();
        assertThat(catalog.itemOf("t2")).isEqualTo(1);
        assertThat(catalog.itemOf("t3")).isEqualTo(-1);
    }

    @Test
    void itemsStandInTheOrderOfTheirIdsHoweverTheFileIsSorted() {
        Catalog catalog = catalog("item_id;title", "b;Second", "10;First", "c;Third");
        assertThat(IntStream.range(0, 3).mapToObj(i -> catalog.item(i).title()))
                .containsExactly("First", "Second", "Third");
        assertThat(IntStream.range(0, 3).map(i -> catalog.item(i).number())).containsExactly(0, 1, 2);
        assertThat(catalog.itemOf("b")).isEqualTo(1);
    }

    @Test
    void theFirstRowOfAnIdWinsAndLaterOnesArePutAside() {
        Catalog catalog = catalog("item_id;title", "a;First", "a;Second", ";Nameless", "b;");
        assertThat(rejects.examples(0, 9))
                .containsExactly(
                        "items.csv:3: item_id \"a\" is already that of items.csv:2; the first row wins",
                        "items.csv:4: expected an item_id, found a blank cell");
        assertThat(catalog.item(0).title()).isEqualTo("First");
        assertThat(catalog.counts())
                .containsExactly(
                        Map.entry("read", 4L),
                        Map.entry("items", 2L),
                        Map.entry("merged", 0L),
                        Map.entry("put_aside", 2L),
                        Map.entry("without_title", 1L));
    }

    @Test
    void anItemWithoutATitleIsKnownButNeverShown() {
        Catalog catalog = catalog("item_id;title", "b;");
        assertThat(catalog.item(0).title()).isEqualTo("b");
        assertThat(catalog.item(0).field("title")).isNull();
        assertThat(catalog.isAvailable(0, NOON)).isFalse();
    }

    @Test
    void stockAndDatesDecideWhetherAnItemCanBeShown() {
        Catalog catalog = catalog(
                "item_id;title;in_stock;available_from;available_until",
                "unknown;a;;;",
                "in;a;in stock;;",
                "number;a;12;;",
                "out;a;out_of_stock;;",
                "preorder;a;preorder;;",
                "odd;a;perhaps;;",
                "begun;a;;2026-03-02;",
                "later;a;;2026-03-03;",
                "lastDay;a;;;2026-03-02",
                "over;a;;;2026-03-01",
                "moment;a;;2026-03-02T12:00:00Z;2026-03-02 13:00:00",
                "unreadable;a;;;soon");
        var shown = IntStream.range(0, catalog.size())
                .filter(i -> catalog.isAvailable(i, NOON))
                .mapToObj(i -> catalog.item(i).id());
        assertThat(shown).containsExactly("begun", "in", "lastDay", "moment", "number", "unknown");
        assertThat(catalog.item(catalog.itemOf("lastDay")).field("available_until"))
                .isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(catalog.counts())
                .containsEntry("unreadable_in_stock", 1L)
                .containsEntry("unreadable_available_until", 1L);
    }

    @Test
    void theLastDayOfAnItemEndsAtItsMidnight() {
        Catalog catalog = catalog("item_id;title;available_until", "a;Tent;2026-03-02");
        assertThat(catalog.isAvailable(0, Instant.parse("2026-03-02T22:59:59Z")))
                .isTrue();
        assertThat(catalog.isAvailable(0, Instant.parse("2026-03-02T23:00:00Z")))
                .isFalse();
    }

    @Test
    void anAddressThatIsNotOfTheWebIsLeftBlankAndCounted() {
        Catalog catalog = catalog(
                "item_id;title;url;image_url",
                "a;x;javascript:alert(1);data:image/png,base64",
                "b;x;HTTPS://acme.example/a?b=c&d=%20;../../etc/passwd",
                "c;x;/relative;/etc/passwd",
                "d;x;http://;file:///etc/passwd",
                "e;x;https://acme.example/\"onclick=x;https://cdn.example/a b.png");
        assertThat(IntStream.range(0, 5).mapToObj(i -> catalog.item(i).field("url")))
                .containsExactly(null, "HTTPS://acme.example/a?b=c&d=%20", null, null, null);
        assertThat(IntStream.range(0, 5).mapToObj(i -> catalog.item(i).field("image_url")))
                .containsOnlyNulls();
        assertThat(catalog.counts()).containsEntry("unreadable_url", 4L).containsEntry("unreadable_image_url", 5L);
    }

    @Test
    void aFurtherColumnIsWhatItsCellsAre() {
        Catalog catalog = catalog(
                Map.of("season", "number"),
                "item_id;title;weight_kg;released;season",
                "a;Tent;2.5;2026-03-01;3",
                "b;Rope;1;2025-12-31;4",
                "c;Sock;1;2025-12-31;spring");
        assertThat(catalog.item(0).field("weight_kg")).isEqualTo(new BigDecimal("2.5"));
        assertThat(catalog.item(0).field("released")).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(catalog.size()).isEqualTo(2);
        assertThat(rejects.examples(0, 1))
                .containsExactly("items.csv:4: column season: expected a number, found \"spring\"");
    }

    @Test
    void aMerchantFeedIsReadAsItIs() {
        Catalog catalog = catalog(
                "id;title;link;image link;price;sale price;availability;product type;google product category;item_group_id",
                "g1;Tent;https://acme.example/g1;https://cdn.example/g1.jpg;129.00 EUR;99.00 EUR;in_stock;Camping > Tents;499;grp");
        Item item = catalog.item(0);
        assertThat(List.of(
                        "price",
                        "price_currency",
                        "sale_price",
                        "in_stock",
                        "category",
                        "url",
                        "image_url",
                        "item_group_id"))
                .extracting(item::field)
                .containsExactly(
                        129.0,
                        "EUR",
                        99.0,
                        true,
                        "Camping > Tents",
                        "https://acme.example/g1",
                        "https://cdn.example/g1.jpg",
                        "grp");
    }

    @Test
    void theRowsOfOneShopifyHandleAreOneItem() {
        Catalog catalog = catalog(
                "Handle;Title;Type;Tags;Published;Status;Variant SKU;Variant Price;Image Src;Variant Inventory Qty;Variant Inventory Policy",
                "tent;Tent;Tents;light, green;true;active;T-1;129.00;https://cdn.example/1.jpg;0;deny",
                "tent;;;;;;T-2;139.00;https://cdn.example/2.jpg;4;deny",
                "tent;;;;;;;;https://cdn.example/3.jpg;;",
                "rope;Rope;Ropes;;true;draft;R-1;9.00;;5;deny",
                "sock;Sock;Socks;;true;active;S-1;5.00;;0;deny");
        assertThat(catalog.size()).isEqualTo(3);
        Item tent = catalog.item(catalog.itemOf("tent"));
        assertThat(tent.field("price")).isEqualTo(129.0);
        assertThat(tent.category()).isEqualTo("Tents");
        assertThat(tent.tags()).containsExactly("light", "green");
        assertThat(catalog.itemOf("T-2")).isEqualTo(tent.number());
        assertThat(List.of("tent", "rope", "sock"))
                .extracting(id -> catalog.isAvailable(catalog.itemOf(id), NOON))
                .containsExactly(true, false, false);
        assertThat(catalog.counts()).containsEntry("merged", 2L).containsEntry("put_aside", 0L);
    }

    @Test
    void aWooCommerceVariationStandsForItsProduct() {
        Catalog catalog = catalog(
                "ID;Type;SKU;Name;Published;In stock?;Sale price;Regular price;Categories;Tags;Images;Parent",
                "12;variable;TENT;Tent;1;1;;129;Camping > Tents, Sale;light, green;https://cdn.example/1.jpg, https://cdn.example/2.jpg;",
                "13;variation;TENT-G;Tent green;1;1;;129;;;;id:12",
                "14;variation;TENT-B;Tent blue;1;1;;129;;;;TENT",
                "15;simple;ROPE;Rope;-1;1;;9;;;;");
        assertThat(catalog.size()).isEqualTo(2);
        assertThat(catalog.item(0).category()).isEqualTo("Camping > Tents");
        assertThat(catalog.item(0).field("image_url")).isEqualTo("https://cdn.example/1.jpg");
        assertThat(List.of("12", "13", "14", "TENT", "TENT-B", "ROPE"))
                .extracting(catalog::itemOf)
                .containsExactly(0, 0, 0, 0, 0, 1);
        assertThat(List.of(0, 1)).extracting(i -> catalog.isAvailable(i, NOON)).containsExactly(true, false);
    }

    @Test
    void aSalePriceHoldsWithinItsDatesOnly() {
        Catalog woo = catalog(
                "ID;Type;Name;Published;Date sale price starts;Date sale price ends;Sale price;Regular price;Parent",
                "1;simple;Over;1;2020-01-01;2020-01-31;5;10;",
                "2;simple;To come;1;2030-01-01;;5;10;",
                "3;simple;Now;1;2026-03-01;2026-03-02;5;10;",
                "4;simple;Always;1;;;5;10;",
                "5;simple;Unread;1;some day;;5;10;");
        assertThat(IntStream.range(0, 5).mapToObj(i -> woo.item(i, NOON).field("sale_price")))
                .containsExactly(null, null, 5.0, 5.0, null);
        assertThat(woo.item(2, NOON.plus(Duration.ofDays(1))).field("sale_price"))
                .isNull();
        assertThat(woo.item(2, NOON).field("price")).isEqualTo(10.0);
        assertThat(woo.counts()).containsEntry("unreadable_sale_price", 1L);
        Catalog google = catalog(
                "id;title;price;sale_price;sale_price_effective_date",
                "1;Over;10;5;2020-01-01T00:00+0100/2020-01-31T00:00+0100",
                "2;Now;10;5;2026-03-01T00:00+0100 / 2026-03-31T00:00+0100");
        assertThat(IntStream.range(0, 2).mapToObj(i -> google.item(i, NOON).field("sale_price")))
                .containsExactly(null, 5.0);
    }

    @Test
    void aWooCommerceProductWithVariationsCostsWhatTheCheapestDoesAndAHiddenOneIsNotOffered() {
        Catalog catalog = catalog(
                "ID;Type;SKU;Name;Published;Visibility in catalog;Sale price;Regular price;Parent",
                "12;variable;TENT;Tent;1;visible;;;",
                "13;variation;TENT-G;Tent green;1;visible;99;149;TENT",
                "14;variation;TENT-B;Tent blue;1;visible;;129;id:12",
                "15;simple;ROPE;Rope;1;hidden;;9;");
        assertThat(catalog.item(0).field("price")).isEqualTo(129.0);
        assertThat(List.of(0, 1)).extracting(i -> catalog.isAvailable(i, NOON)).containsExactly(true, false);
    }

    @Test
    void aFileWithoutIdsSaysWhichColumnIsMissing() {
        assertThatThrownBy(() -> catalog("product no;title"))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("no column item_id")
                .hasMessageContaining("data.items.columns");
    }

    @Test
    void aCampaignWithoutItemsHasAnEmptyCatalog() {
        assertThat(Catalog.empty().size()).isZero();
        assertThat(Catalog.empty().itemOf("x")).isEqualTo(-1);
    }
}
