package org.personalize.report;

import java.util.Collection;
import java.util.Map;

/** Writes maps, collections, text and numbers as compact JSON. */
final class Json {

    private final StringBuilder json = new StringBuilder();

    private Json() {}

    static String write(Object value) {
        var writer = new Json();
        writer.any(value);
        return writer.json.toString();
    }

    private void any(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> list) {
            array(list);
        } else if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            string(value.toString());
        }
    }

    private void object(Map<?, ?> map) {
        String before = "{";
        for (var entry : map.entrySet()) {
            json.append(before);
            string(entry.getKey().toString());
            json.append(':');
            any(entry.getValue());
            before = ",";
        }
        json.append(map.isEmpty() ? "{}" : "}");
    }

    private void array(Collection<?> list) {
        String before = "";
        json.append('[');
        for (Object value : list) {
            json.append(before);
            any(value);
            before = ",";
        }
        json.append(']');
    }

    private void string(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
