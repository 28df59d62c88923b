package org.personalize.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Moments as they are stored: whole seconds since 1970. */
final class Moments {

    private Moments() {}

    static @Nullable Instant read(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochSecond(seconds);
    }

    /** The end of a stretch that a moment lies in, which may not shrink to nothing within a second. */
    static long closing(Instant moment, Instant closes) {
        return Math.max(closes.getEpochSecond(), moment.getEpochSecond() + 1);
    }
}
