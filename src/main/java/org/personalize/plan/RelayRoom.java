package org.personalize.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.personalize.campaign.Smtp;

/**
 * What the relay takes: {@code max_per_hour} in each UTC clock hour, and {@code warm_up} in all hours of a UTC day, less what
 * went already and what is promised to others.
 */
final class RelayRoom {

    private static final int HOURS_A_DAY = 24;

    private final Planning planning;
    private final int perHour;
    private final List<Integer> warmUp;
    private final ClockHours clock;

    RelayRoom(Planning planning, ClockHours clock) {
        this.planning = planning;
        perHour = planning.campaign().schedule().maxPerHour();
        warmUp = warmUp(planning);
        this.clock = clock;
    }

    private static List<Integer> warmUp(Planning planning) {
        Smtp relay = planning.campaign().smtp();
        return relay == null ? List.of() : relay.warmUp();
    }

    /** Whether there is any limit that planning must keep. */
    static boolean isLimited(Planning planning) {
        return planning.campaign().schedule().isGiven()
                && (planning.campaign().schedule().maxPerHour() > 0
                        || !warmUp(planning).isEmpty());
    }

    Rooms rooms() {
        int[] bySlot = new int[clock.size()];
        int[] dayOf = new int[clock.size()];
        List<LocalDate> days = new ArrayList<>();
        for (int slot = 0; slot < bySlot.length; slot++) {
            LocalDate day = day(clock.start(slot));
            if (days.isEmpty() || !days.get(days.size() - 1).equals(day)) {
                days.add(day);
            }
            dayOf[slot] = days.size() - 1;
            bySlot[slot] = perHour == 0 ? Rooms.UNLIMITED : Math.max(0, perHour - taken(clock.start(slot)));
        }
        int[] byDay = warmUp.isEmpty()
                ? new int[0]
                : days.stream().mapToInt(day -> roomOn(day, days.get(0))).toArray();
        return new Rooms(bySlot, dayOf, byDay);
    }

    private int roomOn(LocalDate day, LocalDate earliest) {
        LocalDate known = planning.facts().firstDay();
        LocalDate first = known == null || known.isAfter(earliest) ? earliest : known;
        long past = ChronoUnit.DAYS.between(first, day);
        if (past >= warmUp.size()) {
            return Rooms.UNLIMITED;
        }
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        int taken = 0;
        for (int hour = 0; hour < HOURS_A_DAY; hour++) {
            taken += taken(midnight.plus(hour, ChronoUnit.HOURS));
        }
        return Math.max(0, warmUp.get((int) past) - taken);
    }

    private int taken(Instant hour) {
        return planning.facts().goneIn(hour)
                + planning.facts().promisedIn(hour)
                + planning.promises().in(hour);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Mails in a clock hour; 0 for any number. */
    int perHour() {
        return perHour;
    }

    /** The limits in the words of the campaign, for whom they are too small. */
    String words() {
        String daily = "warm_up takes " + warmUp;
        return perHour == 0 ? daily : "max_per_hour is " + perHour + (warmUp.isEmpty() ? "" : " and " + daily);
    }
}
