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

    private static final String GROUPS = """
            SELECT m.state, m.reason, m.grp = 'plain_mail' AS is_plain, m.due <= ? AS is_due,
                   m.domain IN (SELECT h.domain FROM held_domain h WHERE h.campaign = ?) AS is_held,
                   count(*) AS mails, min(m.due) AS first_due, max(m.due) AS last_due
              FROM mail m
             WHERE m.edition = ?
             GROUP BY 1, 2, 3, 4, 5
            """;

    private static final String COMING = """
            SELECT c.id, c.brake, c.brake_why, e.census FROM edition e JOIN campaign c ON c.id = e.campaign
             WHERE e.id = ?
            """;

    private final Map<State, Long> counts = new EnumMap<>(State.class);
    private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
    private long plainMail;
    private long waiting;
    private long due;
    private long held;
    private long nextDue = Long.MAX_VALUE;
    private long lastDue = Long.MIN_VALUE;
    private final Coming coming;

    private Counting(Coming coming) {
        this.coming = coming;
    }

    private record Coming(
            long campaign,
            Brake brake,
            String why,
            @Nullable Census census) {}

    static Standings of(Session session, Edition edition, Instant now) throws SQLException {
        long id = Editions.find(session, edition);
        Coming coming = session.find(COMING, Counting::coming, id)
                .orElse(new Coming(Editions.NONE, Brakes.of(session, edition.campaign()), "", null));
        var counting = new Counting(coming);
        session.each(GROUPS, counting::add, now.getEpochSecond(), coming.campaign(), id);
        return counting.standings(edition, heldDomains(session, coming.campaign()));
    }

    private static Coming coming(ResultSet row) throws SQLException {
        String census = row.getString("census");
        return new Coming(
                row.getLong("id"),
                Brakes.read(row.getString("brake")),
                row.getString("brake_why"),
                census == null ? null : CensusText.read(census));
    }

    private static Map<String, Instant> heldDomains(Session session, long campaign) throws SQLException {
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
        switch (state) {
            case PLANNED, DEFERRED -> addOpen(row, state, mails);
            case CLAIMED, FINISHING -> due += mails;
            case HELD -> held += mails;
            case SKIPPED -> {
                Reason reason = PromiseColumns.reason(row);
                if (reason != null) {
                    skipped.merge(reason, mails, Long::sum);
                }
            }
            case ACCEPTED, REFUSED, DOUBTFUL, EXPIRED, NO_MAIL -> counts.merge(state, mails, Long::sum);
        }
        boolean isMail = state != State.SKIPPED && state != State.NO_MAIL;
        plainMail += isMail && row.getBoolean("is_plain") ? mails : 0;
    }

    private void addOpen(ResultSet row, State state, long mails) throws SQLException {
        if (coming.brake() != Brake.OFF || row.getBoolean("is_held")) {
            held += mails;
            return;
        }
        boolean isDue = row.getBoolean("is_due");
        if (state == State.DEFERRED) {
            counts.merge(state, mails, Long::sum);
        } else if (isDue) {
            due += mails;
        } else {
            waiting += mails;
        }
        if (!isDue) {
            nextDue = Math.min(nextDue, row.getLong("first_due"));
            lastDue = Math.max(lastDue, row.getLong("last_due"));
        }
    }

    private long count(State state) {
        return counts.getOrDefault(state, 0L);
    }

    private Standings standings(Edition edition, Map<String, Instant> heldDomains) {
        long planned = waiting
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
                planned,
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
