package org.personalize.rhythm;

import java.util.List;
import java.util.stream.IntStream;

/**
 * People in portions of a fixed size, worked on by all cores. What comes of the portions is handed back in their order, so
 * that sums over them are the same on any number of cores.
 */
final class Portions {

    private static final int PEOPLE = 1024;

    private Portions() {}

    /** Works on the people {@code from} to {@code to - 1}. */
    @FunctionalInterface
    interface Work<T> {
        T on(int from, int to);
    }

    static <T> List<T> map(int people, Work<T> work) {
        return map(people, PEOPLE, work);
    }

    static <T> List<T> map(int number, int each, Work<T> work) {
        return IntStream.range(0, (number + each - 1) / each)
                .parallel()
                .mapToObj(portion -> work.on(portion * each, Math.min(number, (portion + 1) * each)))
                .toList();
    }
}
