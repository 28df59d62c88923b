package org.personalize.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Fields;

/**
 * A product, an article or an offer, as a template sees it: every column of the file by its name, typed, blanks missing.
 */
public interface Item extends Fields {

    /** The item's number within its catalog. */
    int number();

    String id();

    String title();

    @Nullable
    String category();

    List<String> tags();
}
