package org.personalize.catalog;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.HashIndex;
import org.personalize.csv.RowStore;

/**
 * The way from an id, or another name, to its item. A long log asks for it with every row: what it looks at lies close
 * together, and no text is made or followed to find it.
 */
final class ItemNumbers {

    private static final int NONE = -1;
    private static final int FIRST_SIZE = 64;

    private final HashIndex index = new HashIndex();
    private final RowStore names = new RowStore(1);
    private int[] numbers = new int[FIRST_SIZE];

    /** What already has a number keeps it. */
    void add(String name, int number) {
        if (of(name) >= 0) {
            return;
        }
        int row = names.add(new @Nullable String[] {name});
        if (row == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * row);
        }
        numbers[row] = number;
        index.add(name.hashCode(), row);
    }

    /** -1 where no item has the name. */
    int of(String name) {
        int row = index.find(name.hashCode(), candidate -> names.isCell(candidate, 0, name));
        return row < 0 ? NONE : numbers[row];
    }
}
