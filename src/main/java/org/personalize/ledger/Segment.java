package org.personalize.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Events that were taken in together, in the order of time, read from the bytes of their file. */
public final class Segment {

    private static final int UNSIGNED_SHORT = 0xffff;
    private static final int UNSIGNED_BYTE = 0xff;

    private final ByteBuffer bytes;
    private final int size;
    private final Map<Field, Column> columns = new EnumMap<>(Field.class);
    private final int seconds;

    /** @param bytes whole and undamaged */
    Segment(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
        if (this.bytes.getLong() != SegmentFile.MARK) {
            throw new IllegalStateException("no segment of events, or one of a later form");
        }
        size = this.bytes.getInt();
        int count = this.bytes.getInt();
        for (int i = 0; i < count; i++) {
            readColumn();
        }
        seconds = this.bytes.position();
    }

    /** @param start of the texts' numbers, of which each takes so many bytes */
    private record Column(List<String> texts, int start, int width) {}

    private void readColumn() {
        Optional<Field> field = field(text());
        String[] texts = new String[bytes.getInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text();
        }
        int width = SegmentFile.width(texts.length);
        var column = new Column(List.of(texts), bytes.position(), width);
        field.ifPresent(known -> columns.put(known, column));
        bytes.position(bytes.position() + width * size);
    }

    /** None for what a later version of the program has added. */
    private static Optional<Field> field(String name) {
        return Stream.of(Field.values()).filter(f -> f.name().equals(name)).findFirst();
    }

    private String text() {
        int length = bytes.getShort() & UNSIGNED_SHORT;
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    public int size() {
        return size;
    }

    /** Since 1970-01-01T00:00Z, or {@link KeptEvent#NO_SECOND}. */
    public long second(int event) {
        return bytes.getLong(seconds + event * Long.BYTES);
    }

    /** One of the keys of all events, which lie in their own order: which is whose is not known any more. */
    long key(int place) {
        return bytes.getLong(seconds + (size + place) * Long.BYTES);
    }

    /** The different texts of a field. */
    public List<String> texts(Field field) {
        Column column = columns.get(field);
        return column == null ? List.of("") : column.texts();
    }

    /** The number of an event's text among those of the field. */
    public int number(Field field, int event) {
        Column column = columns.get(field);
        int number = 0;
        if (column != null) {
            int start = column.start() + event * column.width();
            for (int i = 0; i < column.width(); i++) {
                number = number << Byte.SIZE | bytes.get(start + i) & UNSIGNED_BYTE;
            }
        }
        return number;
    }

    public String text(Field field, int event) {
        return texts(field).get(number(field, event));
    }

    /** Where the keys begin in the file of so many bytes. */
    static long keysAt(long fileBytes, int events) {
        return fileBytes - (long) events * Long.BYTES;
    }
}
