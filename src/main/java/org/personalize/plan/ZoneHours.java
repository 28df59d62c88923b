package org.personalize.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which hours of one zone's window lie in each slot: one, where the zone is whole hours away from UTC, else the ends of two.
 */
final class ZoneHours {

    private static final int[] NONE = {};

    private final SendWindow window;
    private final ClockHours clock;

    /** By slot: the numbers of the window's hours in it. */
    private final int[][] hours;

    /** By slot: what these hours are on the clock on the wall. */
    private final int[][] localHours;

    ZoneHours(SendWindow window, ClockHours clock) {
        this.window = window;
        this.clock = clock;
        hours = new int[clock.size()][];
        Arrays.fill(hours, NONE);
        for (int hour = 0; hour < window.hours(); hour++) {
            for (int quarter = 0; quarter < window.quartersIn(hour); quarter++) {
                add(clock.slot(window.second(hour, quarter)), hour);
            }
        }
        localHours = Arrays.stream(hours)
                .map(in -> Arrays.stream(in).map(window::localHour).toArray())
                .toArray(int[][]::new);
    }

    private void add(int slot, int hour) {
        int size = hours[slot].length;
        if (size == 0 || hours[slot][size - 1] != hour) {
            hours[slot] = Arrays.copyOf(hours[slot], size + 1);
            hours[slot][size] = hour;
        }
    }

    SendWindow window() {
        return window;
    }

    /** The hours of the day in a slot, on the clock on the wall; none where nothing is permitted. To be read only. */
    int[] localHours(int slot) {
        return localHours[slot];
    }

    /** The hours of the day in a slot, after how many they are. */
    IntStream signOf(int slot) {
        return IntStream.concat(IntStream.of(localHours[slot].length), Arrays.stream(localHours[slot]));
    }

    /** The number of the window's hour that a local hour of a slot is. */
    int hour(int slot, int number) {
        return hours[slot][number];
    }

    /** The slot in which a mail of this hour leaves, for whoever drew this place in the hour. */
    int slot(int hour, double place) {
        return clock.slot(window.second(hour, (int) (place * window.quartersIn(hour))));
    }

    /** The second at which a mail of this hour leaves within a slot: the drawn one of the quarters that lie in both. */
    long second(int slot, int hour, double place) {
        int first = 0;
        while (clock.slot(window.second(hour, first)) != slot) {
            first++;
        }
        int end = first;
        while (end < window.quartersIn(hour) && clock.slot(window.second(hour, end)) == slot) {
            end++;
        }
        return window.second(hour, first + (int) (place * (end - first)));
    }
}
