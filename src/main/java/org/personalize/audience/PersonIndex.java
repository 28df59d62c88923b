package org.personalize.audience;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds people by a text without keeping the text: a hash table of two ints per person, in which whoever asks compares
 * the candidates. Several people may share a hash.
 */
final class PersonIndex {

    private static final int NOBODY = -1;
    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int GOLDEN_RATIO = 0x9E3779B9;

    private int[] hashes = new int[FIRST_CAPACITY];
    private int[] people = empty(FIRST_CAPACITY);
    private int size;

    void add(String key, int person) {
        if (size >= people.length / 2) {
            grow();
        }
        put(hash(key), person);
        size++;
    }

    /** The first person under the key whom the test confirms; -1 when there is none. */
    int find(String key, IntPredicate isMeant) {
        int hash = hash(key);
        int mask = people.length - 1;
        for (int slot = hash & mask; people[slot] != NOBODY; slot = (slot + 1) & mask) {
            if (hashes[slot] == hash && isMeant.test(people[slot])) {
                return people[slot];
            }
        }
        return NOBODY;
    }

    private void put(int hash, int person) {
        int mask = people.length - 1;
        int slot = hash & mask;
        while (people[slot] != NOBODY) {
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        people[slot] = person;
    }

    private void grow() {
        int[] oldHashes = hashes;
        int[] oldPeople = people;
        hashes = new int[oldPeople.length * 2];
        people = empty(oldPeople.length * 2);
        for (int slot = 0; slot < oldPeople.length; slot++) {
            if (oldPeople[slot] != NOBODY) {
                put(oldHashes[slot], oldPeople[slot]);
            }
        }
    }

    private static int[] empty(int capacity) {
        int[] slots = new int[capacity];
        Arrays.fill(slots, NOBODY);
        return slots;
    }

    /** Spreads the text's own hash, whose low bits are alike for texts that differ only at the end. */
    private static int hash(String key) {
        int mixed = key.hashCode() * GOLDEN_RATIO;
        return mixed ^ (mixed >>> 15);
    }
}
