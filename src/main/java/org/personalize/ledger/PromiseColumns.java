package org.personalize.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.plan.Decision.Group;
import org.personalize.plan.Reason;

/** A promise as columns, and back. */
final class PromiseColumns {

    static final String NAMES =
            "customer, local, domain, send_at, closes, zone, variant, variant_chance, hour_chance, grp, slots";

    /** Everything of a mail that a revision writes, in the order of {@link #values}. */
    static final String WRITTEN = "edition, state, due, folded, " + NAMES;

    private PromiseColumns() {}

    static @Nullable Object[] values(Session session, long edition, Promise promise, State state) throws SQLException {
        long sendAt = promise.sendAt().getEpochSecond();
        return new @Nullable Object[] {
            edition,
            word(state),
            sendAt,
            folded(promise.mailbox()),
            promise.customerId(),
            promise.mailbox().local(),
            promise.mailbox().domain(),
            sendAt,
            Moments.closing(promise.sendAt(), promise.closes()),
            session.words().number(promise.zone().getId()),
            session.words().number(promise.variant()),
            promise.variantChance(),
            promise.hourChance(),
            promise.group().name().toLowerCase(Locale.ROOT),
            SlotText.of(promise.slots())
        };
    }

    /** From a row that begins with {@link #NAMES}: by their places, since a million rows are read so. */
    static Promise read(Session session, ResultSet row) throws SQLException {
        Instant sendAt = Instant.ofEpochSecond(row.getLong(4));
        return new Promise(
                text(row, 1),
                new Mailbox(text(row, 2), text(row, 3)),
                session.words().zone(row.getLong(6)),
                sendAt,
                Instant.ofEpochSecond(Moments.closing(sendAt, Instant.ofEpochSecond(row.getLong(5)))),
                session.words().text(row.getLong(7)),
                row.getDouble(8),
                row.getDouble(9),
                Group.valueOf(text(row, 10).toUpperCase(Locale.ROOT)),
                SlotText.read(text(row, 11)));
    }

    /** Everybody with a row, without keeping them in memory. */
    static void each(Session session, long edition, Consumer<Row> each) throws SQLException {
        session.each(
                "SELECT " + NAMES + ", state, reason, attempts, due, answer, done_at FROM mail WHERE edition = ?",
                row -> each.accept(row(session, row)),
                edition);
    }

    /** By their places too, behind those of the promise. */
    private static Row row(Session session, ResultSet row) throws SQLException {
        Promise promise = read(session, row);
        State state = State.valueOf(text(row, 12).toUpperCase(Locale.ROOT));
        String reason = state == State.SKIPPED ? row.getString(13) : null;
        Instant due = Instant.ofEpochSecond(row.getLong(15));
        String answer = text(row, 16);
        long second = row.getLong(17);
        Instant doneAt = row.wasNull() ? null : Instant.ofEpochSecond(second);
        return new Row(
                promise,
                state,
                reason == null ? null : Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
                row.getInt(14),
                due,
                answer,
                doneAt);
    }

    /** A text that is always there, from its bytes: a driver takes a third longer to make a text itself. */
    private static String text(ResultSet row, int place) throws SQLException {
        return new String(row.getBytes(place), StandardCharsets.UTF_8);
    }

    /** The key by which suppressions are found, where it is not the mailbox itself. */
    static @Nullable String folded(Mailbox mailbox) {
        return mailbox.foldedKey().equals(mailbox.key()) ? null : mailbox.foldedKey();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static State state(ResultSet row) throws SQLException {
        return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    static @Nullable Reason reason(ResultSet row) throws SQLException {
        String word = row.getString("reason");
        return word == null ? null : Reason.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
