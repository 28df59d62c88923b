package org.personalize.audience;

/**
 * How the ids of a file look: how long they are, and what they begin with. It tells of most words that they are nobody's
 * id, without a look into an index that is larger than the processor's memory.
 */
final class IdShapes {

    private static final int LENGTHS = 64;

    /** For each length the first characters that ids of this length have, as bits; characters may share a bit. */
    private final long[] firsts = new long[LENGTHS];

    void add(String id) {
        if (!id.isEmpty()) {
            firsts[length(id)] |= first(id);
        }
    }

    boolean mayHold(String word) {
        return !word.isEmpty() && (firsts[length(word)] & first(word)) != 0;
    }

    private static int length(String text) {
        return Math.min(text.length(), LENGTHS - 1);
    }

    private static long first(String text) {
        return 1L << text.charAt(0);
    }
}
