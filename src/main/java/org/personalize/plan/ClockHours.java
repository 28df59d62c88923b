package org.personalize.plan;

import java.nio.IntBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The UTC clock hours in which anybody may be mailed, numbered as slots, and the hours of each zone's window in them. */
final class ClockHours {

    static final int HOUR_SECONDS = 3600;

    private final long[] hours;
    private final Map<SendWindow, ZoneHours> byWindow = new HashMap<>();

    ClockHours(Collection<SendWindow> windows) {
        TreeSet<Long> all = new TreeSet<>();
        for (SendWindow window : windows) {
            for (int hour = 0; hour < window.hours(); hour++) {
                for (int quarter = 0; quarter < window.quartersIn(hour); quarter++) {
                    all.add(hourOf(window.second(hour, quarter)));
                }
            }
        }
        hours = all.stream().mapToLong(Long::longValue).toArray();
        windows.forEach(window -> byWindow.put(window, new ZoneHours(window, this)));
    }

    static long hourOf(long second) {
        return Math.floorDiv(second, HOUR_SECONDS);
    }

    int size() {
        return hours.length;
    }

    /** The slot that holds a permitted second. */
    int slot(long second) {
        return Arrays.binarySearch(hours, hourOf(second));
    }

    Instant start(int slot) {
        return Instant.ofEpochSecond(hours[slot] * HOUR_SECONDS);
    }

    /** Which hours of the day a slot is, in every zone; equal for slots that are the same hours everywhere. */
    IntBuffer onTheWall(int slot) {
        return IntBuffer.wrap(byWindow.values().stream()
                .flatMapToInt(zone -> zone.signOf(slot))
                .toArray());
    }

    ZoneHours of(SendWindow window) {
        ZoneHours zone = byWindow.get(window);
        if (zone == null) {
            throw new IllegalStateException("a window that was not counted");
        }
        return zone;
    }
}
