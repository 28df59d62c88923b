package org.personalize.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * What the clocks of one zone show. Their offset from UTC holds for half a year and is looked up once for each of these,
 * since there are millions of moments. Not for use by several threads at once.
 */
public final class LocalClock {

    private static final long DAY_SECONDS = 86_400;
    private static final int HOUR_SECONDS = 3_600;
    private static final int WEEKDAYS = 7;

    /** The first of January 1970 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    private final ZoneRules rules;
    private final List<Stretch> known = new ArrayList<>();
    private Stretch last = new Stretch(0, 0, 0);

    public LocalClock(ZoneId zone) {
        rules = zone.getRules();
    }

    /** Days since 1970-01-01. */
    public int day(long second) {
        return (int) Math.floorDiv(local(second), DAY_SECONDS);
    }

    /** Of the day, from 0. */
    public int hour(long second) {
        return (int) Math.floorMod(local(second), DAY_SECONDS) / HOUR_SECONDS;
    }

    /** 0 for Monday. */
    public int weekday(long second) {
        return Math.floorMod(day(second) + FIRST_WEEKDAY, WEEKDAYS);
    }

    private long local(long second) {
        if (!last.holds(second)) {
            last = stretch(second);
        }
        return second + last.offset;
    }

    private Stretch stretch(long second) {
        for (Stretch stretch : known) {
            if (stretch.holds(second)) {
                return stretch;
            }
        }
        Stretch found = look(Instant.ofEpochSecond(second));
        known.add(found);
        return found;
    }

    private Stretch look(Instant moment) {
        ZoneOffsetTransition before = rules.previousTransition(moment.plusSeconds(1));
        ZoneOffsetTransition next = rules.nextTransition(moment);
        return new Stretch(
                before == null ? Long.MIN_VALUE : before.toEpochSecond(),
                next == null ? Long.MAX_VALUE : next.toEpochSecond(),
                rules.getOffset(moment).getTotalSeconds());
    }

    /** The seconds from one change of the clocks to before the next. */
    private record Stretch(long from, long until, int offset) {
        boolean holds(long second) {
            return second >= from && second < until;
        }
    }
}
