package org.personalize.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The different texts of one field, numbered as they come. */
final class EventWords {

    private static final int FIRST_SIZE = 1 << 6;
    private static final int NONE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private final List<String> words = new ArrayList<>();
    private int[] slots = empty(FIRST_SIZE);

    /** The hash of each slot's text, so that another text is seldom looked at. */
    private int[] hashes = new int[FIRST_SIZE];

    private long characters;
    private int last;

    int number(String text) {
        if (!words.isEmpty() && words.get(last).equals(text)) {
            return last;
        }
        int slot = slot(text);
        if (slots[slot] == NONE) {
            slots[slot] = words.size();
            hashes[slot] = text.hashCode();
            words.add(text);
            characters += text.length();
            last = words.size() - 1;
            if (2 * words.size() > slots.length) {
                grow();
            }
        } else {
            last = slots[slot];
        }
        return last;
    }

    private int slot(String text) {
        int hash = text.hashCode();
        int mixed = hash * SPREAD;
        int slot = (mixed ^ mixed >>> 15) & slots.length - 1;
        while (slots[slot] != NONE
                && !(hashes[slot] == hash && words.get(slots[slot]).equals(text))) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        slots = empty(2 * slots.length);
        hashes = new int[slots.length];
        for (int i = 0; i < words.size(); i++) {
            int slot = slot(words.get(i));
            slots[slot] = i;
            hashes[slot] = words.get(i).hashCode();
        }
    }

    private static int[] empty(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, NONE);
        return empty;
    }

    List<String> words() {
        return words;
    }

    long characters() {
        return characters;
    }
}
