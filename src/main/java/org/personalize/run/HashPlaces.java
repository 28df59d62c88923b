package org.personalize.run;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Places by a hash of what is there, at some two dozen bytes each; of equal hashes all are remembered. */
final class HashPlaces {

    private static final int NONE = -1;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FIRST_SIZE = 1 << 8;

    private long[] hashes = new long[FIRST_SIZE];
    private int[] places = empty(FIRST_SIZE);
    private int size;

    static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MIX;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    void put(long hash, int place) {
        if (2 * ++size > hashes.length) {
            grow();
        }
        hang(hash, place);
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldPlaces = places;
        hashes = new long[2 * oldHashes.length];
        places = empty(2 * oldHashes.length);
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldPlaces[i] != NONE) {
                hang(oldHashes[i], oldPlaces[i]);
            }
        }
    }

    private static int[] empty(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, NONE);
        return empty;
    }

    private void hang(long hash, int place) {
        int slot = slot(hash);
        while (places[slot] != NONE) {
            slot = slot + 1 & hashes.length - 1;
        }
        hashes[slot] = hash;
        places[slot] = place;
    }

    /** The first place of a hash that is right, or -1. */
    int find(long hash, IntPredicate isRight) {
        for (int slot = slot(hash); places[slot] != NONE; slot = slot + 1 & hashes.length - 1) {
            if (hashes[slot] == hash && isRight.test(places[slot])) {
                return places[slot];
            }
        }
        return NONE;
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> 32) & hashes.length - 1;
    }
}
