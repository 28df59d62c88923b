package org.personalize.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Reason;

/** Makes an edition's rows agree with a plan, a few hundred changes at a time. */
final class Revision {

    /** As many as one statement takes in; either database has a limit for the values of one. */
    private static final int PROMISES_AT_ONCE = 100;

    private static final int CHANGES_AT_ONCE = 500;

    private static final int PLACE_OF_STATE = 1;
    private static final int PLACE_OF_DUE = 2;
    private static final int PLACE_OF_CUSTOMER = 3;
    private static final int PLACE_OF_SEND_AT = 7;
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

    /** Who has a place is counted there, and nowhere else. */
    private static final String LEAVE_OUT = """
            UPDATE mail SET reason =
                   CASE WHEN state = 'skipped' AND reason <> 'withdrawn' THEN 'repeat_after' ELSE reason END
             WHERE edition = ? AND customer = ?
            """;

    /** From a mail that a sender holds, the reason keeps its next mark; see {@link Marking}. */
    private static final String TAKE_BACK = """
            UPDATE mail SET reason = ?,
                   state = CASE WHEN state IN ('claimed', 'finishing') THEN state ELSE 'skipped' END
             WHERE edition = ? AND customer = ?
               AND (state IN ('planned', 'deferred', 'held', 'no_mail')
                    OR (state IN ('claimed', 'finishing') AND reason IS NULL))
            """;

    /** Of somebody who was skipped before, the files of today may say another reason, but for one that is for good. */
    private static final String SAY_WHY = """
            UPDATE mail SET reason = ?
             WHERE edition = ? AND customer = ? AND state = 'skipped' AND reason NOT IN ('withdrawn', ?)
            """;

    /** The mailbox is changed by itself; see {@link Moves}. */
    private static final String REPLAN = """
            UPDATE mail SET state = ?, reason = NULL, answer = '', due = ?,
                   send_at = ?, closes = ?, zone = ?, variant = ?, variant_chance = ?, hour_chance = ?, grp = ?, slots = ?
             WHERE edition = ? AND customer = ? AND state IN ('planned', 'held', 'no_mail') AND attempts = 0
            """;

    private static final String REDRAW = """
            UPDATE mail SET variant = ?, variant_chance = ?
             WHERE edition = ? AND customer = ? AND state = 'planned' AND attempts = 0
            """;

    private static final String REFIT = """
            UPDATE mail SET variant = ?, variant_chance = ?, slots = ?
             WHERE edition = ? AND customer = ? AND state IN ('planned', 'deferred', 'held')
            """;

    private static final String SEND_DOUBTFUL_AGAIN = """
            UPDATE mail SET state = 'planned', attempts = 0, first_tried = NULL, done_at = NULL, answer = ''
             WHERE id IN (SELECT id FROM mail WHERE edition = ? AND state = 'doubtful'%s ORDER BY id LIMIT ?)
            RETURNING customer
            """;

    private static final String TRY_AGAIN = """
            UPDATE mail SET state = CASE WHEN attempts > 0 THEN 'deferred' ELSE 'planned' END, answer = ''
             WHERE edition = ? AND customer = ? AND state = 'held'
            """;

    private final Session session;
    private final long edition;
    private final Moves moves;
    private final List<Promising> promised = new ArrayList<>();

    /** What is gathered for each statement, in the order in which they are made. */
    private final Map<String, List<@Nullable Object[]>> batches = new LinkedHashMap<>();

    private final Map<Edition, Long> others = new HashMap<>();
    private final Set<String> gathered = new HashSet<>();
    private long changed;
    private final List<String> taken = new ArrayList<>();

    Revision(Session session, long edition) {
        this.session = session;
        this.edition = edition;
        moves = new Moves(session, edition);
        List.of(SAY_WHY, TAKE_BACK, REPLAN, REDRAW, REFIT, TRY_AGAIN)
                .forEach(sql -> batches.put(sql, new ArrayList<>()));
    }

    /** @return the customers whose mailbox is somebody else's in this edition */
    List<String> make(Iterable<Change> changes) throws SQLException {
        for (Change change : changes) {
            gather(change);
            changed++;
        }
        write();
        if (changed >= CHANGES_AT_ONCE) {
            session.database().noteGrowth(session);
        }
        return List.copyOf(taken);
    }

    /** The worker and the lease stay: should the old sender know the answer after all, it may say so until then. */
    static List<String> sendDoubtfulAgain(Session session, long edition, List<String> customers, int most)
            throws SQLException {
        if (customers.isEmpty()) {
            return session.list(SEND_DOUBTFUL_AGAIN.formatted(""), row -> row.getString(1), edition, most);
        }
        List<String> again = new ArrayList<>();
        for (String customer : customers) {
            again.addAll(session.list(
                    SEND_DOUBTFUL_AGAIN.formatted(" AND customer = ?"),
                    row -> row.getString(1),
                    edition,
                    customer,
                    most - again.size()));
        }
        return again;
    }

    private record Promising(Promise promise, State state) {}

    /** What concerns one person happens in the order given; else alike changes go together. */
    private void gather(Change change) throws SQLException {
        boolean isAtOnce = change instanceof Change.Readdressed || change instanceof Change.Moving;
        if (!gathered.add(whom(change)) || isAtOnce) {
            write();
            gathered.add(whom(change));
        }
        take(change);
        if (promised.size() == PROMISES_AT_ONCE || gathered.size() == CHANGES_AT_ONCE) {
            write();
        }
    }

