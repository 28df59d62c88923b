package org.personalize.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.personalize.catalog.Catalog;
import org.personalize.ledger.Promise;

/** The items that mails showed, one after the other, as columns of numbers: which item, and where in the mail. */
final class Shown {

    private static final int FIRST_SIZE = 1 << 10;

    private final Catalog catalog;
    private final Names positions = new Names();
    private final Map<String, List<Integer>> positionsOf = new HashMap<>();
    private int size;
    private int[] items = new int[FIRST_SIZE];
    private short[] positionOf = new short[FIRST_SIZE];

    Shown(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The items of one mail, slot by slot. */
    void add(Map<String, List<Promise.Shown>> slots) {
        slots.forEach(this::add);
    }

    private void add(String slot, List<Promise.Shown> choices) {
        List<Integer> numbers = positionsOf.computeIfAbsent(slot, unseen -> new ArrayList<>());
        for (int place = 0; place < choices.size(); place++) {
            if (place == numbers.size()) {
                numbers.add(positions.number(slot + ' ' + (place + 1)));
            }
            if (size == items.length) {
                items = Arrays.copyOf(items, 2 * size);
                positionOf = Arrays.copyOf(positionOf, 2 * size);
            }
            items[size] = catalog.itemOf(choices.get(place).item());
            positionOf[size] = numbers.get(place).shortValue();
            size++;
        }
    }

    int size() {
        return size;
    }

    /** -1 for one that the item file no longer has. */
    int item(int shown) {
        return items[shown];
    }

    int position(int shown) {
        return positionOf[shown];
    }

    /** Slots and positions, such as {@code picks 2}. */
    List<String> positions() {
        return positions.all();
    }
}
