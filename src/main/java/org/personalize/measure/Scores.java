package org.personalize.measure;

import java.util.Arrays;

/** One score a person, in the order in which they were judged. */
final class Scores {

    private static final int FIRST_CAPACITY = 64;

    private double[] values = new double[FIRST_CAPACITY];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double[] all() {
        return Arrays.copyOf(values, size);
    }
}
