package org.personalize.plan;

import java.util.Arrays;

/**
 * How many people each slot takes, and how many the slots of a day take together.
 *
 * @param bySlot how many fit into each slot
 * @param dayOf the day of each slot
 * @param byDay how many fit into each day, {@link #UNLIMITED} for any number; empty where no day has a limit
 */
@SuppressWarnings("ArrayRecordComponent")
record Rooms(int[] bySlot, int[] dayOf, int[] byDay) {

    static final int UNLIMITED = Integer.MAX_VALUE;

    Rooms {
        if (Arrays.stream(bySlot).anyMatch(room -> room < 0)
                || Arrays.stream(byDay).anyMatch(room -> room < 0)) {
            throw new IllegalArgumentException("nothing has less room than none");
        }
    }

    static Rooms of(int... bySlot) {
        return new Rooms(bySlot, new int[bySlot.length], new int[0]);
    }

    int slots() {
        return bySlot.length;
    }

    /** Takes one place for good. */
    void take(int slot) {
        bySlot[slot] -= bySlot[slot] == UNLIMITED ? 0 : 1;
        if (byDay.length > 0) {
            byDay[dayOf[slot]] -= byDay[dayOf[slot]] == UNLIMITED ? 0 : 1;
        }
    }

    boolean isDayFull(int slot) {
        return byDay.length > 0 && byDay[dayOf[slot]] == 0;
    }

    /** The rooms for one in so many people. */
    Rooms part(int one) {
        return new Rooms(parts(bySlot, one), dayOf, parts(byDay, one));
    }

    private static int[] parts(int[] rooms, int one) {
        return Arrays.stream(rooms)
                .map(room -> room == UNLIMITED ? room : (int) ((room + (long) one / 2) / one))
                .toArray();
    }
}
