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
 * @param isOfComing whether most of what was had in that time came in that time
 */
record Sequel(Moment moment, int until, int[] people, boolean isOfComing) {

    /** Of people who had anything in that time, at most so many. */
    static Sequel of(Moment moment, int until, int mostPeople) {
        Wants wants = moment.wants();
        int[] people = drawn(wants, person -> wants.hasAny(person, moment.cut(), until), mostPeople);
        return new Sequel(moment, until, people, moment.births().areComing(wants, moment.cut(), until));
    }

    /**
     * The same moment and time, but of everybody who was there, whether or not they had anything in it: so many, by lot, of
     * each stratum. Whoever showed first after the time was over may not have been there; whoever never did was.
     */
    Sequel ofAll(int mostEach) {
        Wants wants = moment.wants();
        var found = new int[Stratum.values().length];
        int[] everybody = Arrays.stream(wants.byLot())
                .filter(person -> wasThere(wants, person, until))
                .filter(person ->
                        found[Stratum.of(things(wants, person, moment.cut())).place()]++ < mostEach)
                .toArray();
        return new Sequel(moment, until, everybody, isOfComing);
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
            if (wants.isHad(want, Integer.MIN_VALUE, cut) && wants.item(want) != last) {
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
        return new Sequel(moment.linked(linear, neighbours), until, people, isOfComing);
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
                .filter(want -> wants.isHad(want, moment.cut(), until))
                .map(wants::item)
                .distinct()
                .toArray();
    }

    /** Whether the item was there before the time was over: nobody could want what came later. */
    boolean wasThere(int item) {
        return moment.births().isBefore(item, until);
    }

    /** Whether the item may be on a list by which chances are set. */
    boolean isOffered(int item) {
        return moment.births().isBefore(item, isOfComing ? until : moment.cut());
    }

    /**
     * What lists may hold by which somebody is judged who had these things. What is yet to come at the moment is on nobody's;
     * but where people mostly have what came lately, as with news, whoever had nothing else is judged by all of it: lists of
     * what was there already would say nothing of those that are made day by day.
     */
    IntPredicate offered(int[] had) {
        boolean isAll = isOfComing && Arrays.stream(had).noneMatch(this::isThere);
        return isAll ? this::wasThere : this::isThere;
    }

    private boolean isThere(int item) {
        return moment.births().isBefore(item, moment.cut());
    }

    boolean had(int[] inOrder, int item) {
        return Arrays.binarySearch(inOrder, item) >= 0;
    }
}
