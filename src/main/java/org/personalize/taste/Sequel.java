package org.personalize.taste;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.personalize.measure.Stratum;

/**
 * A moment and what people had in the time that followed it: what a model of the moment is fitted to or judged by.
 *
 * @param until the minute that is not looked at any more
 * @param people who are looked at, in the order of their lots
 */
record Sequel(Moment moment, int until, int[] people) {

    /** Of people who had anything in that time, at most so many. */
    static Sequel of(Moment moment, int until, int mostPeople) {
        Wants wants = moment.wants();
        return new Sequel(
                moment, until, drawn(wants, person -> hasAny(wants, person, moment.cut(), until), mostPeople));
    }

    /**
     * The same moment and time, but of everybody who was there, whether or not they had anything in it: so many, by lot, of
     * each stratum. Whoever showed first after the time was over may not have been there; whoever never did was.
     */
    static Sequel ofAll(Moment moment, int until, int mostEach) {
        Wants wants = moment.wants();
        var found = new int[Stratum.values().length];
        int[] people = Arrays.stream(wants.byLot())
                .filter(person -> wasThere(wants, person, until))
                .filter(person ->
                        found[Stratum.of(things(wants, person, moment.cut())).place()]++ < mostEach)
                .toArray();
        return new Sequel(moment, until, people);
    }

    private static boolean wasThere(Wants wants, int person, int until) {
        return wants.from(person) == wants.to(person)
                || IntStream.range(wants.from(person), wants.to(person)).anyMatch(want -> wants.minute(want) < until);
    }

    /** How many different things they had before. */
    private static int things(Wants wants, int person, int cut) {
        int things = 0;
        int last = -1;
        for (int want = wants.from(person); want < wants.to(person); want++) {
            if (isIn(wants, want, Integer.MIN_VALUE, cut) && wants.item(want) != last) {
                last = wants.item(want);
                things++;
            }
        }
        return things;
    }

    /** At most so many of these people, drawn without looking at what they did. */
    static int[] drawn(Wants wants, IntPredicate which, int most) {
        return Arrays.stream(wants.byLot()).filter(which).limit(most).toArray();
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

    /** A number without order (splitmix64). */
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

    /** Whether the item was there at the moment, as far as is known: what is yet to come is on nobody's list. */
    boolean isThere(int item) {
        return !moment.births().isKnown(item) || moment.births().minute(item) < moment.cut();
    }

    boolean had(int[] inOrder, int item) {
        return Arrays.binarySearch(inOrder, item) >= 0;
    }
}
