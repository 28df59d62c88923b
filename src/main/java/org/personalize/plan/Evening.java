package org.personalize.plan;

/**
 * Hours that are worth the same to many alike: they get as few of the first of them as hold them all, filled in proportion
 * to the room, so that nobody waits for nothing and no hour after the other is full to the brim.
 */
final class Evening {

    private final Crowd crowd;
    private final Bids bids;
    private final AlikeHours hours;
    private final int[] kindOf;

    Evening(Crowd crowd, Bids bids, AlikeHours hours) {
        this.crowd = crowd;
        this.bids = bids;
        this.hours = hours;
        kindOf = hours.kinds();
    }

    void spread() {
        boolean areDaysLimited = hours.rooms().byDay().length > 0;
        for (int bidder : crowd.many()) {
            for (int kind = 0; kind < hours.size() && !areDaysLimited; kind++) {
                if (crowd.in(bidder, kind) > 0 && isFirstOfEquals(bidder, kind)) {
                    spread(bidder, crowd.worth(bidder, kind));
                }
            }
        }
    }

    private boolean isFirstOfEquals(int bidder, int kind) {
        for (int other = 0; other < kind; other++) {
            boolean isEqual = crowd.worth(bidder, other) == crowd.worth(bidder, kind);
            if (isEqual && crowd.in(bidder, other) > 0) {
                return false;
            }
        }
        return true;
    }

    private void spread(int bidder, int worth) {
        int[] rooms = new int[kindOf.length];
        long people = 0;
        for (int kind = 0; kind < hours.size(); kind++) {
            if (bids.worth(bidder, kind) == worth) {
                people += crowd.in(bidder, kind);
                putRooms(bidder, kind, rooms);
            }
        }
        int[] shares = AlikeHours.spread(rooms, people);
        int[] byKind = new int[hours.size()];
        for (int slot = 0; slot < shares.length; slot++) {
            byKind[kindOf[slot]] += shares[slot];
        }
        fill(bidder, byKind, worth);
    }

    /** What the others of a kind of hours leave of them. */
    private void putRooms(int bidder, int kind, int[] rooms) {
        int[] others = hours.fill(kind, crowd.people(kind) - crowd.in(bidder, kind));
        int[] all = hours.roomsIn(kind);
        for (int hour = 0; hour < all.length; hour++) {
            rooms[hours.slots(kind)[hour]] = all[hour] - others[hour];
        }
    }

    private void fill(int bidder, int[] shares, int worth) {
        int from = 0;
        for (int to = 0; to < shares.length; to++) {
            while (bids.worth(bidder, to) == worth && crowd.in(bidder, to) < shares[to]) {
                while (bids.worth(bidder, from) != worth || crowd.in(bidder, from) <= shares[from]) {
                    from++;
                }
                int surplus = crowd.in(bidder, from) - shares[from];
                int missing = shares[to] - crowd.in(bidder, to);
                crowd.move(bidder, from, to, Math.min(surplus, missing));
            }
        }
    }
}
