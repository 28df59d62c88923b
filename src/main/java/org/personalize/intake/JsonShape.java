package org.personalize.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The names that are wanted of an object of JSON, each with the place at which its value is kept and with the names that are
 * wanted within it. Everything else is passed over unread. A name is found by its bytes as they stand in a file, so that
 * those of all the others need not be made.
 */
final class JsonShape {

    private static final int FIRST_SLOTS = 4;
    private static final int SPREAD = 31;

    /** At least every second one is free. */
    private @Nullable Field[] slots = new Field[FIRST_SLOTS];

    private int size;

    /** A wanted name; within an object that nobody looks into, the shape is empty. */
    static final class Field {
        private final String name;
        private final byte[] bytes;
        private final int place;
        private final JsonShape within = new JsonShape();

        Field(String name, int place) {
            // So that it is mostly the same object as the constant by which it is asked for.
            this.name = name.intern();
            this.bytes = name.getBytes(StandardCharsets.UTF_8);
            this.place = place;
        }

        int place() {
            return place;
        }

        JsonShape within() {
            return within;
        }

        private boolean isNamed(byte[] other, int from, int to) {
            boolean isSame = to - from == bytes.length;
            for (int i = 0; isSame && i < bytes.length; i++) {
                isSame = bytes[i] == other[from + i];
            }
            return isSame;
        }
    }

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
        Field known = field(name);
        if (known != null) {
            return known;
        }
        var field = new Field(name, size++);
        if (2 * size > slots.length) {
            grow();
        }
        put(field);
        return field;
    }

    private void grow() {
        @Nullable Field[] before = slots;
        slots = new Field[2 * before.length];
        for (Field field : before) {
            if (field != null) {
                put(field);
            }
        }
    }

    private void put(Field field) {
        int slot = slot(field.name);
        while (slots[slot] != null) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = field;
    }

    @Nullable
    Field field(String wanted) {
        int slot = wanted.isEmpty() ? 0 : slot(wanted);
        Field field = slots[slot];
        while (field != null && !field.name.equals(wanted)) {
            slot = slot + 1 & slots.length - 1;
            field = slots[slot];
        }
        return field;
    }

    /** The same by the bytes of a name. */
    @Nullable
    Field field(byte[] bytes, int from, int to) {
        int slot = from == to ? 0 : slot(to - from, bytes[from], bytes[to - 1]);
        Field field = slots[slot];
        while (field != null && !field.isNamed(bytes, from, to)) {
            slot = slot + 1 & slots.length - 1;
            field = slots[slot];
        }
        return field;
    }

    /** The names are plain ASCII, so that a sign is a byte. */
    private int slot(String name) {
        return slot(name.length(), name.charAt(0), name.charAt(name.length() - 1));
    }

    private int slot(int length, int first, int last) {
        return (length * SPREAD + first) * SPREAD + last & slots.length - 1;
    }

    int size() {
        return size;
    }
}
