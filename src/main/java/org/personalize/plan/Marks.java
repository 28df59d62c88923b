package org.personalize.plan;

import java.util.Arrays;

/** What stands against items for the person at hand, wiped for the next by touching only what was marked. */
final class Marks {

    /** In this mail already, or never to be shown. */
    static final int TAKEN = 1;

    static final int SHOWN = 2;

    /** Bought more often than given back. */
    static final int BOUGHT = 4;

    private final byte[] marks;
    private final int[] bought;
    private int[] touched = new int[64];
    private int count;

    Marks(int items) {
        marks = new byte[items];
        bought = new int[items];
    }

    boolean has(int item, int any) {
        return (marks[item] & any) != 0;
    }

    void set(int item, int mark) {
        touch(item);
        marks[item] |= (byte) mark;
    }

    void count(int item, int purchases) {
        touch(item);
        bought[item] += purchases;
        marks[item] = (byte) (bought[item] > 0 ? marks[item] | BOUGHT : marks[item] & ~BOUGHT);
    }

    void unset(int item, int mark) {
        marks[item] &= (byte) ~mark;
    }

    void forget(int mark) {
        for (int i = 0; i < count; i++) {
            marks[touched[i]] &= (byte) ~mark;
        }
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            marks[touched[i]] = 0;
            bought[touched[i]] = 0;
        }
        count = 0;
    }

    private void touch(int item) {
        if (count == touched.length) {
            touched = Arrays.copyOf(touched, count * 2);
        }
        touched[count++] = item;
    }
}
