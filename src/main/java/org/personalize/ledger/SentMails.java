package org.personalize.ledger;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.personalize.audience.Mailbox;

/** The mails of all editions, read in the order in which they were promised and without keeping any in memory. */
public final class SentMails {

    private static final String ACCEPTED = """
            SELECT edition, customer, local, domain, done_at FROM mail WHERE state = 'accepted' ORDER BY id
            """;

    private SentMails() {}

    /** Takes a mail that a relay accepted. */
    @FunctionalInterface
    public interface Taker {
        void take(Edition edition, String customer, String mailbox, long second);
    }

    static void accepted(Session session, Taker taker) throws SQLException {
        Map<Long, Edition> editions = editions(session);
        session.each(ACCEPTED, row -> {
            Edition edition = editions.get(row.getLong(1));
            if (edition != null) {
                var mailbox = new Mailbox(row.getString(3), row.getString(4));
                taker.take(edition, row.getString(2), mailbox.key(), row.getLong(5));
            }
        });
    }

    static Map<Long, Edition> editions(Session session) throws SQLException {
        Map<Long, Edition> editions = new HashMap<>();
        session.each(
                "SELECT e.id, c.name, e.occurrence FROM edition e JOIN campaign c ON c.id = e.campaign",
                row -> editions.put(row.getLong(1), new Edition(row.getString(2), row.getString(3))));
        return editions;
    }
}
