package org.personalize.taste;

/** A set of items that is quickly emptied. */
final class Touched {

    private final boolean[] isIn;
    private final int[] items;
    private int size;

    Touched(int items) {
        isIn = new boolean[items];
        this.items = new int[items];
    }

    void note(int item) {
        if (!isIn[item]) {
            isIn[item] = true;
            items[size++] = item;
        }
    }

    boolean has(int item) {
        return isIn[item];
    }

    int size() {
        return size;
    }

    int item(int place) {
        return items[place];
    }

    void clear() {
        for (int place = 0; place < size; place++) {
            isIn[items[place]] = false;
        }
        size = 0;
    }
}
