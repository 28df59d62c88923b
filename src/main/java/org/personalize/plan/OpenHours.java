package org.personalize.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Occurrence;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Schedule.QuietHours;

/**
 * When a mail may leave, to the minute: a plan's quarter-hours are chosen beforehand, but a sender that comes late must
 * ask at the moment itself. Safe to use from many threads.
 */
public final class OpenHours {

    private static final int MINUTES_A_QUARTER = 15;

    private final Schedule schedule;
    private final Edge start;
    private final Edge end;
    private final Map<ZoneId, List<Stretch>> byZone = new ConcurrentHashMap<>();

    public OpenHours(Schedule schedule, Occurrence occurrence) {
        this.schedule = schedule;
        start = occurrence.start();
        end = occurrence.end();
    }

    /** A time in which mail may leave without a break: from opens on, and no more at closes. */
    public record Stretch(Instant opens, Instant closes) {}

    /** The stretch that holds a moment, from that moment on, or else the next one; empty when none is left. */
    public Optional<Stretch> from(Instant moment, ZoneId zone) {
        for (Stretch stretch : byZone.computeIfAbsent(zone, this::stretches)) {
            if (moment.isBefore(stretch.closes())) {
                return Optional.of(moment.isBefore(stretch.opens()) ? stretch : new Stretch(moment, stretch.closes()));
            }
        }
        return Optional.empty();
    }

    private List<Stretch> stretches(ZoneId zone) {
        Instant opens = start.in(zone).truncatedTo(ChronoUnit.MINUTES);
        Instant latest = opens.plus(SendWindow.LONGEST_DAYS, ChronoUnit.DAYS);
        Instant closes = end.in(zone).isAfter(latest) ? latest : end.in(zone);
        if (!schedule.isGiven()) {
            return closes.isAfter(opens) ? List.of(new Stretch(opens, closes)) : List.of();
        }
        List<Stretch> stretches = new ArrayList<>();
        Instant begun = null;
        for (Instant minute = opens; minute.isBefore(closes); minute = minute.plus(step(minute), ChronoUnit.MINUTES)) {
            boolean isOpen = isPermitted(LocalDateTime.ofInstant(minute, zone));
            if (isOpen && begun == null) {
                begun = minute;
            } else if (!isOpen && begun != null) {
                stretches.add(new Stretch(begun, minute));
                begun = null;
            }
        }
        if (begun != null) {
            stretches.add(new Stretch(begun, closes));
        }
        return List.copyOf(stretches);
    }

    /** Quiet hours mostly begin on a quarter; only where they do not is every minute looked at. */
    private long step(Instant minute) {
        boolean isOnQuarter = Math.floorMod(minute.getEpochSecond(), SendWindow.QUARTER_SECONDS) == 0;
        return isOnQuarter && areEdgesOnQuarters(schedule.quiet()) ? MINUTES_A_QUARTER : 1;
    }

    private static boolean areEdgesOnQuarters(@Nullable QuietHours quiet) {
        return quiet == null || (isOnQuarter(quiet.from()) && isOnQuarter(quiet.to()));
    }

    private static boolean isOnQuarter(LocalTime time) {
        return time.getMinute() % MINUTES_A_QUARTER == 0;
    }

    private boolean isPermitted(LocalDateTime local) {
        return isPermitted(schedule, local);
    }

    /** Whether the rules permit a local time, the window aside. */
    static boolean isPermitted(Schedule rules, LocalDateTime local) {
        Set<DayOfWeek> weekdays = rules.avoidWeekdays();
        return !weekdays.contains(local.getDayOfWeek())
                && !rules.avoidDates().contains(local.toLocalDate())
                && !isQuiet(rules.quiet(), local.toLocalTime());
    }

    private static boolean isQuiet(@Nullable QuietHours quiet, LocalTime time) {
        if (quiet == null) {
            return false;
        }
        boolean afterFrom = !time.isBefore(quiet.from());
        boolean beforeTo = time.isBefore(quiet.to());
        return quiet.from().isAfter(quiet.to()) ? afterFrom || beforeTo : afterFrom && beforeTo;
    }
}
