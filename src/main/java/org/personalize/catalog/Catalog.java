package org.personalize.catalog;

import java.time.Instant;
import java.util.List;

/** Every item of the item files, in their order. */
public interface Catalog {

    int size();

    Item item(int number);

    /** The item with this id; -1 when the file does not know it. */
    int itemOf(String itemId);

    /** Whether it can be shown at a moment: in stock where that is known, and within its dates of availability. */
    boolean isAvailable(int item, Instant at);

    List<String> columns();
}
