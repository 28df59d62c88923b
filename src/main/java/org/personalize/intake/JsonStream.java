package org.personalize.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of JSON one after the other, also from within arrays and from within the wrapping in which providers hand
 * out pages of them. A text or number in the place of an object is taken as an object that says nothing. What is not wanted is
 * passed over in the same small memory, however long or deep it is; that memory serves for one stream after the other.
 */
final class JsonStream {

    /** More recipients than these are in no provider's event. */
    static final int MOST_ELEMENTS = 10_000;

    private static final int FEW_ELEMENTS = 2;

    /** Arrays under these names hold events, if they stand in an outermost object. */
    private static final JsonShape PAGES =
            JsonShape.of("items", "events", "emails", "Bounces", "Messages", "Records", "data");

    private final JsonShape shape;
    private final ObjLongConsumer<JsonObject> taker;
    private final JsonWalk json = new JsonWalk();

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
        json.over(bytes, from, end);
        readAll();
    }

    void read(InputStream in) throws IOException {
        json.over(in);
        readAll();
    }

    private void readAll() throws IOException {
        for (int sign = json.start(); sign != JsonSigns.END; sign = json.start()) {
            switch (sign) {
                case '{' -> emit(object(shape, true));
                case '[' -> emitPlain(readPage());
                default -> json.pass();
            }
        }
    }

    /**
     * The elements of an array; arrays within it are entered without a step deeper.
     *
     * @return how many of them are no objects
     */
    private long readPage() throws IOException {
        json.enter();
        int depth = 1;
        long plain = 0;
        while (depth > 0) {
            if (!json.nextElement()) {
                depth--;
                continue;
            }
            switch (json.start()) {
                case '{' -> emit(object(shape, false));
                case '[' -> {
                    json.enter();
                    depth++;
                }
                default -> {
                    json.pass();
                    plain++;
                }
            }
        }
        return plain;
    }

    private void emitPlain(long count) {
        for (long i = 0; i < count; i++) {
            emit(new JsonObject(shape));
        }
    }

    private void emit(@Nullable JsonObject object) {
        if (object != null) {
            taker.accept(object, json.line());
        }
    }

    /** Null for an object that only wraps others. */
    private @Nullable JsonObject object(JsonShape wanted, boolean isOutermost) throws IOException {
        var object = new JsonObject(wanted);
        boolean isWrapping = false;
        long plain = 0;
        json.enter();
        while (json.nextName()) {
            JsonShape.Field field = json.among(wanted);
            boolean isPage = isOutermost && field == null && json.among(PAGES) != null;
            json.startValue();
            int start = json.start();
            if (isPage && start == '[') {
                plain += readPage();
                isWrapping = true;
            } else if (field == null) {
                json.pass();
            } else {
                object.put(field, value(start, field));
            }
        }
        if (!isWrapping || !object.isEmpty()) {
            return object;
        }
        emitPlain(plain);
        return null;
    }

    private @Nullable Object value(int start, JsonShape.Field field) throws IOException {
        if (start == '[') {
            return list(field);
        }
        if (start == '{') {
            if (field.within().size() > 0) {
                return object(field.within(), false);
            }
            json.pass();
            return null;
        }
        return json.text(start);
    }

    private List<Object> list(JsonShape.Field field) throws IOException {
        var list = new ArrayList<Object>(FEW_ELEMENTS);
        json.enter();
        while (json.nextElement()) {
            int start = json.start();
            if (start == '[') {
                json.pass();
                continue;
            }
            Object value = value(start, field);
            if (value != null && list.size() < MOST_ELEMENTS) {
                list.add(value);
            }
        }
        return list;
    }
}
