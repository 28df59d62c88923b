package org.personalize.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.plan.Reason;

/** Makes an edition's rows agree with a plan, a few hundred changes at a time. */
final class Revision {

    /** As many as one statement takes in; either database has a limit for the values of one. */
    private static final int PROMISES_AT_ONCE = 100;

    private static final int CHANGES_AT_ONCE = 500;

    private static final String ONE_ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_ONE = insert(1);
    private static final String INSERT_MANY = insert(PROMISES_AT_ONCE);

    /** Somebody who was skipped is planned again, unless the campaign was withdrawn or the mailbox is somebody else's. */
    private static final String PLAN_AGAIN = """
            UPDATE mail SET state = ?, reason = NULL, answer = '', due = ?, folded = ?, local = ?, domain = ?,
                   send_at = ?, closes = ?, zone = ?, variant = ?, variant_chance = ?, hour_chance = ?, grp = ?, slots = ?
             WHERE edition = ? AND customer = ? AND state = 'skipped' AND reason <> 'withdrawn'
               AND NOT EXISTS (SELECT 1 FROM mail o
                                WHERE o.edition = ? AND o.domain = ? AND o.local = ? AND o.customer <> ?)
            """;

    /** From a mail that a sender holds, the reason keeps its next mark; see {@link Marking}. */
    private static final String TAKE_BACK = """
            UPDATE mail SET reason = ?,
                   state = CASE WHEN state IN ('claimed', 'finishing') THEN state ELSE 'skipped' END
             WHERE edition = ? AND customer = ?
               AND (state IN ('planned', 'deferred', 'held', 'no_mail')
                    OR (state IN ('claimed', 'finishing') AND reason IS NULL))
            """;

    private static final String READDRESS = """
            UPDATE mail SET local = ?, domain = ?, folded = ?
             WHERE edition = ? AND customer = ? AND state IN ('planned', 'deferred', 'held', 'no_mail')
               AND NOT EXISTS (SELECT 1 FROM mail o
                                WHERE o.edition = ? AND o.domain = ? AND o.local = ? AND o.customer <> ?)
            """;

    private static final String TRY_AGAIN = """
            UPDATE mail SET state = CASE WHEN attempts > 0 THEN 'deferred' ELSE 'planned' END, answer = ''
             WHERE edition = ? AND customer = ? AND state = 'held'
            """;

    private final Session session;
    private final long edition;
    private final List<Promise> planned = new ArrayList<>();
    private final List<Promise> keptBack = new ArrayList<>();
    private final List<@Nullable Object[]> takenBack = new ArrayList<>();
    private final List<@Nullable Object[]> triedAgain = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();

    Revision(Session session, long edition) {
        this.session = session;
        this.edition = edition;
    }

    /** @return the customers whose mailbox is somebody else's in this edition */
    List<String> make(Iterable<Change> changes) throws SQLException {
        for (Change change : changes) {
            gather(change);
        }
        write();
        return List.copyOf(taken);
    }

    private void gather(Change change) throws SQLException {
        if (change instanceof Change.Promised promised) {
            planned.add(promised.promise());
            flush(planned, State.PLANNED, PROMISES_AT_ONCE);
        } else if (change instanceof Change.KeptBack kept) {
            keptBack.add(kept.promise());
            flush(keptBack, State.NO_MAIL, PROMISES_AT_ONCE);
        } else if (change instanceof Change.TakenBack back) {
            takenBack.add(new @Nullable Object[] {back.reason().word(), edition, back.customerId()});
            flush(takenBack, TAKE_BACK, CHANGES_AT_ONCE);
        } else if (change instanceof Change.TriedAgain again) {
            triedAgain.add(new @Nullable Object[] {edition, again.customerId()});
            flush(triedAgain, TRY_AGAIN, CHANGES_AT_ONCE);
        } else if (change instanceof Change.Readdressed moved) {
            // A mailbox that one leaves may be the one that the next takes: so in the order given, after all before.
            write();
            readdress(moved.customerId(), moved.mailbox());
        }
    }

    private void write() throws SQLException {
        flush(takenBack, TAKE_BACK, 1);
        flush(triedAgain, TRY_AGAIN, 1);
        flush(planned, State.PLANNED, 1);
        flush(keptBack, State.NO_MAIL, 1);
    }

    private void flush(List<@Nullable Object[]> rows, String sql, int atLeast) throws SQLException {
        if (rows.size() >= atLeast) {
            session.updateAll(sql, rows);
            rows.clear();
        }
    }

    private void flush(List<Promise> promises, State state, int atLeast) throws SQLException {
        if (promises.size() < atLeast) {
            return;
        }
        if (promises.size() == PROMISES_AT_ONCE) {
            add(INSERT_MANY, promises, state);
        } else {
            for (Promise promise : promises) {
                add(INSERT_ONE, List.of(promise), state);
            }
        }
        promises.clear();
    }

    private void add(String insert, List<Promise> promises, State state) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Promise promise : promises) {
            Collections.addAll(values, PromiseColumns.values(session, edition, promise, state));
        }
        Set<String> added = new HashSet<>(session.list(insert, row -> row.getString(1), values.toArray()));
        for (Promise promise : promises) {
            if (!added.remove(promise.customerId())) {
                planAgain(promise, state);
            }
        }
    }

    private void planAgain(Promise promise, State state) throws SQLException {
        @Nullable Object[] values = PromiseColumns.values(session, edition, promise, state);
        String local = promise.mailbox().local();
        String domain = promise.mailbox().domain();
        int changed = session.update(
                PLAN_AGAIN,
                values[1],
                values[2],
                values[3],
                local,
                domain,
                values[7],
                values[8],
                values[9],
                values[10],
                values[11],
                values[12],
                values[13],
                values[14],
                edition,
                promise.customerId(),
                edition,
                domain,
                local,
                promise.customerId());
        if (changed == 0 && isTaken(promise.customerId(), promise.mailbox())) {
            taken.add(promise.customerId());
        }
    }

    private boolean isTaken(String customer, Mailbox mailbox) throws SQLException {
        return session.number(
                        "SELECT count(*) FROM mail WHERE edition = ? AND domain = ? AND local = ? AND customer <> ?",
                        edition,
                        mailbox.domain(),
                        mailbox.local(),
                        customer)
                > 0;
    }

    /** Where the new mailbox is somebody else's, the old one is no longer right either: nobody is written to there. */
    private void readdress(String customer, Mailbox mailbox) throws SQLException {
        int changed = session.update(
                READDRESS,
                mailbox.local(),
                mailbox.domain(),
                PromiseColumns.folded(mailbox),
                edition,
                customer,
                edition,
                mailbox.domain(),
                mailbox.local(),
                customer);
        if (changed == 0 && isTaken(customer, mailbox)) {
            session.update(TAKE_BACK, Reason.NOT_IN_AUDIENCE.word(), edition, customer);
        }
    }

    private static String insert(int rows) {
        return "INSERT INTO mail (" + PromiseColumns.WRITTEN + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, ONE_ROW))
                + " ON CONFLICT DO NOTHING RETURNING customer";
    }
}
