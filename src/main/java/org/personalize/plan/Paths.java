package org.personalize.plan;

import org.jspecify.annotations.Nullable;
import org.personalize.template.Fields;

/** Looks up a path such as {@code customer.country} in a scope. */
final class Paths {

    private Paths() {}

    static @Nullable Object value(Fields scope, String path) {
        Object value = scope;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Fields fields ? fields.field(name) : null;
        }
        return value;
    }
}
