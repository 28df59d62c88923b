package org.personalize.catalog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time.
 *
 * @param end the first moment at which it is over
 */
record Span(Instant first, Instant end) {

    private static final Span ALWAYS = new Span(Instant.MIN, Instant.MAX);

    /** @param from null where it never began, and {@code until} null where it never ends */
    static Span of(@Nullable Temporal from, @Nullable Temporal until, ZoneId zone) {
        return from == null && until == null
                ? ALWAYS
                : new Span(
                        from == null ? Instant.MIN : Availability.first(from, zone),
                        until == null ? Instant.MAX : Availability.end(until, zone));
    }

    boolean isAlways() {
        return equals(ALWAYS);
    }

    boolean holds(Instant at) {
        return !at.isBefore(first) && at.isBefore(end);
    }
}
