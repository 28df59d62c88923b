package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** The numbers of campaigns and editions. */
final class Editions {

    /** Of a campaign or an edition that was never planned; no row has it. */
    static final long NONE = 0;

    /** Longer than the last mails of a run take to be answered for. */
    private static final long LAST_OUT_AHEAD_SECONDS = 3_600;

    private Editions() {}

    static long campaign(Session session, String name) throws SQLException {
        return session.find("SELECT id FROM campaign WHERE name = ?", row -> row.getLong(1), name)
                .orElse(NONE);
    }

    static long find(Session session, Edition edition) throws SQLException {
        return session.find("""
                        SELECT e.id FROM edition e JOIN campaign c ON c.id = e.campaign
                         WHERE c.name = ? AND e.occurrence = ?
                        """, row -> row.getLong(1), edition.campaign(), edition.occurrence())
                .orElse(NONE);
    }

    static long makeCampaign(Session session, String name) throws SQLException {
        long known = campaign(session, name);
        if (known != NONE) {
            return known;
        }
        session.update("INSERT INTO campaign (name) VALUES (?) ON CONFLICT DO NOTHING", name);
        return campaign(session, name);
    }

    static long make(Session session, Edition edition) throws SQLException {
        long known = find(session, edition);
        if (known != NONE) {
            return known;
        }
        session.update(
                "INSERT INTO edition (campaign, occurrence) VALUES (?, ?) ON CONFLICT DO NOTHING",
                makeCampaign(session, edition.campaign()),
                edition.occurrence());
        return find(session, edition);
    }

    /** @return the file that the campaign's name belongs to: another one than was given, when that came later */
    static String enroll(Session session, String campaign, String file) throws SQLException {
        long id = makeCampaign(session, campaign);
        session.update("UPDATE campaign SET file = ? WHERE id = ? AND file IS NULL", file, id);
        return session.find("SELECT file FROM campaign WHERE id = ?", row -> row.getString(1), id)
                .orElse("");
    }

    /** The file that the campaign's name would belong to if this one were enrolled. */
    static String file(Session session, String campaign, String file) throws SQLException {
        return session.find(
                        "SELECT file FROM campaign WHERE name = ? AND file IS NOT NULL",
                        row -> row.getString(1),
                        campaign)
                .orElse(file);
    }

    static void refuseOther(String campaign, String file, String known, Predicate<String> isThere) {
        if (known.equals(file)) {
            return;
        }
        String owner = "the name " + campaign + " belongs to " + known;
        if (isThere.test(known)) {
            throw new InputProblem(Place.file(file), owner, "Give this campaign a name of its own under `campaign`.");
        }
        throw new InputProblem(
                Place.file(file),
                owner + ", which is gone",
                "If this is that file, call it " + known + " again: that keeps the record of who had the mail. "
                        + "Under a new name under `campaign` everybody would get it again.");
    }

    static void rule(Session session, String campaign, CampaignRules rules) throws SQLException {
        session.update(
                "UPDATE campaign SET priority = ?, quiet_days = ?, max_per_week = ?, repeat_after = ? WHERE id = ?",
                rules.priority(),
                rules.quietDays(),
                rules.maxPerWeek(),
                rules.repeatAfterSeconds(),
                makeCampaign(session, campaign));
    }

    static CampaignRules rules(Session session, long campaign) throws SQLException {
        return session.find(
                        "SELECT priority, quiet_days, max_per_week, repeat_after FROM campaign WHERE id = ?",
                        row -> new CampaignRules(row.getInt(1), row.getInt(2), row.getInt(3), row.getLong(4)),
                        campaign)
                .orElse(CampaignRules.NONE);
    }

    /** Said a little ahead, so that it is written twice an hour at most, and never too early. */
    static void noteSending(Session session, long edition, Instant now) throws SQLException {
        long second = now.getEpochSecond();
        session.update(
                "UPDATE edition SET last_out = ? WHERE id = ? AND (last_out IS NULL OR last_out < ?)",
                second + LAST_OUT_AHEAD_SECONDS,
                edition,
                second + LAST_OUT_AHEAD_SECONDS / 2);
    }

