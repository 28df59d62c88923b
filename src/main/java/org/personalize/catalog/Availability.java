package org.personalize.catalog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** One end of the time in which an item can be shown: a day, or a moment. */
final class Availability {

    private static final int DAY_LENGTH = 10;

    private Availability() {}

    /** A {@link LocalDate} for a day, an {@link Instant} for a moment; null when the text is neither. */
    static @Nullable Temporal parse(String cell, ZoneId zone) {
        try {
            if (cell.length() == DAY_LENGTH) {
                return LocalDate.parse(cell);
            }
            String iso = cell.replace(' ', 'T');
            boolean hasOffset =
                    iso.endsWith("Z") || iso.lastIndexOf('+') > DAY_LENGTH || iso.lastIndexOf('-') > DAY_LENGTH;
            return hasOffset
                    ? OffsetDateTime.parse(withColon(iso)).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Google writes {@code +0100} where Java reads {@code +01:00} only. */
    private static String withColon(String iso) {
        return iso.matches(".*[+-]\\d{4}")
                ? iso.substring(0, iso.length() - 2) + ':' + iso.substring(iso.length() - 2)
                : iso;
    }

    static Instant first(Temporal from, ZoneId zone) {
        return from instanceof LocalDate day ? day.atStartOfDay(zone).toInstant() : (Instant) from;
    }

    /** The first moment at which it is over: a last day counts to its midnight, a last moment is still within. */
    static Instant end(Temporal until, ZoneId zone) {
        return until instanceof LocalDate day
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : ((Instant) until).plusNanos(1);
    }
}
