package org.personalize.taste;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.personalize.catalog.Catalog;

/** Since when each item can be had, where the item file says so in {@code available_from}. */
final class Births {

    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final int MINUTE_SECONDS = 60;

    private final int[] minutes;

    Births(Catalog catalog) {
        minutes = new int[catalog.size()];
        Arrays.setAll(minutes, item -> minute(catalog.item(item).field("available_from")));
    }

    private static int minute(@Nullable Object from) {
        if (from instanceof LocalDate day) {
            return minute(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        if (from instanceof Instant moment) {
            long minute = Math.floorDiv(moment.getEpochSecond(), MINUTE_SECONDS);
            return (int) Math.max(UNKNOWN + 1, Math.min(Integer.MAX_VALUE - 1, minute));
        }
        return UNKNOWN;
    }

    int items() {
        return minutes.length;
    }

    boolean isKnown(int item) {
        return minutes[item] != UNKNOWN;
    }

    /** Minutes since 1970. */
    int minute(int item) {
        return minutes[item];
    }

    /** Whether the item was there before a minute, as far as anything is known of it. */
    boolean isBefore(int item, int minute) {
        return !isKnown(item) || minutes[item] < minute;
    }

    /** Whether most of what was had in a stretch of time came in that time. */
    boolean areComing(Wants wants, int from, int until) {
        int had = 0;
        int coming = 0;
        for (int person : wants.byLot()) {
            for (int want = wants.from(person); want < wants.to(person); want++) {
                if (wants.isHad(want, from, until)) {
                    had++;
                    coming += isBefore(wants.item(want), from) ? 0 : 1;
                }
            }
        }
        return 2 * coming > had;
    }
}
