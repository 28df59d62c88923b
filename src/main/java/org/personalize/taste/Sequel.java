package org.personalize.taste;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A moment and what people had in the time that followed it: what a model of the moment is fitted to or judged by.
 *
 * @param until the minute that is not looked at any more
 * @param people who had anything in it, at most so many, in order
 */
record Sequel(Moment moment, int until, int[] people) {

    /** The half of a number that holds a person's, below what they are shuffled by. */
    private static final long PERSON = 0xffff_ffffL;

    static Sequel of(Moment moment, int until, int mostPeople) {
        Wants wants = moment.wants();
        return new Sequel(
                moment, until, drawn(wants, person -> hasAny(wants, person, moment.cut(), until), mostPeople));
    }

    /** At most so many of these people, in order, and drawn without looking at who they are. */
    static int[] drawn(Wants wants, IntPredicate which, int most) {
        long[] shuffled = IntStream.range(0, wants.people())
                .parallel()
                .filter(which)
                .mapToLong(person -> (mixed(person) ^ Long.MIN_VALUE) & ~PERSON | person)
                .toArray();
        Arrays.parallelSort(shuffled);
        return Arrays.stream(shuffled)
                .limit(most)
                .mapToInt(packed -> (int) packed)
                .sorted()
                .toArray();
    }

    /** The same with other links between items. */
    Sequel linked(Kin linear, Kin neighbours) {
        return new Sequel(moment.linked(linear, neighbours), until, people);
    }

    private static boolean hasAny(Wants wants, int person, int from, int until) {
        for (int want = wants.from(person); want < wants.to(person); want++) {
            if (isIn(wants, want, from, until)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Wants wants, int want, int from, int until) {
        return wants.isStrong(want) && wants.minute(want) >= from && wants.minute(want) < until;
    }

    /** A number without order (splitmix64), so that the people taken are no special ones. */
    static long mixed(long number) {
        long z = (number + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** What the person had in the time that followed, each thing once, in ascending order. */
    int[] had(int person) {
        Wants wants = moment.wants();
        return IntStream.range(wants.from(person), wants.to(person))
                .filter(want -> isIn(wants, want, moment.cut(), until))
                .map(wants::item)
                .distinct()
                .toArray();
    }

    /** Whether the item was there before the time was over: nobody could want what came later. */
    boolean wasThere(int item) {
        return !moment.births().isKnown(item) || moment.births().minute(item) < until;
    }

    boolean had(int[] inOrder, int item) {
        return Arrays.binarySearch(inOrder, item) >= 0;
    }
}
