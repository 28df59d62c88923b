package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what relays answer, in the same transaction as the outcomes, so that it holds over runs and senders. */
final class Answers {

    private static final int MINUTE = 60;

    /** Older answers of a domain are not asked for. */
    private static final Duration KEPT = Duration.ofHours(2);

    private static final String ADD_TO_EDITION = """
            INSERT INTO edition_answers (edition, refused_in_a_row, answers, missing) VALUES (?, ?, ?, ?)
            ON CONFLICT (edition) DO UPDATE SET
              refused_in_a_row = excluded.refused_in_a_row
                + CASE WHEN ? = 0 THEN edition_answers.refused_in_a_row ELSE 0 END,
              answers = edition_answers.answers + excluded.answers,
              missing = edition_answers.missing + excluded.missing
            """;

    private static final String ADD_TO_DOMAIN = """
            INSERT INTO domain_answers (campaign, domain, minute, answers, missing) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (campaign, domain, minute) DO UPDATE SET
              answers = domain_answers.answers + excluded.answers,
              missing = domain_answers.missing + excluded.missing
            """;

    /** In the order of their names, so that two senders never wait for each other. */
    private final Map<String, long[]> byDomain = new TreeMap<>();

    private long answers;
    private long missing;
    private long accepted;
    private long refusedInARow;

    /** Takes outcomes that were written down, in the order in which they came. */
    void take(Entry entry) {
        if (entry instanceof Entry.Accepted) {
            accepted++;
            refusedInARow = 0;
            add(entry, false);
        } else if (entry instanceof Entry.Refused refused) {
            refusedInARow++;
            add(entry, refused.isNoMailbox());
        }
    }

    private void add(Entry entry, boolean isMissing) {
        long[] counts =
                byDomain.computeIfAbsent(entry.claim().promise().mailbox().domain(), domain -> new long[2]);
        counts[0]++;
        answers++;
        if (isMissing) {
            counts[1]++;
            missing++;
        }
    }

    void write(Session session, long campaign, long edition, Instant now) throws SQLException {
        if (answers == 0) {
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        byDomain.forEach((domain, counts) ->
                rows.add(new @Nullable Object[] {campaign, domain, minute(now), counts[0], counts[1]}));
        session.updateAll(ADD_TO_DOMAIN, rows);
        session.update(ADD_TO_EDITION, edition, refusedInARow, answers, missing, accepted);
    }

    static Heard of(Session session, Edition edition, String domain, Instant since) throws SQLException {
        long[] all = session.find(
                        "SELECT refused_in_a_row, answers, missing FROM edition_answers WHERE edition = ?",
                        row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
                        Editions.find(session, edition))
                .orElse(new long[3]);
        return session.find(
                        """
                        SELECT coalesce(sum(answers), 0), coalesce(sum(missing), 0) FROM domain_answers
                         WHERE campaign = ? AND domain = ? AND minute > ?
                        """,
                        row -> new Heard(all[0], all[1], all[2], row.getLong(1), row.getLong(2)),
                        Editions.campaign(session, edition.campaign()),
                        domain,
                        minute(since))
                .orElseThrow();
    }

    /** Somebody has looked, and goes on. */
    static void forget(Session session, long campaign) throws SQLException {
        session.update("""
                DELETE FROM edition_answers WHERE edition IN (SELECT id FROM edition WHERE campaign = ?)
                """, campaign);
        session.update("DELETE FROM domain_answers WHERE campaign = ?", campaign);
    }

    static void forgetOld(Session session, long campaign, Instant now) throws SQLException {
        session.update(
                "DELETE FROM domain_answers WHERE campaign = ? AND minute < ?", campaign, minute(now.minus(KEPT)));
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), MINUTE);
    }
}
