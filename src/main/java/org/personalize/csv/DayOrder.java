package org.personalize.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What comes first in dates with slashes whose year is behind, where somebody says so: nobody can see it in 02/03/2026. */
public enum DayOrder {
    /** Nobody said it: what has slashes is left as it is. */
    UNSAID(""),
    DAY_FIRST("day/month/year"),
    MONTH_FIRST("month/day/year");

    private static final Pattern SLASHED = Pattern.compile(
            "(\\d\\d?)/(\\d\\d?)/(\\d{4})(?:(?:,? +|T)(\\d\\d?):(\\d\\d)(?::(\\d\\d))?(?: ?([AP])\\.?M\\.?)?)?"
                    + "( ?(?:Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?))?",
            Pattern.CASE_INSENSITIVE);
    private static final int HALF_A_DAY = 12;

    private final String word;

    DayOrder(String word) {
        this.word = word;
    }

    /** As campaign files and mappings write it. */
    public String word() {
        return word;
    }

    public static List<String> words() {
        return List.of(DAY_FIRST.word, MONTH_FIRST.word);
    }

    /** Unsaid where the word is none of them. */
    public static DayOrder of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(order -> order.word.equals(word))
                .findFirst()
                .orElse(UNSAID);
    }

    /** Year first and with a clock of 24 hours, if it is a moment with slashes; any other text, and no day, as it is. */
    public String yearFirst(String text) {
        return this == UNSAID ? text : moment(text).map(Slashed::text).orElse(text);
    }

    /** The day alone. Null for what has slashes and is no day in this order. */
    @Nullable
    String day(String text) {
        if (this == UNSAID || !SLASHED.matcher(text).matches()) {
            return text;
        }
        return moment(text).map(slashed -> slashed.day().toString()).orElse(null);
    }

    /** What to do about a text that is no moment because nobody said what comes first; blank where that is not why. */
    public static String remedy(String text) {
        return SLASHED.matcher(text).matches()
                ? "; types: {timestamp: %s} or %s says what comes first".formatted(DAY_FIRST.word, MONTH_FIRST.word)
                : "";
    }

    private record Slashed(LocalDate day, @Nullable LocalTime time, String offset) {

        String text() {
            return time == null ? day + offset.strip() : day + " " + time + offset.strip();
        }
    }

    private Optional<Slashed> moment(String text) {
        Matcher found = SLASHED.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(found.group(1));
        int second = Integer.parseInt(found.group(2));
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(found.group(3)),
                    this == DAY_FIRST ? second : first,
                    this == DAY_FIRST ? first : second);
            String offset = found.group(8) == null ? "" : found.group(8);
            return Optional.of(new Slashed(day, time(found), offset));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable LocalTime time(Matcher found) {
        if (found.group(4) == null) {
            return null;
        }
        int hour = Integer.parseInt(found.group(4));
        String half = found.group(7);
        if (half != null) {
            if (hour < 1 || hour > HALF_A_DAY) {
                throw new DateTimeException("no hour of half a day");
            }
            hour = hour % HALF_A_DAY + (half.equalsIgnoreCase("P") ? HALF_A_DAY : 0);
        }
        int second = found.group(6) == null ? 0 : Integer.parseInt(found.group(6));
        return LocalTime.of(hour, Integer.parseInt(found.group(5)), second);
    }
}
