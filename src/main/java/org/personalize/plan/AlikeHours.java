package org.personalize.plan;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clock hours that are the same hours of the day in every zone are worth the same to everybody, on whichever day. They are
 * shared out as one, which keeps a window of a year as quick as that of a day, and then filled from the first day on.
 * Where a day has a limit of its own, its hours stay apart.
 */
final class AlikeHours {

    private static final int ANY_DAY = -1;

    private final ClockHours clock;
    private final Rooms all;
    private final int[][] slots;
    private final Rooms together;

    /** @param all the room in each of the clock's hours, and in the days */
    AlikeHours(ClockHours clock, Rooms all) {
        this.clock = clock;
        this.all = all;
        Map<Kind, List<Integer>> byKind = new LinkedHashMap<>();
        for (int slot = 0; slot < clock.size(); slot++) {
            byKind.computeIfAbsent(new Kind(limitedDay(slot), clock.onTheWall(slot)), kind -> new ArrayList<>())
                    .add(slot);
        }
        slots = byKind.values().stream()
                .map(alike -> alike.stream().mapToInt(slot -> slot).toArray())
                .toArray(int[][]::new);
        together = new Rooms(
                Arrays.stream(slots).mapToInt(this::roomIn).toArray(),
                Arrays.stream(slots).mapToInt(alike -> dayOf(alike[0])).toArray(),
                days());
    }

    private record Kind(int limitedDay, IntBuffer onTheWall) {}

    private int limitedDay(int slot) {
        boolean isLimited = all.byDay().length > 0 && all.byDay()[all.dayOf()[slot]] != Rooms.UNLIMITED;
        return isLimited ? all.dayOf()[slot] : ANY_DAY;
    }

    private int roomIn(int[] alike) {
        long sum = Arrays.stream(alike).mapToLong(slot -> all.bySlot()[slot]).sum();
        return (int) Math.min(sum, Rooms.UNLIMITED);
    }

    /** The days without a limit are one, behind the others. */
    private int dayOf(int slot) {
        int day = limitedDay(slot);
        return day == ANY_DAY ? all.byDay().length : day;
    }

    private int[] days() {
        if (all.byDay().length == 0) {
            return new int[0];
        }
        int[] days = Arrays.copyOf(all.byDay(), all.byDay().length + 1);
        days[all.byDay().length] = Rooms.UNLIMITED;
        return days;
    }

    ClockHours clock() {
        return clock;
    }

    /** How many kinds of hours there are. */
    int size() {
        return slots.length;
    }

    /** The room in each kind of hours. */
    Rooms rooms() {
        return together;
    }

    /** The kind of each clock hour. */
    int[] kinds() {
        int[] kinds = new int[clock.size()];
        for (int kind = 0; kind < slots.length; kind++) {
            for (int slot : slots[kind]) {
                kinds[slot] = kind;
            }
        }
        return kinds;
    }

    /** The room in each clock hour of a kind. */
    int[] roomsIn(int kind) {
        return Arrays.stream(slots[kind]).map(slot -> all.bySlot()[slot]).toArray();
    }

    /** The first clock hour of a kind. */
    int first(int kind) {
        return slots[kind][0];
    }

    /** How many of so many people have each of the clock hours of a kind. */
    int[] fill(int kind, long people) {
        return spread(roomsIn(kind), people);
    }

    /** Over as few of the first rooms as hold them all, in proportion to the room. */
    static int[] spread(int[] rooms, long people) {
        long sum = 0;
        int few = 0;
        while (sum < people) {
            sum += rooms[few++];
        }
        int[] shares = new int[rooms.length];
        long before = 0;
        long given = 0;
        for (int i = 0; i < few; i++) {
            before += rooms[i];
            shares[i] = (int) (people * before / sum - given);
            given += shares[i];
        }
        return shares;
    }

    /** The clock hours of a kind, in the order of time; to be read only. */
    int[] slots(int kind) {
        return slots[kind];
    }
}
