package org.personalize.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A row of octets that grows: a message while it is written. */
final class Octets {

    private byte[] row;
    private int size;

    Octets(int capacity) {
        row = new byte[capacity];
    }

    /** Makes sure that so many octets can be put one by one. */
    Octets room(int more) {
        if (row.length - size < more) {
            row = Arrays.copyOf(row, Math.max(size + more, row.length + row.length / 2));
        }
        return this;
    }

    /** Only where {@link #room} was made. */
    void put(int octet) {
        row[size++] = (byte) octet;
    }

    Octets add(byte[] octets) {
        return add(octets, 0, octets.length);
    }

    Octets add(byte[] octets, int from, int to) {
        room(to - from);
        System.arraycopy(octets, from, row, size, to - from);
        size += to - from;
        return this;
    }

    Octets add(Octets other) {
        return add(other.row, 0, other.size);
    }

    Octets add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(row, size);
    }
}
