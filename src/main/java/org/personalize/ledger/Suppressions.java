package org.personalize.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.personalize.audience.Mailbox;
import org.personalize.plan.Reason;

/** Who must never be written to. Whoever tells it counts: what one has taken back, another may still say. */
final class Suppressions {

    /** What a relay's answer says during a campaign. */
    static final String RELAY = "relay";

    private static final long NO_CAMPAIGN = 0;
    private static final int LONGEST_SOURCE = 500;

    /** Where no mailbox is known, every person is by themselves. */
    private static final String IS_ABOUT = "mailbox = ? AND (mailbox <> '' OR customer = ?) AND reason = ?";

    private Suppressions() {}

    /**
     * @param mailbox as in {@link Suppression}
     * @return false when the mailbox, or the person without one, was already suppressed for this reason
     */
    static boolean add(Session session, String mailbox, String customer, Reason reason, String source, Instant now)
            throws SQLException {
        boolean isNew = session.number(
                        "SELECT count(*) FROM suppression WHERE " + IS_ABOUT + " AND lifted_at IS NULL",
                        mailbox,
                        customer,
                        reason.word())
                == 0;
        add(session, mailbox, customer, reason, SlotText.storable(source, LONGEST_SOURCE), NO_CAMPAIGN, now);
        return isNew;
    }

    static void keep(Session session, List<Suppression> told, List<Suppression> lifted, Instant now)
            throws SQLException {
        for (Suppression one : lifted) {
            session.update(
                    """
                    UPDATE suppression SET lifted_at = ?
                     WHERE mailbox = ? AND customer = ? AND reason = ? AND source = ? AND campaign = ?
                       AND lifted_at IS NULL
                    """,
                    now.getEpochSecond(),
                    one.mailbox(),
                    one.customer(),
                    one.reason().word(),
                    one.source(),
                    NO_CAMPAIGN);
        }
        for (Suppression one : told) {
            session.update(
                    """
                    INSERT INTO suppression AS s (mailbox, customer, domain, reason, since, source, campaign)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (mailbox, customer, reason, source, campaign) WHERE lifted_at IS NULL
                    DO UPDATE SET since = excluded.since WHERE excluded.since > s.since
                    """,
                    one.mailbox(),
                    one.customer(),
                    domain(one.mailbox()),
                    one.reason().word(),
                    one.since().getEpochSecond(),
                    one.source(),
                    NO_CAMPAIGN);
        }
    }

    private static String domain(String mailbox) {
        return mailbox.substring(mailbox.lastIndexOf('@') + 1);
    }

    /** Whether somebody has taken back that the mailbox, or the person without one, was suppressed for this reason. */
    static boolean isTakenBack(Session session, String mailbox, String customer, Reason reason) throws SQLException {
        return session.number(
                        "SELECT count(*) FROM suppression WHERE " + IS_ABOUT + " AND lifted_at IS NOT NULL",
                        mailbox,
                        customer,
                        reason.word())
                > 0;
    }

    /** The relay said that there is no such mailbox. */
    static void addMissing(Session session, Mailbox mailbox, long campaign, Instant now) throws SQLException {
        add(session, mailbox.foldedKey(), Suppression.NOBODY, Reason.BOUNCED, RELAY, campaign, now);
    }

    private static void add(
            Session session, String mailbox, String customer, Reason reason, String source, long campaign, Instant now)
            throws SQLException {
        session.update("""
                INSERT INTO suppression (mailbox, customer, domain, reason, since, source, campaign)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """, mailbox, customer, domain(mailbox), reason.word(), now.getEpochSecond(), source, campaign);
    }

    /** The reason that counts where several sources say different things; empty when nothing forbids to write. */
    static Optional<Reason> inForce(Session session, Mailbox mailbox, String customer) throws SQLException {
        return session
                .list(
                        "SELECT reason FROM suppression WHERE (mailbox = ? OR customer = ?) AND lifted_at IS NULL",
                        row -> row.getString(1),
                        mailbox.foldedKey(),
                        customer)
                .stream()
                .map(Suppressions::reason)
                .min(Comparator.naturalOrder());
    }

    private static Reason reason(String word) {
        return Reason.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Also what holds for the mailbox's owner at other mailboxes: whoever is taken off the list may be written to. */
    static int lift(Session session, Mailbox mailbox, Instant now) throws SQLException {
        return session.update("""
                UPDATE suppression SET lifted_at = ?
                 WHERE lifted_at IS NULL
                   AND (mailbox = ? OR customer IN (SELECT o.customer FROM suppression o
                                                     WHERE o.mailbox = ? AND o.customer <> '' AND o.lifted_at IS NULL))
                """, now.getEpochSecond(), mailbox.foldedKey(), mailbox.foldedKey());
    }

    /** What holds for a person, at whatever mailbox, and for one without any that is known. */
    static int lift(Session session, String customer, Instant now) throws SQLException {
        return session.update(
                "UPDATE suppression SET lifted_at = ? WHERE lifted_at IS NULL AND customer = ? AND customer <> ''",
                now.getEpochSecond(),
                customer);
    }

    /** Takes back what the answers of a domain caused in a campaign since a moment. */
    static void lift(Session session, long campaign, String domain, Instant since, Instant now) throws SQLException {
        session.update("""
                UPDATE suppression SET lifted_at = ?
                 WHERE campaign = ? AND source = ? AND domain = ? AND since >= ? AND lifted_at IS NULL
                """, now.getEpochSecond(), campaign, RELAY, domain, since.getEpochSecond());
    }

    static void each(Session session, Consumer<Suppression> each) throws SQLException {
        session.each(
                """
                SELECT mailbox, %s AS customer, reason, since, source, lifted_at FROM suppression
                 ORDER BY mailbox, since, id
                """.formatted(Schema.knowsPersons(session) ? "customer" : "''"),
                row -> each.accept(new Suppression(
                        row.getString("mailbox"),
                        row.getString("customer"),
                        reason(row.getString("reason")),
                        Instant.ofEpochSecond(row.getLong("since")),
                        row.getString("source"),
                        Moments.read(row, "lifted_at"))));
    }

    /** Another text than before whenever one was added or lifted. */
    static String state(Session session) throws SQLException {
        return session.find(
                        "SELECT count(*), count(lifted_at), coalesce(max(id), 0) FROM suppression",
                        row -> row.getLong(1) + "/" + row.getLong(2) + "/" + row.getLong(3))
                .orElse("");
    }
}
