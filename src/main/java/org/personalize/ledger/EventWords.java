package org.personalize.ledger;

import java.util.ArrayList;
import java.util.List;

/** The different texts of one field, numbered as they come. */
final class EventWords {

    private static final int FIRST_SIZE = 1 << 6;
    private static final int SPREAD = 0x9E3779B9;

    private final List<String> words = new ArrayList<>();

    /** Side by side each text's hash and one more than its number, so that other texts are seldom looked at; 0 where none is. */
    private long[] slots = new long[FIRST_SIZE];

    private long characters;
    private int last;

    int number(String text) {
        if (words.isEmpty() || !words.get(last).equals(text)) {
            last = find(text);
        }
        return last;
    }

    private int find(String text) {
        int hash = text.hashCode();
        int slot = first(hash);
        while (slots[slot] != 0) {
            int number = (int) slots[slot] - 1;
            if (hash(slots[slot]) == hash && words.get(number).equals(text)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        words.add(text);
        characters += text.length();
        slots[slot] = (long) hash << Integer.SIZE | words.size();
        if (2 * words.size() > slots.length) {
            grow();
        }
        return words.size() - 1;
    }

    private static int hash(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private int first(int hash) {
        int mixed = hash * SPREAD;
        return (mixed ^ mixed >>> 15) & slots.length - 1;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[2 * before.length];
        for (long entry : before) {
            if (entry != 0) {
                int slot = first(hash(entry));
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = entry;
            }
        }
    }

    List<String> words() {
        return words;
    }

    long characters() {
        return characters;
    }
}
