package org.personalize.plan;

import java.util.function.IntToDoubleFunction;

/** Who of those who bid together gets which of the slots that they got together: by lot, and with which chance. */
final class Dealing {

    private final Wishes wishes;
    private final Assignment assignment;
    private final Crowd crowd;
    private final IntToDoubleFunction turn;
    private final int[] slots;

    /** @param turn the lot by which those who bid together come one after the other */
    Dealing(int people, Wishes wishes, Assignment assignment, IntToDoubleFunction turn) {
        this.wishes = wishes;
        this.assignment = assignment;
        this.turn = turn;
        crowd = assignment.crowd();
        slots = new int[people];
        deal();
    }

    private void deal() {
        int[] sizes = new int[wishes.size()];
        int[][] together = new int[wishes.size()][];
        for (int bidder : crowd.many()) {
            together[bidder] = new int[wishes.people(bidder)];
        }
        for (int i = 0; i < slots.length; i++) {
            int bidder = wishes.bidderOf(i);
            if (!wishes.isBidding(i)) {
                slots[i] = crowd.nowhere();
            } else if (wishes.people(bidder) == 1) {
                slots[i] = crowd.slotOf(bidder);
            } else {
                together[bidder][sizes[bidder]++] = i;
            }
        }
        for (int bidder : crowd.many()) {
            deal(bidder, together[bidder]);
        }
    }

    private void deal(int bidder, int[] alike) {
        int[] inTurn = Order.by(turn, alike);
        int next = 0;
        for (int slot = 0; slot <= crowd.nowhere(); slot++) {
            for (int place = crowd.in(bidder, slot); place > 0; place--) {
                slots[inTurn[next++]] = slot;
            }
        }
    }

    /** The slot of one of the people; behind the last for those who are left out, or did not bid. */
    int slot(int i) {
        return slots[i];
    }

    /** The number in the window of the hour that goes with the slot. */
    int hour(int i) {
        return wishes.hour(i, slots[i]);
    }

    /** With which chance somebody would have this hour who gets it by no draw of hours. */
    double chance(int i, int windowHour) {
        int bidder = wishes.bidderOf(i);
        if (bidder == Wishes.NOBODY) {
            int best = assignment.best(slot -> wishes.worthTo(i, slot));
            return best < crowd.nowhere() && wishes.hour(i, best) == windowHour ? 1 : 0;
        }
        long here = 0;
        for (int slot = 0; slot < crowd.nowhere(); slot++) {
            int people = crowd.in(bidder, slot);
            here += people > 0 && wishes.hour(i, slot) == windowHour ? people : 0;
        }
        return (double) here / wishes.people(bidder);
    }
}
