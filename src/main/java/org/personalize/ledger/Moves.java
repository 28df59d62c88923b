package org.personalize.ledger;

import java.sql.SQLException;
import org.personalize.audience.Mailbox;

/**
 * Mailboxes that pass from one customer to another while their mail has not gone out. Whoever moves leaves the old mailbox
 * first, all of them before anybody enters a new one: two may exchange theirs.
 */
final class Moves {

    /** In the place of a mailbox that is given up: no address, and nobody else's. */
    private static final String NOWHERE = "local = 'moved-' || id, domain = 'invalid', folded = NULL";

    private static final String MOVE_OUT = "UPDATE mail SET " + NOWHERE + """
             WHERE edition = ? AND customer = ? AND state IN ('planned', 'deferred', 'held', 'no_mail')
            """;

    /** Who gets no mail keeps no mailbox from whoever has it now. */
    private static final String MAKE_ROOM = "UPDATE mail SET " + NOWHERE + """
             WHERE edition = ? AND domain = ? AND local = ? AND customer <> ? AND state = 'skipped'
            """;

    private static final String MOVE_IN = """
            UPDATE mail SET customer = ?, local = ?, domain = ?, folded = ?
             WHERE edition = ? AND customer = ? AND state IN ('planned', 'deferred', 'held', 'no_mail')
               AND NOT EXISTS (SELECT 1 FROM mail o
                                WHERE o.edition = ? AND o.domain = ? AND o.local = ? AND o.customer <> ?)
               AND (customer = ? OR NOT EXISTS (SELECT 1 FROM mail o WHERE o.edition = ? AND o.customer = ?))
            """;

    private final Session session;
    private final long edition;

    Moves(Session session, long edition) {
        this.session = session;
        this.edition = edition;
    }

    void moveOut(String customer) throws SQLException {
        session.update(MOVE_OUT, edition, customer);
    }

    void makeRoom(String customer, Mailbox mailbox) throws SQLException {
        session.update(MAKE_ROOM, edition, mailbox.domain(), mailbox.local(), customer);
    }

    /** @return false where the mailbox is still somebody else's; the old one is no longer right either */
    boolean moveIn(String customer, String idNow, Mailbox mailbox) throws SQLException {
        makeRoom(customer, mailbox);
        int moved = session.update(
                MOVE_IN,
                idNow,
                mailbox.local(),
                mailbox.domain(),
                PromiseColumns.folded(mailbox),
                edition,
                customer,
                edition,
                mailbox.domain(),
                mailbox.local(),
                customer,
                idNow,
                edition,
                idNow);
        return moved > 0 || !isTaken(customer, mailbox);
    }

    boolean isTaken(String customer, Mailbox mailbox) throws SQLException {
        return session.number(
                        "SELECT count(*) FROM mail WHERE edition = ? AND domain = ? AND local = ? AND customer <> ?",
                        edition,
                        mailbox.domain(),
                        mailbox.local(),
                        customer)
                > 0;
    }
}
