package org.personalize.intake;

/**
 * A set of numbers that are spread evenly, at some twelve bytes each. It grows by parts, so that it never holds an old and a
 * new copy of itself.
 */
final class LongSet {

    private static final int PART_BITS = 8;
    private static final int FIRST_SIZE = 1 << 6;

    /** Stands for no number. */
    private static final long NONE = 0;

    private final long[][] parts = new long[1 << PART_BITS][FIRST_SIZE];
    private final int[] sizes = new int[1 << PART_BITS];
    private boolean hasNone;

    /** @return whether it was not there yet */
    boolean add(long number) {
        if (number == NONE) {
            boolean isNew = !hasNone;
            hasNone = true;
            return isNew;
        }
        int part = (int) (number >>> (Long.SIZE - PART_BITS));
        if (4 * sizes[part] >= 3 * parts[part].length) {
            grow(part);
        }
        int slot = slot(parts[part], number);
        boolean isNew = parts[part][slot] == NONE;
        parts[part][slot] = number;
        sizes[part] += isNew ? 1 : 0;
        return isNew;
    }

    private static int slot(long[] part, long number) {
        int slot = (int) number & part.length - 1;
        while (part[slot] != NONE && part[slot] != number) {
            slot = slot + 1 & part.length - 1;
        }
        return slot;
    }

    private void grow(int part) {
        long[] old = parts[part];
        long[] grown = new long[2 * old.length];
        for (long number : old) {
            if (number != NONE) {
                grown[slot(grown, number)] = number;
            }
        }
        parts[part] = grown;
    }
}
