package org.personalize.campaign;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        avoidWeekdays = Collections.unmodifiableSet(new TreeSet<>(avoidWeekdays));
        avoidDates = Collections.unmodifiableSet(new TreeSet<>(avoidDates));
    }

    /** This schedule with the window of one occurrence in place of the first's. */
    public Schedule within(Occurrence occurrence) {
        return with(occurrence.start(), occurrence.end(), repeat);
    }

    /** This schedule, coming back so often. */
    public Schedule repeating(Repeat often) {
        return with(start, end, often);
    }

    private Schedule with(@Nullable Edge newStart, @Nullable Edge newEnd, Repeat often) {
        return new Schedule(
                isGiven,
                newStart,
                newEnd,
                quiet,
                avoidWeekdays,
                avoidDates,
                zone,
                maxPerHour,
                randomHours,
                maxLateness,
                often,
                refreshesContent);
    }

    /** This schedule if no hour were quiet. */
    public Schedule withoutQuietHours() {
        return new Schedule(
                isGiven,
                start,
                end,
                null,
                avoidWeekdays,
                avoidDates,
                zone,
                maxPerHour,
                randomHours,
                maxLateness,
                repeat,
                refreshesContent);
    }

    /** The first or last moment: each person's local time, unless an offset fixes it for all. */
    public record Edge(LocalDateTime local, @Nullable ZoneOffset offset) {

        /**
         * The moment for somebody in a zone. A local time that does not exist moves forward by the gap; of one that
         * comes twice the first is meant.
         */
        public Instant in(ZoneId zone) {
            return local.atZone(offset == null ? zone : offset).toInstant();
        }

        /** The local time that stands for this one where the clocks skip it; empty where they do not. */
        public Optional<LocalDateTime> movedIn(ZoneId zone) {
            LocalDateTime shown = local.atZone(zone).toLocalDateTime();
            return offset != null || shown.equals(local) ? Optional.empty() : Optional.of(shown);
        }
    }

    /** [from, to), in local time; may run over midnight. */
    public record QuietHours(LocalTime from, LocalTime to) {}

    /** How often the campaign comes back; each occurrence is mailed once. */
    public enum Repeat {
        NEVER,
        DAILY,
        WEEKLY,
        MONTHLY;

        /** The same local time some periods later; a month without that day has its last one instead. */
        public LocalDateTime later(LocalDateTime time, long periods) {
            return switch (this) {
                case NEVER -> time;
                case DAILY -> time.plusDays(periods);
                case WEEKLY -> time.plusWeeks(periods);
                case MONTHLY -> time.plusMonths(periods);
            };
        }
    }
}
