package org.personalize.plan;

import java.util.stream.IntStream;

/**
 * People in portions of a fixed size, worked on by all cores. A portion is the same whatever the number of cores, so
 * results that are kept by portion are too.
 */
final class Chunks {

    static final int PEOPLE = 4096;

    private Chunks() {}

    /** Works on the people {@code from} to {@code to - 1}; must write to places of its own only. */
    @FunctionalInterface
    interface Work {
        void on(int chunk, int from, int to);
    }

    static int count(int size) {
        return (size + PEOPLE - 1) / PEOPLE;
    }

    static void each(int size, Work work) {
        IntStream.range(0, count(size))
                .parallel()
                .forEach(chunk -> work.on(chunk, chunk * PEOPLE, Math.min(size, (chunk + 1) * PEOPLE)));
    }
}
