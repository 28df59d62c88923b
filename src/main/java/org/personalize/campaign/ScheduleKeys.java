package org.personalize.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Moments.Day;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Schedule.Repeat;

/** What can be written under {@code schedule}. */
final class ScheduleKeys {

    private static final int MOST_PER_HOUR = 100_000_000;
    private static final Kind<Integer> PER_HOUR = Kinds.whole(1, MOST_PER_HOUR);
    private static final Kind<Repeat> REPEAT = Kind.word(List.of(Repeat.DAILY, Repeat.WEEKLY, Repeat.MONTHLY));
    private static final Kind<Boolean> REFRESH = Kind.words(List.of("content"), "content"::equals);

    private ScheduleKeys() {}

    static final Section SECTION = Section.of(
            new Key(
                    "start",
                    Moments.EDGE,
                    "The first moment, in each person's local time unless it carries an offset.",
                    "2026-03-02T07:00"),
            new Key(
                    "end",
                    Moments.EDGE,
                    "The last moment; three days after the start unless given.",
                    "2026-03-04T21:00"),
            new Key(
                    "quiet_hours",
                    Moments.HOURS,
                    "No mail goes out in these local hours, the last excluded.",
                    "21:00-07:00"),
            new Key(
                    "avoid",
                    new Shape.ListOf(Moments.DAY),
                    "No mail goes out on these local days.",
                    "[sunday, 2026-04-06]"),
            new Key(
                    "time_zone",
                    Moments.ZONE,
                    "The zone of people whose own is unknown; UTC unless given.",
                    "Europe/Berlin"),
            new Key("max_per_hour", PER_HOUR, "How many mails of the workspace go out in one hour.", "50000"),
            new Key(
                    "random_hours",
                    Kinds.SHARE,
                    "The share of people who get a random permitted hour, so that the model keeps learning.",
                    "3%"),
            new Key(
                    "max_lateness",
                    Moments.DURATION,
                    "A first attempt later than this expires; without it, it is made at the next permitted moment.",
                    "2h"),
            new Key(
                    "repeat",
                    REPEAT,
                    "How often the campaign comes back; each time is an occurrence of its own.",
                    "weekly"),
            new Key("refresh", REFRESH, "Decides the items again at the moment of sending.", "content"));

    static Schedule read(Block block) {
        ZoneId zone = block.value("time_zone", Moments.ZONE, ZoneOffset.UTC);
        Edge start = block.value("start", Moments.EDGE).orElse(null);
        Edge end = block.value("end", Moments.EDGE).orElse(null);
        Repeat repeat = block.value("repeat", REPEAT, Repeat.NEVER);
        checkWindow(block, start, end, zone);
        checkPeriod(block, start, end, repeat, zone);
        List<Day> avoid = block.list("avoid", Moments.DAY);
        return new Schedule(
                block.isGiven(),
                start,
                end,
                block.value("quiet_hours", Moments.HOURS).orElse(null),
                weekdays(block, avoid),
                dates(avoid),
                zone,
                block.value("max_per_hour", PER_HOUR, 0),
                block.value("random_hours", Kinds.SHARE, 0.0),
                block.value("max_lateness", Moments.DURATION).orElse(null),
                repeat,
                block.value("refresh", REFRESH, false));
    }

    private static void checkWindow(Block block, @Nullable Edge start, @Nullable Edge end, ZoneId zone) {
        if (start == null || end == null) {
            return;
        }
        boolean areAlike = start.offset() == null && end.offset() == null;
        boolean isBackwards =
                areAlike ? !end.local().isAfter(start.local()) : !end.in(zone).isAfter(start.in(zone));
        if (isBackwards) {
            block.problem("end", "the end is not after the start", "Change one of the two.");
        }
    }

    private static void checkPeriod(Block block, @Nullable Edge start, @Nullable Edge end, Repeat repeat, ZoneId zone) {
        if (repeat == Repeat.NEVER || end == null) {
            return;
        }
        if (start == null) {
            block.problem(
                    "end",
                    "the end of a repeating campaign ends its first occurrence, which needs a start",
                    "Add" + " start, or leave end out.");
            return;
        }
        Instant next = new Edge(repeat.later(start.local(), 1), start.offset()).in(zone);
        if (end.in(zone).isAfter(next)) {
            block.problem(
                    "end",
                    "one occurrence lasts beyond the start of the next",
                    "The end belongs to the first" + " occurrence only; leave it out for no end.");
        }
    }

    private static Set<DayOfWeek> weekdays(Block block, List<Day> avoid) {
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        for (Day day : avoid) {
            if (day.weekday() != null) {
                weekdays.add(day.weekday());
            }
        }
        if (weekdays.size() == DayOfWeek.values().length) {
            block.problem("avoid", "every day of the week is avoided", "Leave one.");
        }
        return weekdays;
    }

    private static Set<LocalDate> dates(List<Day> avoid) {
        Set<LocalDate> dates = new TreeSet<>();
        for (Day day : avoid) {
            if (day.date() != null) {
                dates.add(day.date());
            }
        }
        return dates;
    }
}
