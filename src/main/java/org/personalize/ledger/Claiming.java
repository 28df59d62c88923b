package org.personalize.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The first mark: takes mails for one sender. What a sender holds, no other takes. */
final class Claiming {

    /** The sign before a column keeps an index that would be the wrong one here from being used. */
    private static final String IS_DUE = "m.due <= ? AND +m.closes > ? AND NOT " + Conditions.IS_SUPPRESSED;

    private static final String IS_FREE = " AND NOT " + Conditions.DOMAIN_IS_HELD;

    /**
     * In the order of the index, down to its last column: where a hundred thousand are due at one moment, any other order
     * would have all of them read and sorted for every batch.
     */
    private static final String BY_DUE = "m.due, m.state";

    static final String DUE = claim(IS_DUE + IS_FREE, BY_DUE);

    private static final String DUE_FOR_ONE = claim("m.customer = ? AND " + IS_DUE + IS_FREE, "m.id");

    /** What a held domain keeps back gets no more time by it. */
    private static final String OVERDUE = claim("m.closes <= ?", "m.closes");

    private static final String ALL = claim("TRUE", BY_DUE);

    private final Session session;
    private final long campaign;
    private final long edition;
    private final long worker;

    Claiming(Session session, long campaign, long edition, long worker) {
        this.session = session;
        this.campaign = campaign;
        this.edition = edition;
        this.worker = worker;
    }

    private record Taken(Claim claim, long due) {}

    List<Claim> due(long most, Instant now) throws SQLException {
        long second = now.getEpochSecond();
        return inOrder(session.list(DUE, this::read, edition, campaign, second, second, campaign, most, worker));
    }

    List<Claim> due(String customer, Instant now) throws SQLException {
        long second = now.getEpochSecond();
        return inOrder(session.list(
                DUE_FOR_ONE, this::read, edition, campaign, customer, second, second, campaign, 1L, worker));
    }

    List<Claim> overdue(long most, Instant now) throws SQLException {
        return inOrder(session.list(OVERDUE, this::read, edition, campaign, now.getEpochSecond(), most, worker));
    }

    List<Claim> all(long most) throws SQLException {
        return inOrder(session.list(ALL, this::read, edition, campaign, most, worker));
    }

    private static List<Claim> inOrder(List<Taken> taken) {
        return taken.stream()
                .sorted(Comparator.comparingLong(Taken::due)
                        .thenComparingLong(t -> t.claim().id()))
                .map(Taken::claim)
                .toList();
    }

    private Taken read(ResultSet row) throws SQLException {
        var claim = new Claim(
                row.getLong("id"),
                row.getInt("lease"),
                row.getInt("attempts"),
                Moments.read(row, "first_tried"),
                PromiseColumns.read(session, row));
        return new Taken(claim, row.getLong("due"));
    }

    private static String claim(String time, String order) {
        return """
                WITH found AS MATERIALIZED (
                  SELECT m.id AS picked FROM mail m
                   WHERE m.edition = ? AND %s AND %s AND %s
                   ORDER BY %s LIMIT ? <skip locked>)
                UPDATE mail AS m SET state = 'claimed', worker = ?, lease = lease + 1
                 WHERE m.id <in> SELECT picked FROM found </in> AND %s
                RETURNING %s, id, lease, attempts, first_tried, due
                """.formatted(
                Conditions.IS_OPEN, Conditions.BRAKE_IS_OFF, time, order, Conditions.IS_OPEN, PromiseColumns.NAMES);
    }
}
