package org.personalize.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.personalize.template.Fields;

/** A path such as {@code customer.country}, taken apart once. */
record FieldPath(List<String> names) {

    FieldPath {
        names = List.copyOf(names);
    }

    static FieldPath of(String path) {
        return new FieldPath(List.of(path.split("\\.", -1)));
    }

    @Nullable
    Object in(Fields scope) {
        Object value = scope;
        for (String name : names) {
            value = value instanceof Fields fields ? fields.field(name) : null;
        }
        return value;
    }

    /** As it is written. */
    @Override
    public String toString() {
        return String.join(".", names);
    }
}
