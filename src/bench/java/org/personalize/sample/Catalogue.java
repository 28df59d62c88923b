package org.personalize.sample;

import java.util.List;

/** The item file. */
final class Catalogue {

    static final List<String> HEADER = List.of(
            "item_id",
            "title",
            "title_de",
            "title_fr",
            "description",
            "description_de",
            "description_fr",
            "category",
            "tags",
            "price",
            "sale_price",
            "on_sale",
            "url",
            "image_url",
            "in_stock");

    private Catalogue() {}

    static List<List<String>> rows(Shop shop) {
        return shop.goods().stream().map(Catalogue::row).toList();
    }

    private static List<String> row(Good good) {
        String shelf = good.isStory() ? "stories" : "shop";
        return List.of(
                good.id(),
                good.titles().get(0),
                good.titles().get(1),
                good.titles().get(2),
                good.descriptions().get(0),
                good.descriptions().get(1),
                good.descriptions().get(2),
                good.category().id,
                String.join("|", good.tags()),
                good.isStory() ? "" : Happening.euros(good.price()),
                good.salePrice() == 0 ? "" : Happening.euros(good.salePrice()),
                Boolean.toString(good.salePrice() > 0),
                "https://www.fernhill.example/" + shelf + "/" + good.id(),
                good.picture(),
                Boolean.toString(good.isInStock()));
    }
}
