package org.personalize.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Those whose hour is drawn come before all others, so that a crowd does not undo the draw. Where more of them draw a slot
 * than fit into it, the first by a lot of their own have it, and the others get their hour like everybody.
 */
final class RandomHours {

    /** Above every lot, and below every lot. */
    private static final double NEVER = 2;

    private static final double ALWAYS = -1;

    private final Appointments appointments;
    private final double share;
    private final int[] people;
    private final ZoneHours[] zones;
    private final boolean[] isDrawn;
    private final int[] hour;
    private final double[] place;
    private final double[] turn;

    /** Who comes first of those who drew the same: what their lot for the hour leaves over. */
    private final double[] order;

    /** Whoever's order is behind this would not fit into the slot by a drawn hour. */
    private final double[] fullBehind;

    private boolean isAnyFull;

    RandomHours(Planning planning, int[] people, Appointments appointments, ClockHours clock) {
        this.appointments = appointments;
        this.people = people;
        share = planning.campaign().schedule().randomHours();
        zones = new ZoneHours[people.length];
        isDrawn = new boolean[people.length];
        hour = new int[people.length];
        place = new double[people.length];
        turn = new double[people.length];
        order = new double[people.length];
        fullBehind = new double[clock.size()];
        Chunks.each(people.length, (chunk, from, to) -> {
            Lots lots = new Lots(planning);
            for (int i = from; i < to; i++) {
                String id = planning.audience().customer(people[i]).id();
                zones[i] = clock.of(appointments.window(people[i]));
                place[i] = lots.place(id);
                turn[i] = lots.turn(id);
                if (share > 0 && !appointments.isPlain(people[i])) {
                    double lot = lots.hourLot(id) * zones[i].window().hours();
                    isDrawn[i] = lots.isHourRandom(id);
                    hour[i] = (int) lot;
                    order[i] = lot - hour[i];
                }
            }
        });
    }

    /** Lets those in whose hour is drawn, and gives back the rooms that are left. */
    Rooms settle(Rooms rooms) {
        int[] bySlot = rooms.bySlot().clone();
        int[] byDay = rooms.byDay().clone();
        var left = new Rooms(bySlot, rooms.dayOf(), byDay);
        Arrays.fill(fullBehind, NEVER);
        for (int slot = 0; slot < bySlot.length; slot++) {
            closeIfFull(slot, left, ALWAYS);
        }
        IntStream.range(0, people.length)
                .filter(i -> isDrawn[i])
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> order[i]).thenComparing(i -> i))
                .forEach(i -> settle(i, left));
        return left;
    }

    private void settle(int i, Rooms left) {
        int slot = slot(i, hour[i]);
        isDrawn[i] = order[i] <= fullBehind[slot];
        if (isDrawn[i]) {
            left.take(slot);
            closeIfFull(slot, left, order[i]);
        }
    }

    private void closeIfFull(int slot, Rooms left, double last) {
        if (left.isDayFull(slot)) {
            for (int other = 0; other < fullBehind.length; other++) {
                if (left.dayOf()[other] == left.dayOf()[slot]) {
                    close(other, last);
                }
            }
        } else if (left.bySlot()[slot] == 0) {
            close(slot, last);
        }
    }

    private void close(int slot, double last) {
        fullBehind[slot] = Math.min(fullBehind[slot], last);
        isAnyFull = true;
    }

    private int slot(int i, int windowHour) {
        return zones[i].slot(windowHour, place[i]);
    }

    /** Whether somebody has the hour that was drawn. */
    boolean isSettled(int i) {
        return isDrawn[i];
    }

    /** The slot of the drawn hour. */
    int slot(int i) {
        return slot(i, hour[i]);
    }

    /** The drawn hour's number in the window. */
    int hour(int i) {
        return hour[i];
    }

    /** The lot for the quarter. */
    double place(int i) {
        return place[i];
    }

    /** The lot by which equals come one after the other. */
    double turn(int i) {
        return turn[i];
    }

    /**
     * With which chance an hour came about, everybody else's lots being as they are.
     *
     * @param chosen with which chance somebody whose hour is not drawn, or is drawn in vain, would have it
     */
    double chance(int i, int windowHour, double chosen) {
        if (share <= 0 || appointments.isPlain(people[i])) {
            return chosen;
        }
        int hours = zones[i].window().hours();
        double inVain = 0;
        for (int other = 0; isAnyFull && other < hours; other++) {
            inVain += isOpen(i, other) ? 0 : 1.0 / hours;
        }
        return chosen * (1 - share + share * inVain) + (isOpen(i, windowHour) ? share / hours : 0);
    }

    private boolean isOpen(int i, int windowHour) {
        return !isAnyFull || order[i] <= fullBehind[slot(i, windowHour)];
    }
}
