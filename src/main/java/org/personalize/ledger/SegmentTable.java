package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Which files of events count, and what they were when they were written. */
final class SegmentTable {

    /**
     * One of them.
     *
     * @param sha256 of all its bytes, in hexadecimal digits
     * @param first the moment of the first event that has one
     */
    record Listed(long id, String name, long bytes, String sha256, int events, long first, long last) {}

    private SegmentTable() {}

    /** In the order in which they were taken in. */
    static List<Listed> all(Session session) throws SQLException {
        return Schema.knowsSegments(session)
                ? session.list(
                        "SELECT id, name, bytes, sha256, events, first_second, last_second FROM segment ORDER BY id",
                        row -> new Listed(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getLong(6),
                                row.getLong(7)))
                : List.of();
    }

    static void add(Session session, Listed segment, Instant now) throws SQLException {
        session.update(
                """
                INSERT INTO segment (name, bytes, sha256, events, first_second, last_second, added)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                segment.name(),
                segment.bytes(),
                segment.sha256(),
                segment.events(),
                segment.first(),
                segment.last(),
                now.getEpochSecond());
    }

    /** One file takes the place of several that follow each other, and the number of the last. */
    static void replace(Session session, List<Listed> run, Listed whole) throws SQLException {
        long last = run.get(run.size() - 1).id();
        session.update(
                "DELETE FROM segment WHERE id >= ? AND id < ?", run.get(0).id(), last);
        session.update(
                """
                UPDATE segment SET name = ?, bytes = ?, sha256 = ?, events = ?, first_second = ?, last_second = ?
                WHERE id = ?
                """, whole.name(), whole.bytes(), whole.sha256(), whole.events(), whole.first(), whole.last(), last);
    }

    /** Another text than before whenever something was taken in; blank before the first. */
    static String state(Session session) throws SQLException {
        if (!Schema.knowsSegments(session)) {
            return "";
        }
        return session.find(
                        "SELECT count(*), coalesce(max(id), 0), coalesce(sum(events), 0) FROM segment",
                        row -> row.getLong(1) == 0 ? "" : row.getLong(1) + "/" + row.getLong(2) + "/" + row.getLong(3))
                .orElse("");
    }
}
