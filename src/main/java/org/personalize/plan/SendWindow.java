package org.personalize.plan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Schedule;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.rhythm.Weekdays;

/**
 * When people of one zone may be mailed: UTC quarter-hours whose first minute is permitted, gathered by local hour.
 *
 * <p>A local edge that does not exist moves forward by the gap; one that occurs twice means the first. Quiet hours and
 * avoided days go by the clock on the wall, so a local time that occurs twice is quiet both times.
 */
final class SendWindow {

    static final int QUARTER_SECONDS = 15 * 60;

    /** Moments further ahead than this are not looked at. */
    static final int LONGEST_DAYS = 400;

    private static final int MOST_QUARTERS = LONGEST_DAYS * 24 * 4;
    private static final int HOURS_A_DAY = 24;
    private static final int HOURS_A_WEEK = 7 * HOURS_A_DAY;

    private final Instant starts;
    private final Instant opens;
    private final Instant closes;
    private final int[] quarters;
    private final int[] firstQuarter;
    private final byte[] localHour;
    private final int[] earliest = new int[HOURS_A_DAY];
    private final Weekdays firstDays;
    private final Weekdays allDays;

    private SendWindow(Bounds bounds, int[] quarters, int[] firstQuarter, short[] hourOfWeek) {
        starts = bounds.starts();
        opens = bounds.opens();
        closes = bounds.closes().isBefore(opens) ? opens : bounds.closes();
        this.quarters = quarters;
        this.firstQuarter = firstQuarter;
        localHour = new byte[hourOfWeek.length];
        Arrays.fill(earliest, -1);
        int[] all = new int[HOURS_A_WEEK];
        for (int hour = localHour.length - 1; hour >= 0; hour--) {
            localHour[hour] = (byte) (hourOfWeek[hour] % HOURS_A_DAY);
            earliest[localHour[hour]] = hour;
            all[hourOfWeek[hour]]++;
        }
        int[] first = new int[HOURS_A_WEEK];
        Arrays.stream(earliest).filter(hour -> hour >= 0).forEach(hour -> first[hourOfWeek[hour]] = 1);
        firstDays = new Weekdays(first);
        allDays = new Weekdays(all);
    }

    static SendWindow of(Schedule rules, @Nullable Edge start, @Nullable Edge end, ZoneId zone, Instant now) {
        Instant starts = start == null ? now : moment(start, zone);
        Instant opens = starts.isAfter(now) ? starts : now;
        Instant closes = end == null ? afterDefault(start, zone, now) : moment(end, zone);
        return new Builder(rules, zone.getRules()).build(new Bounds(starts, opens, closes));
    }

    private record Bounds(Instant starts, Instant opens, Instant closes) {}

    static Instant moment(Edge edge, ZoneId zone) {
        ZoneOffset offset = edge.offset();
        return offset == null
                ? ZonedDateTime.ofLocal(edge.local(), zone, null).toInstant()
                : edge.local().toInstant(offset);
    }

    private static Instant afterDefault(@Nullable Edge start, ZoneId zone, Instant now) {
        return start == null
                ? now.atZone(zone).plusDays(Schedule.DEFAULT_DAYS).toInstant()
                : moment(new Edge(start.local().plusDays(Schedule.DEFAULT_DAYS), start.offset()), zone);
    }

    /** When the window began, be it long ago. */
    Instant starts() {
        return starts;
    }

    /** The first moment that counts, permitted or not; never before the campaign's clock. */
    Instant opens() {
        return opens;
    }

    /** The moment before which everything must be out; in a window that is over, the same as {@link #opens}. */
    Instant closes() {
        return closes;
    }

    /** How many local hours hold a permitted moment. */
    int hours() {
        return localHour.length;
    }

    int localHour(int hour) {
        return localHour[hour];
    }

    /**
     * The days of the week on which a mail may arrive.
     *
     * @param isWaiting whether mails may have to wait for room, on any day of the window; else each leaves in the first of
     *     the permitted hours that are its best
     */
    Weekdays days(boolean isWaiting) {
        return isWaiting ? allDays : firstDays;
    }

    /** Whether some moment within this local hour is permitted. */
    boolean holds(int localHour) {
        return earliest[localHour] >= 0;
    }

    /** The permitted hour with the largest chance, the earliest of equals; -1 when nothing is permitted. */
    int best(double[] chances) {
        int best = -1;
        for (int candidate : earliest) {
            if (candidate >= 0 && (best < 0 || isBetter(chances, candidate, best))) {
                best = candidate;
            }
        }
        return best;
    }

    private boolean isBetter(double[] chances, int one, int other) {
        double a = chances[localHour[one]];
        double b = chances[localHour[other]];
        return a > b || (a == b && one < other);
    }

    /** How many permitted quarter-hours the hour has: four, but for edges and clock changes. */
    int quartersIn(int hour) {
        return firstQuarter[hour + 1] - firstQuarter[hour];
    }

    /** The second since 1970 at which a quarter of an hour starts. */
    long second(int hour, int quarter) {
        return (long) quarters[firstQuarter[hour] + quarter] * QUARTER_SECONDS;
    }

    /** Walks once over the quarter-hours and keeps what is permitted. */
    private static final class Builder {

        private final Schedule rules;
        private final ZoneRules zone;
        private int[] quarters = new int[HOURS_A_DAY * 4];
        private int[] firstQuarter = new int[HOURS_A_DAY];
        private short[] hourOfWeek = new short[HOURS_A_DAY];
        private int count;
        private int hours;
        private @Nullable LocalDateTime lastHour;

        Builder(Schedule rules, ZoneRules zone) {
            this.rules = rules;
            this.zone = zone;
        }

        SendWindow build(Bounds bounds) {
            long first = ceiling(bounds.opens());
            long end = Math.min(ceiling(bounds.closes()), first + MOST_QUARTERS);
            for (long quarter = first; quarter < end; quarter++) {
                Instant at = Instant.ofEpochSecond(quarter * QUARTER_SECONDS);
                LocalDateTime local = LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, zone.getOffset(at));
                if (OpenHours.isPermitted(rules, local)) {
                    keep((int) quarter, local);
                }
            }
            firstQuarter = Arrays.copyOf(firstQuarter, hours + 1);
            firstQuarter[hours] = count;
            return new SendWindow(
                    bounds, Arrays.copyOf(quarters, count), firstQuarter, Arrays.copyOf(hourOfWeek, hours));
        }

        private static long ceiling(Instant moment) {
            long second = moment.getEpochSecond() + (moment.getNano() > 0 ? 1 : 0);
            return -Math.floorDiv(-second, (long) QUARTER_SECONDS);
        }

        private void keep(int quarter, LocalDateTime local) {
            LocalDateTime hour = local.withMinute(0).withSecond(0);
            if (!hour.equals(lastHour)) {
                lastHour = hour;
                firstQuarter = hours == firstQuarter.length ? Arrays.copyOf(firstQuarter, hours * 2) : firstQuarter;
                hourOfWeek = hours == hourOfWeek.length ? Arrays.copyOf(hourOfWeek, hours * 2) : hourOfWeek;
                firstQuarter[hours] = count;
                hourOfWeek[hours++] = (short) Weekdays.hourOfWeek(local.getDayOfWeek(), local.getHour());
            }
            quarters = count == quarters.length ? Arrays.copyOf(quarters, count * 2) : quarters;
            quarters[count++] = quarter;
        }
    }
}
