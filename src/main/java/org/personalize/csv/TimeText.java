package org.personalize.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads moments as exports write them: ISO-8601 with or without an offset, a blank or a T between date and time, a date
 * alone (its midnight), the day first where dots part it ({@code 21.11.2025 19:33}), and seconds or milliseconds since
 * 1970. Slashes with the year behind are not read, as nobody can tell whether the day or the month comes first. Written
 * out by hand since histories have millions.
 */
public final class TimeText {

    /** What a text that is no moment gives. */
    public static final long NO_MOMENT = Long.MIN_VALUE;

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MIN_EPOCH_DIGITS = 9;
    private static final int MAX_EPOCH_SECOND_DIGITS = 11;
    private static final int MAX_EPOCH_MILLI_DIGITS = 14;
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private final String text;
    private int at;

    private TimeText(String text) {
        this.text = text;
    }

    /**
     * Seconds since 1970-01-01T00:00Z, fractions cut off; {@link #NO_MOMENT} when the text is none. A local time that the
     * zone skips moves forward by the gap, one that occurs twice means the first.
     *
     * @param zone where the text names no offset
     */
    public static long seconds(String text, ZoneId zone) {
        var reading = new TimeText(text);
        try {
            return reading.isNumber() ? reading.epoch() : reading.moment(zone);
        } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
            return NO_MOMENT;
        }
    }

    /** Whether a moment says by itself where on earth its time is meant; a number since 1970 does. */
    public static boolean isZoned(String text) {
        var reading = new TimeText(text);
        if (reading.isNumber()) {
            return true;
        }
        int from = Math.min(DATE_LENGTH, text.length());
        String time = text.substring(from);
        return time.endsWith("Z")
                || time.endsWith("z")
                || time.endsWith("UTC")
                || time.indexOf('+') >= 0
                || time.indexOf('-') >= 0;
    }

    /** What to tell somebody whose text was no moment. */
    public static String expected() {
        return "a moment such as 2026-03-02T09:00:00+01:00";
    }

    private boolean isNumber() {
        int length = text.length();
        int digits = 0;
        while (digits < length && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        return digits == length && length >= MIN_EPOCH_DIGITS && length <= MAX_EPOCH_MILLI_DIGITS;
    }

    private long epoch() {
        long number = Long.parseLong(text);
        return text.length() <= MAX_EPOCH_SECOND_DIGITS ? number : number / MILLIS_PER_SECOND;
    }

    /** Whether dots part the date, so that its day comes first. */
    private static boolean isDotted(String text) {
        return text.length() > 2 && (text.charAt(1) == '.' || text.charAt(2) == '.');
    }

    /** Where the clock of a moment begins, or its length where it has none. */
    public static int clockStart(String text) {
        int start = isDotted(text) ? text.lastIndexOf(' ') + 1 : DATE_LENGTH + 1;
        return start == 0 ? text.length() : Math.min(start, text.length());
    }

    private long moment(ZoneId zone) {
        LocalDate date = isDotted(text) ? dayFirst() : yearFirst();
        if (at == text.length()) {
            return second(date.atStartOfDay(), zone);
        }
        at += text.charAt(at) == ',' ? 1 : 0;
        char between = text.charAt(at++);
        if (between != 'T' && between != 't' && between != ' ') {
            return NO_MOMENT;
        }
        int hour = isDotted(text) ? oneOrTwoDigits() : digits(2);
        int minute = colon() ? digits(2) : 0;
        int second = colon() ? digits(2) : 0;
        fraction();
        var local = date.atTime(hour, minute, Math.min(second, SECONDS_PER_MINUTE - 1));
        return second > SECONDS_PER_MINUTE ? NO_MOMENT : zoned(local, zone);
    }

    private LocalDate yearFirst() {
        int year = digits(4);
        char parting = separator();
        int month = digits(2);
        if (separator() != parting) {
            throw new DateTimeException("no date");
        }
        return LocalDate.of(year, month, digits(2));
    }

    private LocalDate dayFirst() {
        int day = oneOrTwoDigits();
        dot();
        int month = oneOrTwoDigits();
        dot();
        return LocalDate.of(digits(4), month, day);
    }

    private void dot() {
        if (text.charAt(at++) != '.') {
            throw new DateTimeException("no date");
        }
    }

    private int oneOrTwoDigits() {
        return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)) ? digits(2) : digits(1);
    }

    private char separator() {
        char c = text.charAt(at++);
        if (c != '-' && c != '/') {
            throw new DateTimeException("no date");
        }
        return c;
    }

    private long zoned(LocalDateTime local, ZoneId zone) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at == text.length()) {
            return second(local, zone);
        }
        String rest = text.substring(at);
        if (rest.equals("Z") || rest.equals("z") || rest.equals("UTC") || rest.equals("GMT")) {
            return local.toEpochSecond(ZoneOffset.UTC);
        }
        char sign = text.charAt(at++);
        if (sign != '+' && sign != '-') {
            return NO_MOMENT;
        }
        int hours = digits(2);
        colon();
        int minutes = at < text.length() ? digits(2) : 0;
        int offset = hours * SECONDS_PER_MINUTE + minutes;
        if (at != text.length() || minutes >= SECONDS_PER_MINUTE || offset > MAX_OFFSET_MINUTES) {
            return NO_MOMENT;
        }
        return local.toEpochSecond(ZoneOffset.UTC) - (sign == '+' ? 1L : -1L) * offset * SECONDS_PER_MINUTE;
    }

    private static long second(LocalDateTime local, ZoneId zone) {
        return zone instanceof ZoneOffset offset
                ? local.toEpochSecond(offset)
                : local.atZone(zone).toEpochSecond();
    }

    private int digits(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            int digit = text.charAt(at++) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException("no digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private boolean colon() {
        boolean isColon = at < text.length() && text.charAt(at) == ':';
        at += isColon ? 1 : 0;
        return isColon;
    }

    private void fraction() {
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int from = ++at;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at == from) {
                throw new NumberFormatException("no fraction");
            }
        }
    }
}
