package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the inputs looked like when an edition was planned. */
final class Stamps {

    private Stamps() {}

    static List<InputStamp> of(Session session, long edition) throws SQLException {
        return session.list(
                "SELECT file, bytes, changed, hash FROM stamp WHERE edition = ? ORDER BY file",
                row -> new InputStamp(
                        row.getString("file"),
                        row.getLong("bytes"),
                        Instant.parse(row.getString("changed")),
                        row.getString("hash")),
                edition);
    }

    static void write(Session session, long edition, List<InputStamp> stamps, @Nullable Instant nextChange)
            throws SQLException {
        // First the row that all senders of the edition share: two of them must not write their stamps side by side.
        session.update(
                "UPDATE edition SET next_change = ? WHERE id = ?",
                nextChange == null ? null : nextChange.toString(),
                edition);
        session.update("DELETE FROM stamp WHERE edition = ?", edition);
        for (InputStamp stamp : stamps) {
            session.update(
                    "INSERT INTO stamp (edition, file, bytes, changed, hash) VALUES (?, ?, ?, ?, ?)",
                    edition,
                    stamp.file(),
                    stamp.bytes(),
                    stamp.changed().toString(),
                    stamp.hash());
        }
    }

    static @Nullable Instant nextChange(Session session, long edition) throws SQLException {
        return session.find(
                        "SELECT next_change FROM edition WHERE id = ? AND next_change IS NOT NULL",
                        row -> Instant.parse(row.getString(1)),
                        edition)
                .orElse(null);
    }
}
