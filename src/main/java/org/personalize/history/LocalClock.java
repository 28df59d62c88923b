package org.personalize.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * What the clocks of one zone show. Their offset from UTC holds for half a year and is looked up only when it may be
 * another, since there are millions of moments. Not for use by several threads at once.
 */
public final class LocalClock {

    private static final long DAY_SECONDS = 86_400;
    private static final int HOUR_SECONDS = 3_600;
    private static final int WEEKDAYS = 7;

    /** The first of January 1970 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    private final ZoneRules rules;
    private long from = 1;
    private long until;
    private int offset;

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
        if (second < from || second >= until) {
            look(Instant.ofEpochSecond(second));
        }
        return second + offset;
    }

    private void look(Instant moment) {
        offset = rules.getOffset(moment).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(moment);
        from = moment.getEpochSecond();
        until = next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }
}
