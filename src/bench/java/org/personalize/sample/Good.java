package org.personalize.sample;

import java.util.List;

/**
 * One thing in the shop. Words come in English, German and French, in this order; prices are in cents.
 *
 * @param salePrice 0 when it is not on sale
 * @param appeal how much it draws beside the others of its category
 */
record Good(
        String id,
        Category category,
        List<String> titles,
        List<String> descriptions,
        List<String> tags,
        int price,
        int salePrice,
        boolean isInStock,
        double appeal) {

    boolean isStory() {
        return category == Category.STORY;
    }

    int pays() {
        return salePrice > 0 ? salePrice : price;
    }

    String picture() {
        return id + ".jpg";
    }
}
