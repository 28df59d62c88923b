package org.personalize.plan;

import java.util.Arrays;

/** Where slots are still too full, those who lose least go to the best slot that has room. */
final class Overflow {

    private final Crowd crowd;
    private final Rooms rooms;
    private final long[] byDay;

    Overflow(Crowd crowd, Rooms rooms) {
        this.crowd = crowd;
        this.rooms = rooms;
        byDay = new long[rooms.byDay().length];
        for (int slot = 0; slot < rooms.slots(); slot++) {
            count(slot, crowd.people(slot));
        }
    }

    void clear() {
        for (int slot = 0; slot < rooms.slots(); slot++) {
            if (surplus(slot) > 0) {
                clear(slot);
            }
        }
    }

    private void clear(int slot) {
        int[] there = crowd.in(slot);
        long[] byLoss = new long[there.length];
        for (int i = 0; i < there.length; i++) {
            byLoss[i] = ((long) loss(there[i], slot, next(there[i], slot)) << Integer.SIZE) + i;
        }
        Arrays.sort(byLoss);
        for (int i = 0; i < byLoss.length && surplus(slot) > 0; i++) {
            int bidder = there[(int) byLoss[i]];
            while (crowd.in(bidder, slot) > 0 && surplus(slot) > 0) {
                move(bidder, slot, next(bidder, slot));
            }
        }
    }

    private void move(int bidder, int slot, int other) {
        long most = Math.min(crowd.in(bidder, slot), surplus(slot));
        long count = other == crowd.nowhere() ? most : Math.min(most, roomIn(other, slot));
        crowd.move(bidder, slot, other, (int) count);
        count(slot, -count);
        count(other, count);
    }

    /** The best slot with room for one who leaves this one. */
    private int next(int bidder, int slot) {
        int best = crowd.nowhere();
        for (int other = 0; other < rooms.slots(); other++) {
            boolean isBetter = crowd.worth(bidder, other) > crowd.worth(bidder, best);
            if (isBetter && other != slot && roomIn(other, slot) > 0) {
                best = other;
            }
        }
        return best;
    }

    private int loss(int bidder, int slot, int other) {
        return crowd.worth(bidder, slot) - crowd.worth(bidder, other);
    }

    private long surplus(int slot) {
        long surplus = crowd.people(slot) - rooms.bySlot()[slot];
        return byDay.length == 0 ? surplus : Math.max(surplus, surplusOf(rooms.dayOf()[slot]));
    }

    private long surplusOf(int day) {
        return byDay[day] - rooms.byDay()[day];
    }

    private long roomIn(int other, int slot) {
        long room = rooms.bySlot()[other] - crowd.people(other);
        boolean isSameDay = byDay.length == 0 || rooms.dayOf()[slot] == rooms.dayOf()[other];
        boolean isDayTooFull = byDay.length > 0 && surplusOf(rooms.dayOf()[slot]) > 0;
        if (isSameDay) {
            return isDayTooFull ? 0 : room;
        }
        return Math.min(room, -surplusOf(rooms.dayOf()[other]));
    }

    private void count(int slot, long people) {
        if (byDay.length > 0 && slot != crowd.nowhere()) {
            byDay[rooms.dayOf()[slot]] += people;
        }
    }
}
