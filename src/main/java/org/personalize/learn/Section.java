package org.personalize.learn;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.personalize.measure.Columns;

/**
 * One named array of a model file: how it lies there, and its way in and out in pieces of a fixed size, so that a large
 * array is never held twice.
 *
 * @param count how many values
 * @param bytes how long they are in the file
 */
record Section(String name, Kind kind, int count, long bytes, int checksum) {

    /** What the values are; the letter stands in the file. */
    enum Kind {
        DOUBLES('d', Double.BYTES),
        FLOATS('f', Float.BYTES),
        INTS('i', Integer.BYTES),
        TEXTS('t', 0);

        final char letter;

        /** Bytes a value; 0 where every value has a length of its own. */
        final int width;

        Kind(char letter, int width) {
            this.letter = letter;
            this.width = width;
        }
    }

    private static final int PIECE = 1 << 16;

    /** Takes pieces of an array as bytes. */
    interface Sink {
        void take(byte[] piece, int length) throws IOException;
    }

    static Section of(String name, Object array) throws IOException {
        var checksum = new CRC32C();
        var length = new long[1];
        write(array, (piece, bytes) -> {
            checksum.update(piece, 0, bytes);
            length[0] += bytes;
        });
        return new Section(name, kind(array), count(array), length[0], (int) checksum.getValue());
    }

    private static Kind kind(Object array) {
        if (array instanceof double[]) {
            return Kind.DOUBLES;
        }
        if (array instanceof float[]) {
            return Kind.FLOATS;
        }
        return array instanceof int[] ? Kind.INTS : Kind.TEXTS;
    }

    private static int count(Object array) {
        if (array instanceof double[] values) {
            return values.length;
        }
        if (array instanceof float[] values) {
            return values.length;
        }
        return array instanceof int[] values ? values.length : ((String[]) array).length;
    }

    static void write(Object array, Sink sink) throws IOException {
        if (array instanceof String[] texts) {
            writeTexts(texts, sink);
            return;
        }
        int width = kind(array).width;
        int inPiece = PIECE / width;
        var piece = ByteBuffer.allocate(PIECE);
        int count = count(array);
        for (int from = 0; from < count; from += inPiece) {
            int values = Math.min(inPiece, count - from);
            if (array instanceof double[] doubles) {
                piece.asDoubleBuffer().put(doubles, from, values);
            } else if (array instanceof float[] floats) {
                piece.asFloatBuffer().put(floats, from, values);
            } else {
                piece.asIntBuffer().put((int[]) array, from, values);
            }
            sink.take(piece.array(), values * width);
        }
    }

    private static void writeTexts(String[] texts, Sink sink) throws IOException {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sink.take(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array(), Integer.BYTES);
            sink.take(bytes, bytes.length);
        }
    }

    /** Whether the lengths that the table states go together, so that nothing is asked for that cannot be there. */
    boolean isSensible() {
        boolean isCountRight =
                kind.width == 0 ? bytes >= (long) count * Integer.BYTES : bytes == (long) count * kind.width;
        return count >= 0 && isCountRight;
    }

    /**
     * Reads the values into the columns.
     *
     * @return whether they are as they were written
     */
    boolean readInto(Columns columns, DataInputStream in) throws IOException {
        var checksum = new CRC32C();
        switch (kind) {
            case DOUBLES -> {
                var values = new double[count];
                read(in, checksum, (piece, from, n) -> piece.asDoubleBuffer().get(values, from, n));
                columns.put(name, values);
            }
            case FLOATS -> {
                var values = new float[count];
                read(in, checksum, (piece, from, n) -> piece.asFloatBuffer().get(values, from, n));
                columns.put(name, values);
            }
            case INTS -> {
                var values = new int[count];
                read(in, checksum, (piece, from, n) -> piece.asIntBuffer().get(values, from, n));
                columns.put(name, values);
            }
            case TEXTS -> columns.put(name, texts(in, checksum));
        }
        return (int) checksum.getValue() == this.checksum;
    }

    private interface Filling {
        void fill(ByteBuffer piece, int from, int values);
    }

    private void read(DataInputStream in, CRC32C checksum, Filling filling) throws IOException {
        var piece = ByteBuffer.allocate(PIECE);
        int inPiece = PIECE / kind.width;
        for (int from = 0; from < count; from += inPiece) {
            int values = Math.min(inPiece, count - from);
            in.readFully(piece.array(), 0, values * kind.width);
            checksum.update(piece.array(), 0, values * kind.width);
            filling.fill(piece, from, values);
        }
    }

    private String[] texts(DataInputStream in, CRC32C checksum) throws IOException {
        var texts = new String[count];
        long left = bytes;
        for (int i = 0; i < count; i++) {
            byte[] length = in.readNBytes(Integer.BYTES);
            checksum.update(length);
            int size =
                    length.length < Integer.BYTES ? -1 : ByteBuffer.wrap(length).getInt();
            left -= Integer.BYTES;
            if (size < 0 || size > left) {
                throw new EOFException("a text longer than its section");
            }
            byte[] text = in.readNBytes(size);
            checksum.update(text);
            left -= size;
            texts[i] = new String(text, StandardCharsets.UTF_8);
        }
        if (left != 0) {
            throw new EOFException("a section longer than its texts");
        }
        return texts;
    }
}
