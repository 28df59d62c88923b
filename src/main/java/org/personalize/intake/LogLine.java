package org.personalize.intake;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.TimeText;

/** A line of the log of nginx or Apache, in the form that both call combined, or in the common one without its end. */
final class LogLine {

    private static final Pattern COMBINED = Pattern.compile("^(?:\\S{1,255} ){2,3}.{0,200}?\\[([^\\]]{20,40})\\] "
            + "\"((?:[^\"\\\\]|\\\\.){0,9000})\" (\\d{3}) (?:\\d+|-)"
            + "(?: \"((?:[^\"\\\\]|\\\\.){0,9000})\" \"((?:[^\"\\\\]|\\\\.){0,2000})\")?.*");

    private static final Pattern START =
            Pattern.compile("^\\S+ \\S+ .{0,200}\\[\\d{1,2}/\\w{3}/\\d{4}:[^\\]]{1,30}\\] \".*");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH);

    private static final int REQUEST_WORDS = 2;

    /** The seconds of a busy server repeat, and reading one costs more than the rest of the line. */
    private String lastMoment = "";

    private long lastSecond = TimeText.NO_MOMENT;

    static boolean isLog(String line) {
        return CloudFrontLine.isDirective(line) || START.matcher(line).matches();
    }

    /** Null for a line of another form. */
    @Nullable
    Request read(String line) {
        Matcher parts = COMBINED.matcher(line);
        if (!parts.matches()) {
            return null;
        }
        String[] request = parts.group(2).split(" ", -1);
        return new Request(
                Request.method(request[0]),
                request.length < REQUEST_WORDS ? "" : request[1],
                Integer.parseInt(parts.group(3)),
                Returned.orBlank(parts.group(4)),
                Returned.orBlank(parts.group(5)),
                second(parts.group(1)));
    }

    private long second(String text) {
        if (!text.equals(lastMoment)) {
            lastMoment = text;
            try {
                lastSecond = OffsetDateTime.parse(text, MOMENT).toEpochSecond();
            } catch (DateTimeException e) {
                lastSecond = TimeText.NO_MOMENT;
            }
        }
        return lastSecond;
    }
}
