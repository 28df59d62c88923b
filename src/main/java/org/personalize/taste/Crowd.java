package org.personalize.taste;

import java.util.Arrays;

/**
 * Some of the people of a moment with what they wanted, laid out by person and by item, so that for anybody those can be
 * found who want the same. They are drawn without looking at who they are; with more of them little would be gained, as
 * only the nearest count.
 */
final class Crowd {

    private static final int MOST_PEOPLE = 3_000;

    /** Whoever wanted fewer things is near to nobody in particular. */
    private static final int FEWEST_THINGS = 2;

    private final int[] people;
    private final int[] starts;
    private int[] items;

    /** Each want's part of its person's direction, of length 1. */
    private float[] parts;

    /** What is left of each want after some time, by the longer and by the shorter memory. */
    private float[] wanted;

    private float[] wantedLately;

    private final int[] itemStarts;
    private final int[] itemPlaces;
    private final float[] itemParts;

    Crowd(Wants wants, int cut, int catalogSize) {
        people = Sequel.drawn(wants, person -> things(wants, person, cut) >= FEWEST_THINGS, MOST_PEOPLE);
        starts = new int[people.length + 1];
        items = new int[16];
        parts = new float[16];
        wanted = new float[16];
        wantedLately = new float[16];
        var portrait = new Portrait(wants, cut);
        for (int place = 0; place < people.length; place++) {
            portrait.draw(people[place]);
            add(place, portrait);
        }
        itemStarts = new int[catalogSize + 1];
        for (int want = 0; want < starts[people.length]; want++) {
            itemStarts[items[want] + 1]++;
        }
        Arrays.parallelPrefix(itemStarts, Integer::sum);
        itemPlaces = new int[starts[people.length]];
        itemParts = new float[itemPlaces.length];
        turn();
    }

    private static int things(Wants wants, int person, int cut) {
        int found = 0;
        int last = -1;
        for (int want = wants.from(person); want < wants.to(person) && found < FEWEST_THINGS; want++) {
            if (wants.minute(want) < cut && wants.item(want) != last) {
                last = wants.item(want);
                found++;
            }
        }
        return found;
    }

    private void add(int place, Portrait portrait) {
        int from = starts[place];
        int to = from + portrait.size();
        if (to > items.length) {
            int room = Math.max(to, 2 * items.length);
            items = Arrays.copyOf(items, room);
            parts = Arrays.copyOf(parts, room);
            wanted = Arrays.copyOf(wanted, room);
            wantedLately = Arrays.copyOf(wantedLately, room);
        }
        double length = length(portrait);
        for (int k = 0; k < portrait.size(); k++) {
            items[from + k] = portrait.item(k);
            parts[from + k] = (float) (portrait.months(k) / length);
            wanted[from + k] = (float) portrait.years(k);
            wantedLately[from + k] = (float) portrait.lately(k);
        }
        starts[place + 1] = to;
    }

    /** By what a person's wants are divided to have a direction only; never 0. */
    static double length(Portrait portrait) {
        double squares = Double.MIN_NORMAL;
        for (int k = 0; k < portrait.size(); k++) {
            squares += portrait.months(k) * portrait.months(k);
        }
        return Math.sqrt(squares);
    }

    private void turn() {
        int[] next = itemStarts.clone();
        for (int place = 0; place < people.length; place++) {
            for (int want = starts[place]; want < starts[place + 1]; want++) {
                int to = next[items[want]]++;
                itemPlaces[to] = place;
                itemParts[to] = parts[want];
            }
        }
    }

    int size() {
        return people.length;
    }

    int person(int place) {
        return people[place];
    }

    int from(int place) {
        return starts[place];
    }

    int to(int place) {
        return starts[place + 1];
    }

    int item(int want) {
        return items[want];
    }

    double wanted(int want) {
        return wanted[want];
    }

    double wantedLately(int want) {
        return wantedLately[want];
    }

    double part(int want) {
        return parts[want];
    }

    /** The number of a person's want of an item, or a number below 0. */
    int want(int place, int item) {
        return Arrays.binarySearch(items, starts[place], starts[place + 1], item);
    }

    int fromFor(int item) {
        return itemStarts[item];
    }

    int toFor(int item) {
        return itemStarts[item + 1];
    }

    int placeFor(int itemWant) {
        return itemPlaces[itemWant];
    }

    double partFor(int itemWant) {
        return itemParts[itemWant];
    }
}
