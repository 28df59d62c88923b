package org.personalize.plan;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Sorts people by their lots without an object for each. */
final class Order {

    private Order() {}

    /** The numbers with the smallest lot first, equals in their order. Lots are from 0 to less than 1. */
    static int[] by(IntToDoubleFunction lot, int[] numbers) {
        long[] keys = new long[numbers.length];
        for (int place = 0; place < keys.length; place++) {
            keys[place] = ((long) (lot.applyAsDouble(numbers[place]) * 0x1.0p31) << Integer.SIZE) + place;
        }
        Arrays.parallelSort(keys);
        return Arrays.stream(keys).mapToInt(key -> numbers[(int) key]).toArray();
    }
}
