package org.personalize.render;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Item;
import org.personalize.template.Fields;

/**
 * An item as one mail shows it: in the mail's language where the file has a column for it, and with the reason why it was
 * chosen.
 *
 * @param localColumns column to the column that holds it in the mail's language, such as title to title_de
 */
record ShownItem(Item item, String why, Map<String, String> localColumns) implements Fields {

    @Override
    public @Nullable Object field(String name) {
        if (name.equals("why")) {
            return why;
        }
        String local = localColumns.get(name);
        Object inLanguage = local == null ? null : item.field(local);
        return inLanguage == null ? item.field(name) : inLanguage;
    }
}
