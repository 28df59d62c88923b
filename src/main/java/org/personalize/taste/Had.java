package org.personalize.taste;

import java.util.Arrays;

/**
 * Who had what before a moment, each pair once: by person and by item, both in order. Of somebody who had more than
 * {@link #MOST} things the latest count, so that an account that many people share is not the measure of everything.
 */
final class Had {

    static final int MOST = 300;

    private final int items;
    private final int[] personStarts;
    private final int[] personItems;
    private final int[] itemStarts;
    private final int[] itemPeople;

    private Had(int items, int[] personStarts, int[] personItems) {
        this.items = items;
        this.personStarts = personStarts;
        this.personItems = personItems;
        itemStarts = new int[items + 1];
        for (int item : personItems) {
            itemStarts[item + 1]++;
        }
        Arrays.parallelPrefix(itemStarts, Integer::sum);
        itemPeople = new int[personItems.length];
        int[] next = itemStarts.clone();
        for (int person = 0; person + 1 < personStarts.length; person++) {
            for (int k = personStarts[person]; k < personStarts[person + 1]; k++) {
                itemPeople[next[personItems[k]]++] = person;
            }
        }
    }

    /** @param cut the minute from which on nothing is known */
    static Had before(Wants wants, int cut, int items) {
        return before(wants, cut, items, false);
    }

    /** The same with what they only looked at. */
    static Had orLookedAt(Wants wants, int cut, int items) {
        return before(wants, cut, items, true);
    }

    private static Had before(Wants wants, int cut, int items, boolean isAll) {
        var starts = new int[wants.people() + 1];
        var all = new int[wants.size()];
        var latest = new long[16];
        int size = 0;
        for (int person = 0; person < wants.people(); person++) {
            int most = wants.to(person) - wants.from(person);
            if (latest.length < most) {
                latest = new long[most];
            }
            int found = distinct(wants, person, cut, isAll, latest);
            if (found > MOST) {
                Arrays.sort(latest, 0, found);
                System.arraycopy(latest, found - MOST, latest, 0, MOST);
                found = MOST;
            }
            for (int i = 0; i < found; i++) {
                all[size + i] = (int) latest[i];
            }
            Arrays.sort(all, size, size + found);
            size += found;
            starts[person + 1] = size;
        }
        return new Had(items, starts, Arrays.copyOf(all, size));
    }

    /** Each item once, behind the minute it was wanted last. */
    private static int distinct(Wants wants, int person, int cut, boolean isAll, long[] into) {
        int found = 0;
        for (int want = wants.from(person); want < wants.to(person); want++) {
            if ((isAll || wants.isStrong(want)) && wants.minute(want) < cut) {
                boolean isSame = found > 0 && (int) into[found - 1] == wants.item(want);
                into[isSame ? found - 1 : found++] = (long) wants.minute(want) << 32 | wants.item(want);
            }
        }
        return found;
    }

    int items() {
        return items;
    }

    int people() {
        return personStarts.length - 1;
    }

    int pairs() {
        return personItems.length;
    }

    /** How often two things of one person meet: what it takes to count all pairs of items. */
    double meetings() {
        double meetings = 0;
        for (int person = 0; person < people(); person++) {
            double things = personStarts[person + 1] - personStarts[person];
            meetings += things * things;
        }
        return meetings;
    }

    int fromOf(int person) {
        return personStarts[person];
    }

    int toOf(int person) {
        return personStarts[person + 1];
    }

    int item(int pair) {
        return personItems[pair];
    }

    /** How many people had the item. */
    int number(int item) {
        return itemStarts[item + 1] - itemStarts[item];
    }

    int fromFor(int item) {
        return itemStarts[item];
    }

    int toFor(int item) {
        return itemStarts[item + 1];
    }

    int person(int itemPair) {
        return itemPeople[itemPair];
    }
}
