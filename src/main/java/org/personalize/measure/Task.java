package org.personalize.measure;

import java.util.Arrays;
import java.util.Locale;

/** Which of the things somebody took in the held-out time a ranking has to find. */
public enum Task {
    /** What they had not taken before. */
    NEW,
    /** What they had taken before and took again. */
    REPEAT,
    /** Everything. */
    ALL;

    /**
     * The things to be found, each once and in ascending order.
     *
     * @param heldOut what was taken in the held-out time, in any order, things taken twice twice or once
     * @param seen what was taken before, likewise
     */
    public int[] wanted(int[] heldOut, int[] seen) {
        int[] before = Arrays.stream(seen).sorted().distinct().toArray();
        return Arrays.stream(heldOut)
                .sorted()
                .distinct()
                .filter(item -> isWanted(Arrays.binarySearch(before, item) >= 0))
                .toArray();
    }

    private boolean isWanted(boolean isSeen) {
        return switch (this) {
            case NEW -> !isSeen;
            case REPEAT -> isSeen;
            case ALL -> true;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
