package org.personalize.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Fields;

/**
 * A product, an article or an offer, as a template sees it: every column of the file by its name, typed, blanks missing.
 */
public interface Item extends Fields {

    /** The item's number within its catalog. */
    int number();

    String id();

    /** Its title; the id where the file has none, and then the item is never shown. */
    String title();

    @Nullable
    String category();

    List<String> tags();

    /** The title in a language such as {@code de}, from a column {@code title_de}; else the title everybody sees. */
    default String title(String language) {
        return field("title_" + language.toLowerCase(Locale.ROOT)) instanceof String own ? own : title();
    }
}
