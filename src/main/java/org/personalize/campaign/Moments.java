package org.personalize.campaign;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Kind.Written;
import org.personalize.campaign.Schedule.Edge;
import org.personalize.campaign.Schedule.QuietHours;
import org.personalize.problem.Nearest;

/** How moments, days, hours and lengths of time are written in a campaign file. */
final class Moments {

    static final Duration LONGEST = Duration.ofDays(3660);

    private static final String DURATION_PATTERN = "^[0-9]{1,9}\\s*[smhdw]$";
    private static final Pattern DURATION_FORM = Pattern.compile("(\\d{1,9})\\s*([smhdw])");
    private static final String HOURS_PATTERN = "^[0-9]{2}:[0-9]{2}\\s*[-–]\\s*[0-9]{2}:[0-9]{2}$";
    private static final Pattern HOURS_FORM = Pattern.compile("(\\d{2}:\\d{2})\\s*[-–]\\s*(\\d{2}:\\d{2})");
    private static final String EDGE_PATTERN =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?$";
    private static final Pattern EDGE_FORM =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?)(Z|[+-]\\d{2}:\\d{2})?");
    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(d -> d.name().toLowerCase(Locale.ROOT))
            .toList();

    private Moments() {}

    static final Kind<Duration> DURATION =
            Kind.of("a length of time such as 30d, 72h, 5m or 30s", Written.text(DURATION_PATTERN), Moments::duration);

    static final Kind<Edge> EDGE =
            Kind.of("a moment such as 2026-03-02T07:00", Written.text(EDGE_PATTERN), Moments::edge);

    static final Kind<QuietHours> HOURS =
            Kind.of("hours such as 21:00-07:00", Written.text(HOURS_PATTERN), Moments::hours);

    static final Kind<ZoneId> ZONE = Kind.of("a time zone such as Europe/Berlin", Written.text(""), Moments::zone);

    static final Kind<Day> DAY = Kind.of("a weekday or a date such as 2026-04-06", Written.text(""), Moments::day);

    /** A weekday or a date; exactly one of them is there. */
    record Day(@Nullable DayOfWeek weekday, @Nullable LocalDate date) {}

    private static Duration duration(String text) throws Misread {
        Matcher form = DURATION_FORM.matcher(text);
        if (!form.matches()) {
            String number = text.replaceAll("[^0-9].*", "");
            throw new Misread(
                    number.isEmpty()
                            ? "Write a number and s, m, h, d or w."
                            : "Write " + number + "m for minutes, " + number + "h for hours or " + number
                                    + "d for days.");
        }
        long amount = Long.parseLong(form.group(1));
        Duration duration = Duration.ofSeconds(amount * secondsPer(form.group(2).charAt(0)));
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new Misread("It is longer than nothing and shorter than ten years.");
        }
        return duration;
    }

    private static long secondsPer(char unit) {
        return switch (unit) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'w' -> 604_800;
            default -> throw new IllegalStateException("the pattern lets no unit " + unit + " pass");
        };
    }

    private static Edge edge(String text) throws Misread {
        Matcher form = EDGE_FORM.matcher(text);
        if (!form.matches()) {
            throw new Misread(
                    "Write date, T and time, and an offset such as +01:00 only for the same moment everywhere.");
        }
        try {
            String offset = form.group(2);
            return new Edge(LocalDateTime.parse(form.group(1)), offset == null ? null : ZoneOffset.of(offset));
        } catch (DateTimeException e) {
            throw new Misread("There is no such day, time or offset.");
        }
    }

    private static QuietHours hours(String text) throws Misread {
        Matcher form = HOURS_FORM.matcher(text);
        if (!form.matches()) {
            throw new Misread("Write two times with two digits each, from and to.");
        }
        LocalTime from = time(form.group(1));
        LocalTime to = time(form.group(2));
        if (from.equals(to)) {
            throw new Misread(
                    "quiet hours that end where they begin leave no hour or every hour", "Write 21:00-07:00.");
        }
        return new QuietHours(from, to);
    }

    private static LocalTime time(String text) throws Misread {
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new Misread("The clock goes from 00:00 to 23:59.");
        }
    }

    private static ZoneId zone(String text) throws Misread {
        var known = ZoneId.getAvailableZoneIds();
        if (known.contains(text) && !text.startsWith("SystemV/")) {
            return ZoneId.of(text);
        }
        String city = text.replace(' ', '_');
        Optional<String> sameCity = known.stream()
                .filter(z -> z.substring(z.lastIndexOf('/') + 1).equalsIgnoreCase(city))
                .sorted()
                .findFirst();
        throw new Misread(sameCity.or(() -> Nearest.to(text, known))
                .map(z -> "Did you mean " + z + "?")
                .orElse("Use a name of the time zone database."));
    }

    private static Day day(String text) throws Misread {
        String word = text.toLowerCase(Locale.ROOT);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            String name = weekday.name().toLowerCase(Locale.ROOT);
            if (name.equals(word) || name.substring(0, 3).equals(word)) {
                return new Day(weekday, null);
            }
        }
        try {
            return new Day(null, LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new Misread(Nearest.to(word, WEEKDAYS)
                    .map(d -> "Did you mean " + d + "?")
                    .orElse("Write sunday, or year, month and day."));
        }
    }
}
