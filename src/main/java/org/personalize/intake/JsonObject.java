package org.personalize.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was wanted of one object of JSON. What it does not have is blank or empty; of a name given twice the last counts. */
final class JsonObject {

    static final JsonObject EMPTY = new JsonObject(new JsonShape());

    private final JsonShape shape;

    /** Texts, objects, and lists of both. */
    private final @Nullable Object[] values;

    JsonObject(JsonShape shape) {
        this.shape = shape;
        this.values = new Object[shape.size()];
    }

    void put(JsonShape.Field field, @Nullable Object value) {
        values[field.place()] = value;
    }

    private @Nullable Object value(String name) {
        JsonShape.Field field = shape.field(name);
        return field == null ? null : values[field.place()];
    }

    /** Whether nothing that is wanted was in it. */
    boolean isEmpty() {
        for (Object value : values) {
            if (value != null) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has this name with anything but null. */
    boolean has(String name) {
        return value(name) != null;
    }

    /** A text, number or truth as text, the first one where there are several; blank without. */
    String text(String name) {
        Object value = value(name);
        if (value instanceof String text) {
            return text;
        }
        return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof String first ? first : "";
    }

    /** The first of these that says something. */
    String text(String name, String orElse) {
        String text = text(name);
        return text.isEmpty() ? text(orElse) : text;
    }

    boolean is(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    JsonObject object(String name) {
        return value(name) instanceof JsonObject object ? object : EMPTY;
    }

    /** All texts of a list, or the only one. */
    List<String> texts(String name) {
        return all(name, String.class);
    }

    /** All objects of a list, or the only one. */
    List<JsonObject> objects(String name) {
        return all(name, JsonObject.class);
    }

    private <T> List<T> all(String name, Class<T> type) {
        Object value = value(name);
        if (type.isInstance(value)) {
            return List.of(type.cast(value));
        }
        var all = new ArrayList<T>();
        if (value instanceof List<?> list) {
            for (Object one : list) {
                if (type.isInstance(one)) {
                    all.add(type.cast(one));
                }
            }
        }
        return all;
    }
}
