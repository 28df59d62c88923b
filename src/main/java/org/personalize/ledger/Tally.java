package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How many final dots were permitted, by UTC hours since 1970. */
final class Tally {

    private static final long HOUR = 3_600;
    private static final int HOURS_OF_A_DAY = 24;

    private Tally() {}

    /** How many more the relay takes now. */
    static long room(Session session, Instant now, Caps caps) throws SQLException {
        long room = Long.MAX_VALUE;
        if (caps.perHour() > 0) {
            room = caps.perHour() - between(session, hour(now), hour(now) + 1);
        }
        if (caps.today() > 0) {
            room = Math.min(room, caps.today() - day(session, LocalDate.ofInstant(now, ZoneOffset.UTC)));
        }
        return Math.max(0, room);
    }

    /** With a count of 0 this keeps others from counting until the transaction ends. */
    static void add(Session session, Instant now, long granted) throws SQLException {
        session.update("""
                INSERT INTO tally (hour, granted) VALUES (?, ?)
                ON CONFLICT (hour) DO UPDATE SET granted = tally.granted + excluded.granted
                """, hour(now), granted);
    }

    static long day(Session session, LocalDate day) throws SQLException {
        long first = day.toEpochDay() * HOURS_OF_A_DAY;
        return between(session, first, first + HOURS_OF_A_DAY);
    }

    static @Nullable LocalDate firstDay(Session session) throws SQLException {
        return session.find("SELECT hour FROM tally WHERE granted > 0 ORDER BY hour LIMIT 1", row -> row.getLong(1))
                .map(hour -> LocalDate.ofEpochDay(Math.floorDiv(hour, HOURS_OF_A_DAY)))
                .orElse(null);
    }

    private static long between(Session session, long from, long to) throws SQLException {
        return session.number("SELECT coalesce(sum(granted), 0) FROM tally WHERE hour >= ? AND hour < ?", from, to);
    }

    private static long hour(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), HOUR);
    }
}
