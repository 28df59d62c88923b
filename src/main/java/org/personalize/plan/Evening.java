package org.personalize.plan;

/**
 * Hours that are worth the same to many alike are filled in proportion to the room in them, where the first of them is too
 * small for all: the same worth, without one hour after the other being full to the brim.
 */
final class Evening {

    private final Crowd crowd;
    private final Bids bids;
    private final Rooms rooms;

    Evening(Crowd crowd, Bids bids, Rooms rooms) {
        this.crowd = crowd;
        this.bids = bids;
        this.rooms = rooms;
    }

    void spread() {
        boolean areDaysLimited = rooms.byDay().length > 0;
        for (int bidder : crowd.many()) {
            for (int slot = 0; slot < rooms.slots() && !areDaysLimited; slot++) {
                if (crowd.in(bidder, slot) > 0 && isFirstOfEquals(bidder, slot)) {
                    spread(bidder, crowd.worth(bidder, slot));
                }
            }
        }
    }

    private boolean isFirstOfEquals(int bidder, int slot) {
        for (int other = 0; other < slot; other++) {
            boolean isEqual = crowd.worth(bidder, other) == crowd.worth(bidder, slot);
            if (isEqual && crowd.in(bidder, other) > 0) {
                return false;
            }
        }
        return true;
    }

    private void spread(int bidder, int worth) {
        long[] room = new long[rooms.slots()];
        long all = 0;
        long people = 0;
        int first = -1;
        for (int slot = 0; slot < room.length; slot++) {
            if (bids.worth(bidder, slot) == worth) {
                room[slot] = crowd.in(bidder, slot) + rooms.bySlot()[slot] - crowd.people(slot);
                all += room[slot];
                people += crowd.in(bidder, slot);
                first = first < 0 && room[slot] > 0 ? slot : first;
            }
        }
        if (room[first] < people) {
            fill(bidder, shares(room, all, people), worth);
        } else {
            long[] shares = new long[room.length];
            shares[first] = people;
            fill(bidder, shares, worth);
        }
    }

    /** Whole numbers that sum up: each is what is due up to here, less what was given before. */
    private static long[] shares(long[] room, long all, long people) {
        long[] shares = new long[room.length];
        long before = 0;
        long given = 0;
        for (int slot = 0; slot < room.length; slot++) {
            before += room[slot];
            shares[slot] = people * before / all - given;
            given += shares[slot];
        }
        return shares;
    }

    private void fill(int bidder, long[] shares, int worth) {
        int from = 0;
        for (int to = 0; to < shares.length; to++) {
            while (bids.worth(bidder, to) == worth && crowd.in(bidder, to) < shares[to]) {
                while (bids.worth(bidder, from) != worth || crowd.in(bidder, from) <= shares[from]) {
                    from++;
                }
                long surplus = crowd.in(bidder, from) - shares[from];
                long missing = shares[to] - crowd.in(bidder, to);
                crowd.move(bidder, from, to, (int) Math.min(surplus, missing));
            }
        }
    }
}
