package org.personalize.history;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A moment as an event file writes it: ISO-8601, with a T or a blank, with or without seconds, clock and offset.
 *
 * @param second seconds since 1970-01-01T00:00Z
 * @param hasOffset false when the zone had to be assumed
 * @param isMidnight whether the clock, if there is one at all, says 00:00:00, as it does where only days are known
 */
record Timestamp(long second, boolean hasOffset, boolean isMidnight) {

    private static final int DATE_LENGTH = 10;
    private static final int SHORTEST_TIME = 5;

    /** Null when the text is no such moment. Written by hand, because millions of these are read in every run. */
    static @Nullable Timestamp parse(String text, ZoneId zone) {
        int dateEnd = DATE_LENGTH;
        if (text.length() < dateEnd || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int clockEnd = clockEnd(text);
        int[] clock = clock(text, clockEnd);
        Integer offset = offset(text.substring(clockEnd).strip());
        if (year < 0 || month < 0 || day < 0 || clock == null || offset == null || clockEnd == dateEnd && offset != NONE) {
            return null;
        }
        try {
            var local = LocalDateTime.of(year, month, day, clock[0], clock[1], Math.min(clock[2], 59));
            long second = offset == NONE
                    ? local.atZone(zone).toEpochSecond()
                    : local.toEpochSecond(ZoneOffset.UTC) - offset;
            return new Timestamp(second, offset != NONE, clock[0] + clock[1] + clock[2] == 0);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Where the clock ends and the offset begins. */
    private static int clockEnd(String text) {
        int at = DATE_LENGTH;
        if (text.length() > at && (text.charAt(at) == 'T' || text.charAt(at) == ' ')) {
            at++;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || ":.,".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
        }
        return at;
    }

    /** Hour, minute and second; a day alone begins at midnight. Fractions of a second are of no use here. */
    private static int @Nullable [] clock(String text, int end) {
        int start = DATE_LENGTH + 1;
        if (end <= start) {
            return end == DATE_LENGTH ? new int[3] : null;
        }
        if (end - start < SHORTEST_TIME || text.charAt(start + 2) != ':') {
            return null;
        }
        int hour = digits(text, start, start + 2);
        int minute = digits(text, start + 3, start + 5);
        int rest = start + SHORTEST_TIME;
        boolean hasSeconds = end >= rest + 3 && text.charAt(rest) == ':';
        int second = hasSeconds ? digits(text, rest + 1, rest + 3) : 0;
        boolean isWhole = hasSeconds ? end == rest + 3 || ".,".indexOf(text.charAt(rest + 3)) >= 0 : end == rest;
        return hour < 0 || minute < 0 || second < 0 || second > 60 || !isWhole ? null : new int[] {hour, minute, second};
    }

    private static final int NONE = Integer.MIN_VALUE;

    /** Seconds east of Greenwich; {@link #NONE} for a blank; null for what is no offset. */
    private static @Nullable Integer offset(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        if (text.equals("Z") || text.equals("z") || text.equals("UTC") || text.equals("GMT")) {
            return 0;
        }
        String numbers = text.substring(1).replace(":", "");
        boolean isForm = (text.charAt(0) == '+' || text.charAt(0) == '-') && (numbers.length() == 2 || numbers.length() == 4);
        int hours = isForm ? digits(numbers, 0, 2) : -1;
        int minutes = isForm && numbers.length() == 4 ? digits(numbers, 2, 4) : 0;
        if (hours < 0 || minutes < 0 || hours > 18 || minutes > 59) {
            return null;
        }
        int seconds = hours * 3600 + minutes * 60;
        return text.charAt(0) == '-' ? -seconds : seconds;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
