package org.personalize.catalog;

import java.util.Locale;
import java.util.Set;

/** What shops say about whether something can be had. */
enum Stock {
    IN,
    /** Sold out, or only to be ordered in advance: a mail must not promise it. */
    OUT,
    /** A word we do not know. It is taken as out of stock, because that mistake is the smaller one, and is counted. */
    UNCLEAR;

    private static final Set<String> YES =
            Set.of("instock", "yes", "y", "true", "t", "on", "available", "limitedavailability", "ja", "oui", "si");
    private static final Set<String> NO = Set.of(
            "outofstock",
            "no",
            "n",
            "false",
            "f",
            "off",
            "unavailable",
            "soldout",
            "preorder",
            "backorder",
            "onbackorder",
            "discontinued",
            "nein",
            "non");

    static Stock of(String cell) {
        if (cell.matches("-?\\d{1,9}(\\.0+)?")) {
            return Double.parseDouble(cell) > 0 ? IN : OUT;
        }
        String word = cell.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "").replace('í', 'i');
        if (YES.contains(word)) {
            return IN;
        }
        return NO.contains(word) ? OUT : UNCLEAR;
    }
}
