package org.personalize.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of JSON one after the other, also from within arrays and from within the wrapping in which providers hand
 * out pages of them. What is not wanted is passed over in the same small memory, however long or deep it is.
 */
final class JsonStream {

    /** Longer texts make their object unreadable, if they are wanted. */
    static final int LONGEST_TEXT = 1 << 20;

    /** Deeper nesting ends the reading; what providers write has less than ten levels. */
    static final int DEEPEST = 100_000;

    /** More recipients than these are in no provider's event. */
    static final int MOST_ELEMENTS = 10_000;

    /** Arrays under these names hold events, if they stand in an outermost object. */
    private static final Set<String> PAGES =
            Set.of("items", "events", "emails", "Bounces", "Messages", "Records", "data");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final JsonShape shape;
    private final ObjLongConsumer<JsonObject> taker;

    /** @param taker of each object and the line on which it ends, counted from 1 */
    JsonStream(JsonShape shape, ObjLongConsumer<JsonObject> taker) {
        this.shape = shape;
        this.taker = taker;
    }

    /** Reads whatever stands in a part of an array; a comma at its end is forgiven. */
    void read(byte[] bytes, int from, int to) throws IOException {
        int end = to;
        while (end > from && (bytes[end - 1] <= ' ' && bytes[end - 1] >= 0 || bytes[end - 1] == ',')) {
            end--;
        }
        try (JsonParser parser = FACTORY.createParser(bytes, from, end - from)) {
            readAll(parser);
        }
    }

    void read(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            readAll(parser);
        }
    }

    private void readAll(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                emit(parser, object(parser, shape, true));
            } else if (token == JsonToken.START_ARRAY) {
                readPage(parser);
            }
        }
    }

    /** The elements of an array; arrays within it are entered without a step deeper. */
    private void readPage(JsonParser parser) throws IOException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                emit(parser, object(parser, shape, false));
            } else if (token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
            }
        }
    }

    private void emit(JsonParser parser, @Nullable JsonObject object) {
        if (object != null) {
            taker.accept(object, parser.currentTokenLocation().getLineNr());
        }
    }

    /** Null for an object that only wraps others. */
    private @Nullable JsonObject object(JsonParser parser, JsonShape wanted, boolean isOutermost) throws IOException {
        var object = new JsonObject(wanted);
        boolean isWrapping = false;
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken start = parser.nextToken();
            JsonShape.Field field = wanted.field(name);
            if (isOutermost && start == JsonToken.START_ARRAY && PAGES.contains(name)) {
                readPage(parser);
                isWrapping = true;
            } else if (field == null) {
                parser.skipChildren();
            } else {
                object.put(field, value(parser, start, field));
            }
        }
        return isWrapping && object.isEmpty() ? null : object;
    }

    private @Nullable Object value(JsonParser parser, JsonToken start, JsonShape.Field field) throws IOException {
        if (start == JsonToken.START_ARRAY) {
            return list(parser, field);
        }
        if (start == JsonToken.START_OBJECT) {
            if (field.within().size() > 0) {
                return object(parser, field.within(), false);
            }
            parser.skipChildren();
            return null;
        }
        return start == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    private List<Object> list(JsonParser parser, JsonShape.Field field) throws IOException {
        var list = new ArrayList<Object>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
                continue;
            }
            Object value = value(parser, token, field);
            if (value != null && list.size() < MOST_ELEMENTS) {
                list.add(value);
            }
        }
        return list;
    }
}
