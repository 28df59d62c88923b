package org.personalize.history;

import java.util.stream.IntStream;

/**
 * Goes through the numbers below another, of people or of events, with every processor there is. A part of them is one
 * processor's, and nothing of one part is another's: what is found does not depend on how many processors there are.
 */
final class Parts {

    private static final int NUMBERS = 1 << 13;

    /** What is to be done with the numbers from one to before another. */
    @FunctionalInterface
    interface Part {
        void settle(int from, int to);
    }

    private Parts() {}

    static void each(int size, Part part) {
        IntStream.range(0, (size + NUMBERS - 1) / NUMBERS)
                .parallel()
                .forEach(i -> part.settle(i * NUMBERS, Math.min(size, (i + 1) * NUMBERS)));
    }
}
