package org.personalize.history;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.personalize.csv.TimeText;

/**
 * A moment as an event file writes it.
 *
 * @param second seconds since 1970-01-01T00:00Z
 * @param hasOffset false when the zone had to be assumed
 * @param isMidnight whether the clock, if there is one at all, says 00:00:00, as it does where only days are known
 */
record Timestamp(long second, boolean hasOffset, boolean isMidnight) {

    private static final String MIDNIGHT = "00:00";

    /** Null when the text is no moment. */
    static @Nullable Timestamp parse(String text, ZoneId zone) {
        long second = TimeText.seconds(text, zone);
        return second == TimeText.NO_MOMENT ? null : new Timestamp(second, TimeText.isZoned(text), isMidnight(text));
    }

    private static boolean isMidnight(String text) {
        int start = TimeText.clockStart(text);
        if (start >= text.length()) {
            return text.indexOf('-') > 0 || text.indexOf('/') > 0 || text.indexOf('.') > 0;
        }
        int secondsStart = start + MIDNIGHT.length();
        boolean hasSeconds = text.length() > secondsStart && text.charAt(secondsStart) == ':';
        return text.startsWith(MIDNIGHT, start) && (!hasSeconds || text.startsWith(":00", secondsStart));
    }
}
