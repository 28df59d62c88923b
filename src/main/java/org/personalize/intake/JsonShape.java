package org.personalize.intake;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that are wanted of an object of JSON, each with the place at which its value is kept and with the names that are
 * wanted within it. Everything else is passed over unread.
 */
final class JsonShape {

    private final Map<String, Field> fields = new HashMap<>();

    /** A wanted name; within an object that nobody looks into, the shape is empty. */
    record Field(int place, JsonShape within) {}

    /** @param paths names parted by dots, those of arrays like those of objects */
    static JsonShape of(String... paths) {
        var shape = new JsonShape();
        for (String path : paths) {
            JsonShape at = shape;
            for (String name : path.split("\\.", -1)) {
                at = at.want(name).within();
            }
        }
        return shape;
    }

    private Field want(String name) {
        return fields.computeIfAbsent(name, n -> new Field(fields.size(), new JsonShape()));
    }

    @Nullable
    Field field(String name) {
        return fields.get(name);
    }

    int size() {
        return fields.size();
    }
}
