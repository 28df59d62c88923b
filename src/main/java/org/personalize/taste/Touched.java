package org.personalize.taste;

/** A set of items that is quickly emptied. */
final class Touched {

    private final int[] places;
    private final int[] items;
    private int size;

    Touched(int items) {
        places = new int[items];
        this.items = new int[items];
    }

    /** The place of an item, which is in it from now on. */
    int note(int item) {
        if (places[item] == 0) {
            items[size++] = item;
            places[item] = size;
        }
        return places[item] - 1;
    }

    boolean has(int item) {
        return places[item] > 0;
    }

    /** The place of an item that is in it; below 0 for others. */
    int place(int item) {
        return places[item] - 1;
    }

    int size() {
        return size;
    }

    int item(int place) {
        return items[place];
    }

    void clear() {
        for (int place = 0; place < size; place++) {
            places[items[place]] = 0;
        }
        size = 0;
    }
}
