package org.personalize.campaign;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When mail may go out.
 *
 * @param isGiven false: everybody is due at once
 * @param start null: from now on
 * @param end null: {@link #DEFAULT_DAYS} after the start
 * @param quiet null: no quiet hours
 * @param zone where a person's is unknown
 * @param maxPerHour 0 for no limit
 * @param randomHours share of 0 to 1
 * @param maxLateness null: never too late before the end
 */
public record Schedule(
        boolean isGiven,
        @Nullable Edge start,
        @Nullable Edge end,
        @Nullable QuietHours quiet,
        Set<DayOfWeek> avoidWeekdays,
        Set<LocalDate> avoidDates,
        ZoneId zone,
        int maxPerHour,
        double randomHours,
        @Nullable Duration maxLateness,
        Repeat repeat,
        boolean refreshesContent) {

    /** The length of a window whose end is not given. */
    public static final int DEFAULT_DAYS = 3;

    public Schedule {
        avoidWeekdays = Set.copyOf(avoidWeekdays);
        avoidDates = Set.copyOf(avoidDates);
    }

    /** The first or last moment: each person's local time, unless an offset fixes it for all. */
    public record Edge(LocalDateTime local, @Nullable ZoneOffset offset) {}

    /** [from, to), in local time; may run over midnight. */
    public record QuietHours(LocalTime from, LocalTime to) {}

    /** How often the campaign comes back; each occurrence is mailed once. */
    public enum Repeat {
        NEVER,
        DAILY,
        WEEKLY,
        MONTHLY
    }
}
