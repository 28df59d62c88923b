package org.personalize.plan;

import java.util.Arrays;

/**
 * Who is in which slot while the slots are shared out; the slot behind the last is that of those who are left out. Single
 * bidders are in one slot, many alike may be in several.
 */
final class Crowd {

    private static final int FIRST_SIZE = 16;

    private final Bids bids;
    private final int nowhere;
    private final long[] people;

    /** Of single bidders: their slot, and their place among its members. */
    private final int[] slotOf;

    private final int[] placeOf;
    private final int[][] members;
    private final int[] sizes;

    /** Of many alike: how many are in each slot. */
    private final int[] many;

    private final int[] numberOf;
    private final int[][] spread;

    Crowd(Bids bids, int slots) {
        this.bids = bids;
        nowhere = slots;
        people = new long[slots + 1];
        slotOf = new int[bids.size()];
        placeOf = new int[bids.size()];
        members = new int[slots + 1][FIRST_SIZE];
        sizes = new int[slots + 1];
        numberOf = new int[bids.size()];
        many = new int[(int) count(bids)];
        spread = new int[many.length][slots + 1];
        int next = 0;
        for (int bidder = 0; bidder < bids.size(); bidder++) {
            numberOf[bidder] = bids.people(bidder) == 1 ? -1 : next;
            if (bids.people(bidder) != 1) {
                many[next++] = bidder;
            }
        }
    }

    private static long count(Bids bids) {
        long count = 0;
        for (int bidder = 0; bidder < bids.size(); bidder++) {
            count += bids.people(bidder) == 1 ? 0 : 1;
        }
        return count;
    }

    /** Where those are who are left out. */
    int nowhere() {
        return nowhere;
    }

    long people(int slot) {
        return people[slot];
    }

    int in(int bidder, int slot) {
        int number = numberOf[bidder];
        return number >= 0 ? spread[number][slot] : slotOf[bidder] == slot ? 1 : 0;
    }

    /** The slot of a single bidder. */
    int slotOf(int bidder) {
        return slotOf[bidder];
    }

    int worth(int bidder, int slot) {
        return slot == nowhere ? 0 : bids.worth(bidder, slot);
    }

    /** Puts all the people of a bidder, who were nowhere yet, into a slot. */
    void put(int bidder, int slot) {
        add(bidder, slot, bids.people(bidder));
    }

    void move(int bidder, int from, int to, int count) {
        people[from] -= count;
        int number = numberOf[bidder];
        if (number >= 0) {
            spread[number][from] -= count;
        } else {
            int last = members[from][--sizes[from]];
            members[from][placeOf[bidder]] = last;
            placeOf[last] = placeOf[bidder];
        }
        add(bidder, to, count);
    }

    private void add(int bidder, int slot, int count) {
        people[slot] += count;
        int number = numberOf[bidder];
        if (number >= 0) {
            spread[number][slot] += count;
            return;
        }
        if (sizes[slot] == members[slot].length) {
            members[slot] = Arrays.copyOf(members[slot], 2 * sizes[slot]);
        }
        placeOf[bidder] = sizes[slot];
        slotOf[bidder] = slot;
        members[slot][sizes[slot]++] = bidder;
    }

    /** All bidders who have somebody in a slot. */
    int[] in(int slot) {
        int[] all = Arrays.copyOf(members[slot], sizes[slot] + many.length);
        int size = sizes[slot];
        for (int number = 0; number < many.length; number++) {
            if (spread[number][slot] > 0) {
                all[size++] = many[number];
            }
        }
        return Arrays.copyOf(all, size);
    }

    /** The bidders who stand for many alike. */
    int[] many() {
        return many.clone();
    }
}
