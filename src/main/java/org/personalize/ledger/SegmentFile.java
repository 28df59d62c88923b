package org.personalize.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes events as the bytes of a segment: a mark, the number of events and of columns; each column as its name, its
 * different texts and the number of each event's text, in as few bytes as there are texts; the moments; and at the end the
 * keys in their own order, which can so be looked at without the rest.
 */
final class SegmentFile {

    static final long MARK = 0x7065_7273_6576_6e31L;

    private final EventBatch batch;
    private final int[] events;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private SegmentFile(EventBatch batch, int[] events) {
        this.batch = batch;
        this.events = events;
    }

    /** @param events the numbers of those that are written, in the order of time */
    static byte[] of(EventBatch batch, int[] events) {
        var file = new SegmentFile(batch, events);
        try {
            file.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.bytes.toByteArray();
    }

    private void write() throws IOException {
        out.writeLong(MARK);
        out.writeInt(events.length);
        out.writeInt(Field.values().length);
        for (Field field : Field.values()) {
            write(field);
        }
        for (int event : events) {
            out.writeLong(batch.second(event));
        }
        long[] keys = new long[events.length];
        Arrays.setAll(keys, i -> batch.key(events[i]));
        Arrays.sort(keys);
        for (long key : keys) {
            out.writeLong(key);
        }
    }

    private void write(Field field) throws IOException {
        List<String> texts = batch.words(field).words();
        int[] numbers = new int[texts.size()];
        Arrays.fill(numbers, -1);
        List<String> used = new ArrayList<>();
        for (int event : events) {
            int word = batch.word(field, event);
            if (numbers[word] < 0) {
                numbers[word] = used.size();
                used.add(texts.get(word));
            }
        }
        out.writeUTF(field.name());
        out.writeInt(used.size());
        for (String text : used) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeShort(utf8.length);
            out.write(utf8);
        }
        int width = width(used.size());
        for (int event : events) {
            int number = numbers[batch.word(field, event)];
            for (int shift = (width - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
                out.write(number >>> shift);
            }
        }
    }

    /** So many bytes tell so many texts apart; where there is only one, none is needed. */
    static int width(int texts) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, texts - 1)) + Byte.SIZE - 1) / Byte.SIZE;
    }
}
