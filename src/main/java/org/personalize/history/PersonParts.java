package org.personalize.history;

import java.util.stream.IntStream;

/**
 * Goes through all people with every processor there is. A part of the people is one processor's, and nobody's events are
 * anybody else's, so that what is found does not depend on how many processors there are.
 */
final class PersonParts {

    private static final int PEOPLE = 1 << 13;

    /** What is to be done with the people from one number to before another. */
    @FunctionalInterface
    interface Part {
        void settle(int from, int to);
    }

    private PersonParts() {}

    static void each(int people, Part part) {
        IntStream.range(0, (people + PEOPLE - 1) / PEOPLE)
                .parallel()
                .forEach(i -> part.settle(i * PEOPLE, Math.min(people, (i + 1) * PEOPLE)));
    }
}