    private static String whom(Change change) {
        return change instanceof Change.Displaced other
                ? other.edition() + " " + other.customerId()
                : change.customerId();
    }

    private void take(Change change) throws SQLException {
        if (change instanceof Change.Promised planned) {
            promised.add(new Promising(planned.promise(), State.PLANNED));
        } else if (change instanceof Change.KeptBack kept) {
            promised.add(new Promising(kept.promise(), State.NO_MAIL));
        } else if (change instanceof Change.TakenBack back) {
            String why = back.reason().word();
            if (back.reason() != Reason.WITHDRAWN) {
                later(SAY_WHY, why, edition, back.customerId(), why);
            }
            later(TAKE_BACK, why, edition, back.customerId());
        } else if (change instanceof Change.Replanned again) {
            later(REPLAN, replanned(again.promise(), again.isKeptBack() ? State.NO_MAIL : State.PLANNED));
        } else if (change instanceof Change.Redrawn drawn) {
            long variant = session.words().number(drawn.variant());
            later(REDRAW, variant, drawn.chance(), edition, drawn.customerId());
        } else if (change instanceof Change.Refitted fit) {
            long variant = session.words().number(fit.variant());
            later(REFIT, variant, fit.chance(), SlotText.of(fit.slots()), edition, fit.customerId());
        } else if (change instanceof Change.Displaced displaced) {
            later(TAKE_BACK, Reason.PRIORITY.word(), number(displaced.edition()), displaced.customerId());
        } else if (change instanceof Change.TriedAgain again) {
            later(TRY_AGAIN, edition, again.customerId());
        } else if (change instanceof Change.Readdressed moved) {
            // A mailbox that one leaves may be the one that the next takes: so one at a time, after all before.
            if (!moves.moveIn(moved.customerId(), moved.idNow(), moved.mailbox())) {
                session.update(TAKE_BACK, Reason.REPEAT_AFTER.word(), edition, moved.customerId());
            }
        } else if (change instanceof Change.Moving moving) {
            moves.moveOut(moving.customerId());
        }
    }

    private void later(String sql, @Nullable Object... values) {
        Objects.requireNonNull(batches.get(sql), sql).add(values);
    }

    private long number(Edition other) throws SQLException {
        Long known = others.get(other);
        if (known == null) {
            known = Editions.find(session, other);
            others.put(other, known);
            // Its next run looks at everybody again, though none of its files has changed.
            session.update("DELETE FROM stamp WHERE edition = ?", known);
        }
        return known;
    }

    private @Nullable Object[] replanned(Promise promise, State state) throws SQLException {
        @Nullable Object[] all = PromiseColumns.values(session, edition, promise, state);
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(all).subList(PLACE_OF_SEND_AT, all.length));
        values.add(0, all[PLACE_OF_STATE]);
        values.add(1, all[PLACE_OF_DUE]);
        Collections.addAll(values, edition, promise.customerId());
        return values.toArray();
    }

    private void write() throws SQLException {
        for (var batch : batches.entrySet()) {
            if (!batch.getValue().isEmpty()) {
                session.updateAll(batch.getKey(), batch.getValue());
                batch.getValue().clear();
            }
        }
        if (promised.size() == PROMISES_AT_ONCE) {
            add(INSERT_MANY, promised);
        } else {
            for (Promising one : promised) {
                add(INSERT_ONE, List.of(one));
            }
        }
        promised.clear();
        gathered.clear();
    }

    private void add(String insert, List<Promising> promises) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Promising one : promises) {
            Collections.addAll(values, PromiseColumns.values(session, edition, one.promise(), one.state()));
        }
        Set<String> added = new HashSet<>(session.list(insert, row -> row.getString(1), values.toArray()));
        for (Promising one : promises) {
            if (!added.remove(one.promise().customerId())) {
                promiseAgain(one);
            }
        }
    }

    /** Who has a row already, or whose mailbox stands in another's. */
    private void promiseAgain(Promising one) throws SQLException {
        moves.makeRoom(one.promise().customerId(), one.promise().mailbox());
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, PromiseColumns.values(session, edition, one.promise(), one.state()));
        if (session.list(INSERT_ONE, row -> row.getString(1), values.toArray()).isEmpty()) {
            planAgain(one.promise(), one.state());
        }
    }

    private void planAgain(Promise promise, State state) throws SQLException {
        List<@Nullable Object> values =
                new ArrayList<>(Arrays.asList(PromiseColumns.values(session, edition, promise, state)));
        String customer = promise.customerId();
        String local = promise.mailbox().local();
        String domain = promise.mailbox().domain();
        // All columns in their order, but the edition, which leads them, and the customer: these come at the end.
        values.remove(0);
        values.remove(PLACE_OF_CUSTOMER);
        Collections.addAll(values, edition, customer, edition, domain, local, customer);
        int planned = session.update(PLAN_AGAIN, values.toArray());
        boolean isTaken = planned == 0 && moves.isTaken(customer, promise.mailbox());
        if (isTaken && session.update(LEAVE_OUT, edition, customer) == 0) {
            taken.add(customer);
        }
    }

    private static String insert(int rows) {
        return "INSERT INTO mail (" + PromiseColumns.WRITTEN + ") VALUES "
                + String.join(", ", Collections.nCopies(rows, ONE_ROW))
                + " ON CONFLICT DO NOTHING RETURNING customer";
    }
}
