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

    Octets add(byte[] octets) {
        return add(octets, 0, octets.length);
    }

    Octets add(byte[] octets, int from, int to) {
        int length = to - from;
        if (row.length - size < length) {
            row = Arrays.copyOf(row, Math.max(size + length, row.length + row.length / 2));
        }
        System.arraycopy(octets, from, row, size, length);
        size += length;
        return this;
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
