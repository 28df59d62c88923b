package org.personalize.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments to the minute, in UTC as the machine's zone says nothing about a campaign. */
final class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private Moments() {}

    /** {@code 2026-03-02 09:00 UTC}. */
    static String told(Instant moment) {
        return MINUTE.format(moment.atZone(ZoneOffset.UTC));
    }

    /** {@code 2026-03-02 09:00 UTC to 2026-03-04 21:00 UTC}; what happened in one minute, once. */
    static String told(Instant first, Instant last) {
        String from = told(first);
        String to = told(last);
        return from.equals(to) ? from : from + " to " + to;
    }
}
