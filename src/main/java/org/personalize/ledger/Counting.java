package org.personalize.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Reason;

/** Counts who is where. */
final class Counting {

    /** Read from an index alone, in its order. */
    private static final String ALL = """
            SELECT m.state, m.reason, m.grp, count(*) AS mails FROM mail m
             WHERE m.edition = ?
             GROUP BY m.state, m.reason, m.grp
            """;

    /** Few, as a rule; how many wait for their moment follows from how many there are. */
    private static final String DUE_NOW = """
            SELECT count(*) FROM mail m WHERE m.edition = ? AND %s AND m.state = 'planned' AND m.due <= ?
            """.formatted(Conditions.IS_OPEN);

    private static final String NEXT_DUE = coming("");

    private static final String LAST_DUE = coming("DESC");

    /** The same where domains are held: rare, and slower by a second for a million mails. */
    private static final String OPEN_WITH_HELD_DOMAINS = """
            SELECT m.state, count(*) AS mails, min(m.due) AS first_due, max(m.due) AS last_due
              FROM mail m
             WHERE m.edition = ? AND %s
               AND m.domain NOT IN (SELECT h.domain FROM held_domain h WHERE h.campaign = ?)
             GROUP BY m.state, m.due <= ?
            """.formatted(Conditions.IS_OPEN);

    private static final String COMING = """
            SELECT c.id, c.brake, c.brake_why, e.census
              FROM campaign c LEFT JOIN edition e ON e.campaign = c.id AND e.id = ?
             WHERE c.name = ?
            """;

    private final Map<State, Long> counts = new EnumMap<>(State.class);
    private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
    private long plainMail;
    private long planned;
    private long deferred;
    private long waiting;
    private long due;
    private long held;
    private long nextDue = Long.MAX_VALUE;
    private long lastDue = Long.MIN_VALUE;
    private final Coming coming;
    private final long second;

    private Counting(Coming coming, long second) {
        this.coming = coming;
        this.second = second;
    }

    private record Coming(
            long campaign,
            Brake brake,
            String why,
            @Nullable Census census) {}

    static Standings of(Session session, Edition edition, Instant now) throws SQLException {
        long id = Editions.find(session, edition);
        Coming coming = session.find(COMING, Counting::coming, id, edition.campaign())
                .orElse(new Coming(Editions.NONE, Brake.OFF, "", null));
        Map<String, Instant> heldDomains = heldDomains(session, coming.campaign());
        var counting = new Counting(coming, now.getEpochSecond());
        session.each(ALL, counting::add, id);
        counting.free(session, id, !heldDomains.isEmpty());
        return counting.standings(edition, heldDomains);
    }

    /** What neither a brake nor a held domain keeps back. */
    private void free(Session session, long edition, boolean hasHeldDomains) throws SQLException {
        if (coming.brake() != Brake.OFF) {
            return;
        } else if (hasHeldDomains) {
            session.each(OPEN_WITH_HELD_DOMAINS, this::free, edition, coming.campaign(), second);
        } else {
            long dueNow = session.number(DUE_NOW, edition, second);
            due += dueNow;
            waiting += planned - dueNow;
            counts.merge(State.DEFERRED, deferred, Long::sum);
            held -= planned + deferred;
            nextDue = session.find(NEXT_DUE, row -> row.getLong(1), edition, second)
                    .orElse(nextDue);
            lastDue = session.find(LAST_DUE, row -> row.getLong(1), edition, second)
                    .orElse(lastDue);
        }
    }

    private static Coming coming(ResultSet row) throws SQLException {
        String census = row.getString("census");
        return new Coming(
                row.getLong("id"),
                Brakes.read(row.getString("brake")),
                row.getString("brake_why"),
                census == null ? null : CensusText.read(census));
    }

    static Map<String, Instant> heldDomains(Session session, long campaign) throws SQLException {
        Map<String, Instant> held = new LinkedHashMap<>();
        session.each(
                "SELECT domain, since FROM held_domain WHERE campaign = ? ORDER BY domain",
                row -> held.put(row.getString(1), Instant.ofEpochSecond(row.getLong(2))),
                campaign);
        return held;
    }

    private void add(ResultSet row) throws SQLException {
        long mails = row.getLong("mails");
        State state = PromiseColumns.state(row);
        if (isWithdrawn(state)) {
            skipped.merge(Reason.WITHDRAWN, mails, Long::sum);
            return;
        }
        switch (state) {
            case CLAIMED, FINISHING -> due += mails;
            case PLANNED, DEFERRED, HELD -> {
                planned += state == State.PLANNED ? mails : 0;
                deferred += state == State.DEFERRED ? mails : 0;
                held += mails;
            }
            case SKIPPED -> {
                Reason reason = PromiseColumns.reason(row);
                if (reason != null) {
                    skipped.merge(reason, mails, Long::sum);
                }
            }
            case ACCEPTED, REFUSED, DOUBTFUL, EXPIRED, NO_MAIL -> counts.merge(state, mails, Long::sum);
        }
        boolean isMail = state != State.SKIPPED && state != State.NO_MAIL;
        plainMail += isMail && row.getString("grp").equals("plain_mail") ? mails : 0;
    }

    /** Of a cancelled campaign everything that is not final, even while it is still being taken back. */
    private boolean isWithdrawn(State state) {
        return coming.brake() == Brake.CANCELLED
                && switch (state) {
                    case PLANNED, DEFERRED, HELD -> true;
                    case CLAIMED, FINISHING, ACCEPTED, REFUSED, DOUBTFUL, EXPIRED, SKIPPED, NO_MAIL -> false;
                };
    }

    private void free(ResultSet row) throws SQLException {
        long mails = row.getLong("mails");
        boolean isDue = row.getLong("first_due") <= second;
        held -= mails;
        if (PromiseColumns.state(row) == State.DEFERRED) {
            counts.merge(State.DEFERRED, mails, Long::sum);
        } else if (isDue) {
            due += mails;
        } else {
            waiting += mails;
        }
        if (!isDue && mails > 0) {
            nextDue = Math.min(nextDue, row.getLong("first_due"));
            lastDue = Math.max(lastDue, row.getLong("last_due"));
        }
    }

    private static String coming(String direction) {
        return "SELECT m.due FROM mail m WHERE m.edition = ? AND " + Conditions.IS_OPEN
                + " AND m.due > ? ORDER BY m.due " + direction + " LIMIT 1";
    }

    private long count(State state) {
        return counts.getOrDefault(state, 0L);
    }

    private Standings standings(Edition edition, Map<String, Instant> heldDomains) {
        long mails = waiting
                + due
                + held
                + count(State.ACCEPTED)
                + count(State.DEFERRED)
                + count(State.REFUSED)
                + count(State.DOUBTFUL)
                + count(State.EXPIRED);
        boolean isWaiting = nextDue != Long.MAX_VALUE;
        return new Standings(
                edition,
                count(State.NO_MAIL),
                mails,
                plainMail,
                waiting,
                due,
                count(State.ACCEPTED),
                count(State.DEFERRED),
                count(State.REFUSED),
                count(State.DOUBTFUL),
                count(State.EXPIRED),
                held,
                skipped,
                coming.brake(),
                coming.why(),
                isWaiting ? Instant.ofEpochSecond(nextDue) : null,
                isWaiting ? Instant.ofEpochSecond(lastDue) : null,
                heldDomains,
                coming.census());
    }
}
