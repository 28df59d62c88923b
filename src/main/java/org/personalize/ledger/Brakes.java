package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.personalize.problem.InputProblem;
import org.personalize.problem.Place;

/** What keeps a campaign, or a domain in it, back. */
final class Brakes {

    private static final int TAKEN_BACK_AT_ONCE = 5_000;
    private static final int LONGEST_WHY = 1_000;

    private Brakes() {}

    static Brake of(Session session, String campaign) throws SQLException {
        return session.find("SELECT brake FROM campaign WHERE name = ?", row -> read(row.getString(1)), campaign)
                .orElse(Brake.OFF);
    }

    static Brake read(String word) {
        return Brake.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static void set(Session session, String campaign, Brake brake, String why, Instant now) throws SQLException {
        long id = Editions.makeCampaign(session, campaign);
        int changed = session.update(
                """
                UPDATE campaign SET brake = ?, brake_why = ?, brake_since = ? WHERE id = ? AND brake <> 'cancelled'
                """,
                PromiseColumns.word(brake),
                brake == Brake.OFF ? "" : SlotText.storable(why, LONGEST_WHY),
                now.getEpochSecond(),
                id);
        if (changed == 0 && brake != Brake.CANCELLED) {
            throw new InputProblem(
                    Place.NOWHERE,
                    "the campaign " + campaign + " was cancelled, and stays so",
                    anew(session, campaign, id));
        }
        switch (brake) {
            case OFF -> {
                session.update("DELETE FROM held_domain WHERE campaign = ?", id);
                Answers.forget(session, id);
            }
            case PAUSED, STOPPED, CANCELLED -> {
                // Nothing but the brake itself.
            }
        }
    }

    /** Whoever had the campaign that was cancelled is somebody new to one of another name. */
    private static String anew(Session session, String campaign, long id) throws SQLException {
        long accepted = session.find("""
                        SELECT COUNT(*) FROM mail m JOIN edition e ON e.id = m.edition
                         WHERE e.campaign = ? AND m.state = 'accepted'
                        """, row -> row.getLong(1), id).orElse(0L);
        String again = accepted == 0
                ? ""
                : String.format(Locale.ROOT, " Whoever had this one (%,d accepted) gets that too,", accepted)
                        + " unless audience.quiet_days or audience.where: \"!received('" + campaign
                        + "')\" keeps them out.";
        return "Send it as a new campaign, under another name." + again;
    }

    /**
     * Takes back what is not final, some thousands at a time. What a sender holds is taken back when the sender gives it
     * back, or by whoever takes over from it.
     *
     * @return whether there may be more
     */
    static boolean takeSomeBack(Session session, String campaign) throws SQLException {
        long id = Editions.campaign(session, campaign);
        session.update("""
                UPDATE mail SET reason = 'withdrawn'
                 WHERE edition IN (SELECT id FROM edition WHERE campaign = ?)
                   AND state IN ('claimed', 'finishing') AND reason IS NULL
                """, id);
        return session.update("""
                        UPDATE mail SET state = 'skipped', reason = 'withdrawn'
                         WHERE id <in> SELECT m.id FROM mail m
                                       WHERE m.edition IN (SELECT id FROM edition WHERE campaign = ?)
                                         AND m.state IN ('planned', 'deferred', 'held') LIMIT ? </in>
                           AND state IN ('planned', 'deferred', 'held')
                        """, id, TAKEN_BACK_AT_ONCE) > 0;
    }

    /** @return false when it was held already */
    static boolean holdDomain(Session session, String campaign, String domain, Instant lift, Instant now)
            throws SQLException {
        long id = Editions.makeCampaign(session, campaign);
        int held = session.update(
                "INSERT INTO held_domain (campaign, domain, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                id,
                domain,
                now.getEpochSecond());
        Suppressions.lift(session, id, domain, lift, now);
        return held > 0;
    }
}
