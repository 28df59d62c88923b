package org.personalize.campaign;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Schedule.Repeat;

/**
 * One coming of a campaign, with its window. Start and end in the file are those of the first; each later one begins
 * whole days, weeks or months after it, at the same local time, and lasts as long.
 *
 * @param id such as {@code 2026-W10}, {@code 2026-03-02} or {@code 2026-03}; blank for a campaign that comes once
 */
public record Occurrence(String id, Edge start, Edge end) {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    /**
     * The occurrence of a campaign. One that never ends and may come back to a person after {@code repeat_after} has an
     * occurrence for each such length of time: two mails that may both be sent never fall into one.
     */
    public static Occurrence of(Campaign campaign, Instant now) {
        Schedule schedule = campaign.schedule();
        Occurrence found = at(schedule, now);
        Duration after = campaign.audience().repeatAfter();
        boolean isRolling = schedule.repeat() == Repeat.NEVER && schedule.start() == null && schedule.end() == null;
        if (!isRolling || after == null) {
            return found;
        }
        boolean isWithinADay = after.compareTo(A_DAY) < 0 && !schedule.isGiven();
        return new Occurrence(isWithinADay ? moment(after, now) : day(after, now), found.start(), found.end());
    }

    /** Whether this is the id of one that comes later, as far as both tell days, weeks or months. */
    public boolean isBefore(String otherId) {
        return id.length() == otherId.length() && id.compareTo(otherId) < 0;
    }

    /** The moment at which the period began that holds a moment: mails that wait for no hour may go twice a day. */
    private static String moment(Duration length, Instant now) {
        long second = now.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, length.toSeconds()))
                .toString();
    }

    /** The day on which the period began that holds a moment; whoever has an hour of their own has one mail a day. */
    private static String day(Duration length, Instant now) {
        long days = Math.max(1, length.toDays());
        long today = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
        return DAY.format(LocalDate.ofEpochDay(today - Math.floorMod(today, days)));
    }

    /**
     * The occurrence whose window holds a moment, or else the next one. Which day it is, is asked in the schedule's zone.
     */
    public static Occurrence at(Schedule schedule, Instant now) {
        Edge start = schedule.start();
        if (schedule.repeat() == Repeat.NEVER) {
            Edge first = start == null ? new Edge(LocalDateTime.ofInstant(now, ZoneOffset.UTC), ZoneOffset.UTC) : start;
            Edge end = schedule.end();
            return new Occurrence("", first, end == null ? afterDefaultDays(first) : end);
        }
        return start == null ? wholePeriod(schedule, now) : shifted(schedule, start, now);
    }

    private static Edge afterDefaultDays(Edge start) {
        return new Edge(start.local().plusDays(Schedule.DEFAULT_DAYS), start.offset());
    }

    private static Occurrence wholePeriod(Schedule schedule, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, schedule.zone());
        LocalDate first = switch (schedule.repeat()) {
            case NEVER, DAILY -> today;
            case WEEKLY -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> today.withDayOfMonth(1);
        };
        LocalDateTime start = first.atStartOfDay();
        Edge end = new Edge(schedule.repeat().later(start, 1), null);
        return new Occurrence(id(schedule.repeat(), first), new Edge(start, null), end);
    }

    private static Occurrence shifted(Schedule schedule, Edge first, Instant now) {
        ZoneId zone = schedule.zone();
        long number = Math.max(0, roughNumber(schedule.repeat(), first, now) - 2);
        Occurrence occurrence = numbered(schedule, first, number);
        while (!now.isBefore(occurrence.end().in(zone))) {
            number++;
            occurrence = numbered(schedule, first, number);
        }
        return occurrence;
    }

    /** How many periods have begun since the first, give or take one. */
    private static long roughNumber(Repeat repeat, Edge first, Instant now) {
        LocalDateTime today = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        return switch (repeat) {
            case NEVER -> 0;
            case DAILY -> ChronoUnit.DAYS.between(first.local(), today);
            case WEEKLY -> ChronoUnit.WEEKS.between(first.local(), today);
            case MONTHLY -> ChronoUnit.MONTHS.between(first.local(), today);
        };
    }

    private static Occurrence numbered(Schedule schedule, Edge first, long number) {
        Repeat repeat = schedule.repeat();
        LocalDateTime start = repeat.later(first.local(), number);
        LocalDateTime next = repeat.later(first.local(), number + 1);
        LocalDateTime end = start.plus(length(schedule, first));
        return new Occurrence(
                id(repeat, start.toLocalDate()),
                new Edge(start, first.offset()),
                new Edge(end.isAfter(next) ? next : end, first.offset()));
    }

    /** How long the first window is on its own clock; an end with another offset is moved to the start's. */
    private static Duration length(Schedule schedule, Edge start) {
        Edge end = schedule.end();
        if (end == null) {
            return Duration.ofDays(Schedule.DEFAULT_DAYS);
        }
        ZoneId clock = start.offset() == null ? schedule.zone() : start.offset();
        boolean isLocal = start.offset() == null && end.offset() == null;
        LocalDateTime last = isLocal ? end.local() : LocalDateTime.ofInstant(end.in(schedule.zone()), clock);
        return Duration.between(start.local(), last);
    }

    private static String id(Repeat repeat, LocalDate day) {
        return switch (repeat) {
            case NEVER -> "";
            case DAILY -> DAY.format(day);
            case WEEKLY ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        day.get(IsoFields.WEEK_BASED_YEAR),
                        day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTHLY -> MONTH.format(day);
        };
    }
}