    /** How many mails of all other editions are where: another text whenever that changes. */
    static String othersThan(Session session, Edition edition) throws SQLException {
        var text = new StringBuilder();
        session.each(
                """
                SELECT c.name, e.occurrence, m.state, count(*)
                  FROM mail m JOIN edition e ON e.id = m.edition JOIN campaign c ON c.id = e.campaign
                 WHERE m.edition <> ?
                 GROUP BY c.name, e.occurrence, m.state ORDER BY c.name, e.occurrence, m.state
                """,
                row -> text.append(row.getString(1))
                        .append('/')
                        .append(row.getString(2))
                        .append(' ')
                        .append(row.getString(3))
                        .append(' ')
                        .append(row.getLong(4))
                        .append('\n'),
                find(session, edition));
        return text.toString();
    }

    /** How many mails of a campaign went or may have gone: told by an index alone, however many there are. */
    static String gone(Session session, String campaign) throws SQLException {
        return session.find("""
                        SELECT count(*), count(CASE WHEN m.state = 'doubtful' THEN 1 END) FROM mail m
                         WHERE m.edition IN (SELECT e.id FROM edition e JOIN campaign c ON c.id = e.campaign
                                              WHERE c.name = ?)
                           AND m.state IN ('accepted', 'doubtful')
                        """, row -> row.getLong(1) + ", of them doubtful " + row.getLong(2), campaign)
                .orElseThrow();
    }

    static void notePlan(Session session, long edition, Census census) throws SQLException {
        session.update("""
                UPDATE edition SET census = ?, planned = (SELECT max(e.planned) + 1 FROM edition e) WHERE id = ?
                """, CensusText.of(census), edition);
    }

    static Optional<Edition> latest(Session session, String campaign) throws SQLException {
        return session.find("""
                SELECT e.occurrence FROM edition e JOIN campaign c ON c.id = e.campaign
                 WHERE c.name = ? AND e.planned > 0 ORDER BY e.planned DESC LIMIT 1
                """, row -> new Edition(campaign, row.getString(1)), campaign);
    }

    static boolean isAnythingDue(Session session, Edition edition, Instant now) throws SQLException {
        return session.number("""
                SELECT count(*) FROM (SELECT 1 FROM mail m
                 WHERE m.edition = ? AND m.state IN ('planned', 'deferred') AND m.due <= ?
                   AND (m.closes <= ? OR NOT EXISTS (SELECT 1 FROM held_domain h JOIN edition e ON e.campaign = h.campaign
                                                      WHERE e.id = m.edition AND h.domain = m.domain))
                 LIMIT 1) AS one
                """, find(session, edition), now.getEpochSecond(), now.getEpochSecond()) > 0;
    }

    /** Those in which some mails have no final outcome, the oldest first. */
    static List<Edition> unfinished(Session session, String campaign) throws SQLException {
        return having("'planned', 'deferred'", session, campaign);
    }

    static List<Edition> inHand(Session session, String campaign) throws SQLException {
        return having("'claimed', 'finishing'", session, campaign);
    }

    private static List<Edition> having(String states, Session session, String campaign) throws SQLException {
        return session.list("""
                SELECT e.occurrence FROM edition e JOIN campaign c ON c.id = e.campaign
                 WHERE c.name = ? AND EXISTS (SELECT 1 FROM mail m WHERE m.edition = e.id
                   AND m.state IN (%s))
                 ORDER BY e.planned
                """.formatted(states), row -> new Edition(campaign, row.getString(1)), campaign);
    }

    /** Those of all campaigns that were ever planned, the oldest first. */
    static List<Edition> all(Session session) throws SQLException {
        return session.list("""
                SELECT c.name, e.occurrence FROM edition e JOIN campaign c ON c.id = e.campaign
                 WHERE e.planned > 0 ORDER BY e.planned
                """, row -> new Edition(row.getString(1), row.getString(2)));
    }

    /** All of one campaign that were ever planned, the oldest first. */
    static List<Edition> all(Session session, String campaign) throws SQLException {
        return session.list("""
                SELECT e.occurrence FROM edition e JOIN campaign c ON c.id = e.campaign
                 WHERE c.name = ? AND e.planned > 0 ORDER BY e.planned
                """, row -> new Edition(campaign, row.getString(1)), campaign);
    }
}
