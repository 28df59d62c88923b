package org.personalize.ledger;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.personalize.audience.Mailbox;

/** The mails of all editions, in the order in which they were promised and without keeping any in memory. */
final class PostedMails {

    private static final String ALL = """
            SELECT edition, customer, local, domain, done_at, first_tried, relay_id FROM mail
             WHERE state <> 'no_mail' ORDER BY id
            """;

    private static final String ACCEPTED = """
            SELECT edition, customer, local, domain, done_at, first_tried, relay_id FROM mail
             WHERE state = 'accepted' ORDER BY id
            """;

    private PostedMails() {}

    static void all(Session session, Consumer<PostedMail> taker) throws SQLException {
        each(session, ALL, Set.of(), taker);
    }

    static void accepted(Session session, Set<Edition> known, Consumer<PostedMail> taker) throws SQLException {
        each(session, ACCEPTED, known, taker);
    }

    /** Another text than before whenever one was accepted; blank before the first. */
    static String state(Session session) throws SQLException {
        return session.find(
                        "SELECT count(*), coalesce(max(done_at), 0) FROM mail WHERE state = 'accepted'",
                        row -> row.getLong(1) == 0 ? "" : row.getLong(1) + "/" + row.getLong(2) + " ")
                .orElse("");
    }

    private static void each(Session session, String sql, Set<Edition> known, Consumer<PostedMail> taker)
            throws SQLException {
        Map<Long, Edition> editions = editions(session);
        if (known.containsAll(editions.values())) {
            return;
        }
        session.each(sql, row -> {
            Edition edition = editions.get(row.getLong(1));
            if (edition == null) {
                throw new IllegalStateException("a mail of no edition");
            }
            if (known.contains(edition)) {
                return;
            }
            long done = row.getLong(5);
            String relayId = row.getString(7);
            taker.accept(new PostedMail(
                    edition,
                    row.getString(2),
                    new Mailbox(row.getString(3), row.getString(4)),
                    done == 0 ? row.getLong(6) : done,
                    relayId == null ? "" : relayId));
        });
    }

    private static Map<Long, Edition> editions(Session session) throws SQLException {
        Map<Long, Edition> editions = new HashMap<>();
        session.each(
                "SELECT e.id, c.name, e.occurrence FROM edition e JOIN campaign c ON c.id = e.campaign",
                row -> editions.put(row.getLong(1), new Edition(row.getString(2), row.getString(3))));
        return editions;
    }
}
