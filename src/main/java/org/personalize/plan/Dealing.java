package org.personalize.plan;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Who gets which clock hour, by lot: those who bid together share out the kinds of hours that they got together, and those
 * who got the same kind its hours, and with which chance.
 */
final class Dealing {

    /** Behind so much of a lot begins what is as good as a lot of its own. */
    private static final double LEFT_OVER = 1 << 20;

    private final Wishes wishes;
    private final AlikeHours hours;
    private final Assignment assignment;
    private final Crowd crowd;
    private final IntToDoubleFunction turn;

    /** By kind: how many people have each of its clock hours. */
    private final int[][] filled;

    private final int[] slots;

    /** @param turn the lot by which people come one after the other */
    Dealing(int people, Wishes wishes, AlikeHours hours, Assignment assignment, IntToDoubleFunction turn) {
        this.wishes = wishes;
        this.hours = hours;
        this.assignment = assignment;
        this.turn = turn;
        crowd = assignment.crowd();
        filled = new int[hours.size()][];
        Arrays.setAll(filled, kind -> hours.fill(kind, crowd.people(kind)));
        slots = new int[people];
        dealHours(kinds(people));
    }

    private int[] kinds(int people) {
        int[] kinds = new int[people];
        int[] sizes = new int[wishes.size()];
        int[][] together = new int[wishes.size()][];
        for (int bidder : crowd.many()) {
            together[bidder] = new int[wishes.people(bidder)];
        }
        for (int i = 0; i < people; i++) {
            int bidder = wishes.bidderOf(i);
            if (!wishes.isBidding(i)) {
                kinds[i] = crowd.nowhere();
            } else if (wishes.people(bidder) == 1) {
                kinds[i] = crowd.slotOf(bidder);
            } else {
                together[bidder][sizes[bidder]++] = i;
            }
        }
        for (int bidder : crowd.many()) {
            dealKinds(bidder, together[bidder], kinds);
        }
        return kinds;
    }

    private void dealKinds(int bidder, int[] alike, int[] kinds) {
        int[] inTurn = Order.by(turn, alike);
        int next = 0;
        for (int kind = 0; kind <= crowd.nowhere(); kind++) {
            for (int place = crowd.in(bidder, kind); place > 0; place--) {
                kinds[inTurn[next++]] = kind;
            }
        }
    }

    private void dealHours(int[] kinds) {
        int[] sizes = new int[crowd.nowhere() + 1];
        for (int kind : kinds) {
            sizes[kind]++;
        }
        int[][] members = new int[sizes.length][];
        Arrays.setAll(members, kind -> new int[sizes[kind]]);
        for (int i = kinds.length - 1; i >= 0; i--) {
            members[kinds[i]][--sizes[kinds[i]]] = i;
        }
        for (int kind = 0; kind < filled.length; kind++) {
            dealHours(kind, Order.by(i -> turn.applyAsDouble(i) * LEFT_OVER % 1, members[kind]));
        }
        for (int i : members[crowd.nowhere()]) {
            slots[i] = nowhere();
        }
    }

    private void dealHours(int kind, int[] inTurn) {
        int next = 0;
        for (int hour = 0; hour < filled[kind].length; hour++) {
            for (int place = filled[kind][hour]; place > 0; place--) {
                slots[inTurn[next++]] = hours.slots(kind)[hour];
            }
        }
    }

    /** Where those are who are left out, or did not bid. */
    int nowhere() {
        return hours.clock().size();
    }

    /** The clock hour of one of the people, or {@link #nowhere}. */
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
            int best = assignment.best(kind -> wishes.worthTo(i, kind));
            return best == crowd.nowhere() ? 0 : chanceWithin(best, i, windowHour);
        }
        double chance = 0;
        for (int kind = 0; kind < crowd.nowhere(); kind++) {
            int people = crowd.in(bidder, kind);
            chance += people == 0 ? 0 : people * chanceWithin(kind, i, windowHour);
        }
        return chance / wishes.people(bidder);
    }

    /** With which chance somebody who has a kind of hours has this one of them. */
    private double chanceWithin(int kind, int i, int windowHour) {
        int[] alike = hours.slots(kind);
        long people = crowd.people(kind);
        if (people == 0) {
            return wishes.hour(i, alike[0]) == windowHour ? 1 : 0;
        }
        long here = 0;
        for (int hour = 0; hour < alike.length; hour++) {
            here += filled[kind][hour] > 0 && wishes.hour(i, alike[hour]) == windowHour ? filled[kind][hour] : 0;
        }
        return (double) here / people;
    }
}
