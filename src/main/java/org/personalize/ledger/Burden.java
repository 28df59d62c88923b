package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Reason;

/**
 * How much mail a mailbox had from other campaigns, and other occurrences of this one, asked at the moment of sending:
 * plans are older than what others sent meanwhile. A mail whose final dot is being written counts as sent.
 */
final class Burden {

    /** Editions that sent nothing lately are passed over, so that a campaign of many occurrences costs no more than one. */
    private static final String OTHERS = """
            FROM edition e CROSS JOIN mail o
             WHERE o.edition = e.id AND e.id <> m.edition AND (e.last_out IS NULL OR e.last_out > ?)
               AND o.domain = m.domain AND o.local = m.local
               AND (o.state = 'finishing' OR (o.state IN ('accepted', 'doubtful') AND o.done_at > ?))
            """;

    private static final int WEEK_DAYS = 7;

    private final List<Rule> rules = new ArrayList<>();

    /** One thing that must not be: its condition speaks of a mail {@code m}. */
    private record Rule(Reason reason, String condition, List<Object> values) {}

    Burden(CampaignRules asked, long campaign, Instant now) {
        long second = now.getEpochSecond();
        if (asked.repeatAfterSeconds() > 0) {
            long since = second - asked.repeatAfterSeconds();
            add(Reason.REPEAT_AFTER, "EXISTS (SELECT 1 " + OTHERS + " AND e.campaign = ?)", since, since, campaign);
        }
        if (asked.quietDays() > 0) {
            long since = second - TimeUnit.DAYS.toSeconds(asked.quietDays());
            add(Reason.QUIET_DAYS, "EXISTS (SELECT 1 " + OTHERS + ")", since, since);
        }
        if (asked.maxPerWeek() > 0) {
            long since = second - TimeUnit.DAYS.toSeconds(WEEK_DAYS);
            add(Reason.MAX_PER_WEEK, "(SELECT count(*) " + OTHERS + ") >= ?", since, since, (long) asked.maxPerWeek());
        }
    }

    private void add(Reason reason, String condition, Object... values) {
        rules.add(new Rule(reason, condition, List.of(values)));
    }

    boolean isAsked() {
        return !rules.isEmpty();
    }

    /** Must hold of a mail {@code m}; blank where nothing is asked. */
    String condition() {
        var text = new StringBuilder();
        rules.forEach(rule -> text.append(" AND NOT ").append(rule.condition()));
        return text.toString();
    }

    /** The values of {@link #condition}, in its order. */
    List<Object> values() {
        return rules.stream().flatMap(rule -> rule.values().stream()).toList();
    }

    /** Which rule keeps a mail back. */
    Optional<Reason> of(Session session, long mail) throws SQLException {
        for (Rule rule : rules) {
            List<@Nullable Object> values = new ArrayList<>(List.of(mail));
            values.addAll(rule.values());
            if (session.number("SELECT count(*) FROM mail m WHERE m.id = ? AND " + rule.condition(), values.toArray())
                    > 0) {
                return Optional.of(rule.reason());
            }
        }
        return Optional.empty();
    }

    /** Takes those back that must not go any more, and gives back the others. */
    List<Claim> spare(Session session, long worker, List<Claim> claims) throws SQLException {
        List<Claim> left = claims;
        for (Rule rule : rules) {
            left = left.isEmpty() ? left : spare(session, worker, left, rule);
        }
        return left;
    }

    private static List<Claim> spare(Session session, long worker, List<Claim> claims, Rule rule) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Claim claim : claims) {
            List<@Nullable Object> values = new ArrayList<>();
            Collections.addAll(values, rule.reason().word(), claim.id(), worker);
            values.addAll(rule.values());
            rows.add(values.toArray());
        }
        int[] counts = session.updateAll("""
                UPDATE mail AS m SET state = 'skipped', reason = ?, worker = NULL
                 WHERE m.id = ? AND m.worker = ? AND '' || m.state = 'claimed' AND
                """ + rule.condition(), rows);
        List<Claim> left = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                left.add(claims.get(i));
            }
        }
        return left;
    }
}
