package org.personalize.audience;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Casts a lot for everybody, by their id alone. */
final class Lots {

    /** The half of a number that holds a person's, below their lot. */
    private static final long PERSON = 0xffff_ffffL;

    private Lots() {}

    /** People by their lots, and the few who drew the same by their ids. */
    static int[] order(int people, IntFunction<String> id) {
        long[] keys = IntStream.range(0, people)
                .parallel()
                .mapToLong(person -> lot(id.apply(person)) & ~PERSON | person)
                .toArray();
        Arrays.parallelSort(keys);
        int[] order = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
        for (int from = 0, to; from < people; from = to) {
            to = from + 1;
            while (to < people && (keys[from] & ~PERSON) == (keys[to] & ~PERSON)) {
                to++;
            }
            if (to - from > 1) {
                sort(order, from, to, id);
            }
        }
        return order;
    }

    private static void sort(int[] order, int from, int to, IntFunction<String> id) {
        int[] sorted = Arrays.stream(order, from, to)
                .boxed()
                .sorted(Comparator.comparing(id::apply))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    /** A number without order (splitmix64). */
    private static long lot(String id) {
        long z = (id.hashCode() + 1L) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
