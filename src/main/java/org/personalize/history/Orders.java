package org.personalize.history;

import java.util.Arrays;

/** One person's orders after each other, those before a moment; lines of one order are one, what was taken back is none. */
final class Orders {

    private static final int FIRST_CAPACITY = 8;

    private long[] seconds = new long[FIRST_CAPACITY];
    private int size;
    private double spend;

    private Orders() {}

    static Orders of(History history, int person, long until) {
        var orders = new Orders();
        int basket = 0;
        for (int i = 0; i < history.events(person); i++) {
            int event = history.event(person, i);
            if (history.second(event) >= until) {
                break;
            }
            if (history.kind(event) == Kind.PURCHASE && !history.isTakenBack(event)) {
                if (orders.size == 0 || history.basket(event) != basket) {
                    orders.add(history.second(event));
                    basket = history.basket(event);
                }
                double value = history.value(event);
                orders.spend += Double.isNaN(value) ? 0 : value;
            }
        }
        return orders;
    }

    private void add(long second) {
        seconds = size == seconds.length ? Arrays.copyOf(seconds, 2 * size) : seconds;
        seconds[size++] = second;
    }

    int size() {
        return size;
    }

    long second(int order) {
        return seconds[order];
    }

    /** Only of somebody who ordered. */
    long last() {
        return seconds[size - 1];
    }

    /** What all of them were worth, as far as that is known. */
    double spend() {
        return spend;
    }

    /** How many were made at or after a moment. */
    int since(long second) {
        int count = 0;
        while (count < size && seconds[size - 1 - count] >= second) {
            count++;
        }
        return count;
    }
}
