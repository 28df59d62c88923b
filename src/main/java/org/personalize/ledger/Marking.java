package org.personalize.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.audience.Mailbox;
import org.personalize.ledger.Outcomes.Stroke;
import org.personalize.plan.Reason;

/** The second mark and the outcomes, all within one transaction. */
final class Marking {

    /** The empty text keeps PostgreSQL from reading the index of all mails that are held, instead of the mail's own. */
    private static final String FINISH =
            """
            UPDATE mail AS m SET state = 'finishing', first_tried = coalesce(first_tried, ?)
             WHERE m.id = ? AND '' || m.state = 'claimed' AND m.worker = ? AND m.lease = ?
               AND m.reason IS NULL AND m.closes > ?
               AND %s AND NOT %s AND NOT %s
            """.formatted(Conditions.BRAKE_IS_OFF, Conditions.IS_SUPPRESSED, Conditions.DOMAIN_IS_HELD);

    private static final String NOTE_NEWS =
            "UPDATE mail SET slots = ? WHERE id = ? AND worker = ? AND lease = ? AND '' || state = 'claimed'";

    private static final String WHY_NOT =
            """
            SELECT (m.state = 'claimed' AND m.worker = ? AND m.lease = ?) AS is_ours,
                   m.reason, %s AS is_suppressed, %s AS is_free, %s AS is_held, m.closes <= ? AS is_late
              FROM mail m WHERE m.id = ?
            """.formatted(Conditions.IS_SUPPRESSED, Conditions.BRAKE_IS_OFF, Conditions.DOMAIN_IS_HELD);

    private final Session session;
    private final long campaign;
    private final long edition;
    private final long worker;
    private final Burden burden;
    private final Instant now;
    private final Caps caps;

    Marking(Session session, long campaign, long edition, long worker, Burden burden, Instant now, Caps caps) {
        this.session = session;
        this.campaign = campaign;
        this.edition = edition;
        this.worker = worker;
        this.burden = burden;
        this.now = now;
        this.caps = caps;
    }

    /** Everything of a sender whose line was never lost. */
    List<Mark> write(List<Entry> entries) throws SQLException {
        Mark[] marks = new Mark[entries.size()];
        List<Integer> finishes = new ArrayList<>();
        List<Entry> outcomes = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            if (entries.get(i) instanceof Entry.Finish) {
                finishes.add(i);
            } else {
                marks[i] = Mark.GRANTED;
                outcomes.add(entries.get(i));
            }
        }
        long room = finishes.isEmpty() ? 0 : room();
        for (Entry missing : record(outcomes, false)) {
            throw new IllegalStateException("mail " + missing.claim().id() + " is not as this sender left it");
        }
        var answers = new Answers();
        outcomes.forEach(answers::take);
        answers.write(session, campaign, edition, now);
        finish(entries, finishes, room, marks);
        return Arrays.asList(marks);
    }

    /**
     * Only outcomes, of a sender whose line was lost.
     *
     * @return accepted mails of which that can no longer be said
     */
    List<Entry> writeAfterLoss(List<Entry> outcomes) throws SQLException {
        List<Entry> unsaid = new ArrayList<>();
        for (Entry entry : record(outcomes, true)) {
            if (entry instanceof Entry.Accepted && !isAccepted(entry.claim())) {
                unsaid.add(entry);
            }
        }
        return unsaid;
    }

    private boolean isAccepted(Claim claim) throws SQLException {
        return session.number(
                        "SELECT count(*) FROM mail WHERE id = ? AND worker = ? AND lease = ? AND state = 'accepted'",
                        claim.id(),
                        worker,
                        claim.lease())
                == 1;
    }

    /** @return those that did not find their mail as the sender left it */
    private List<Entry> record(List<Entry> entries, boolean isAfterLoss) throws SQLException {
        var outcomes = new Outcomes(worker, now, isAfterLoss);
        Map<String, List<Entry>> alike = new LinkedHashMap<>();
        Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Stroke stroke = outcomes.of(entry);
            alike.computeIfAbsent(stroke.sql(), sql -> new ArrayList<>()).add(entry);
            rows.computeIfAbsent(stroke.sql(), sql -> new ArrayList<>())
                    .add(stroke.values().toArray());
        }
        List<Entry> missing = new ArrayList<>();
        List<Mailbox> gone = new ArrayList<>();
        for (Map.Entry<String, List<Entry>> group : alike.entrySet()) {
            int[] counts = session.updateAll(group.getKey(), rows.getOrDefault(group.getKey(), List.of()));
            for (int i = 0; i < counts.length; i++) {
                Entry entry = group.getValue().get(i);
                if (counts[i] != 1) {
                    missing.add(entry);
                } else if (entry instanceof Entry.Refused refused && refused.isNoMailbox()) {
                    gone.add(refused.claim().promise().mailbox());
                }
            }
        }
        suppress(gone);
        return missing;
    }

    /** Always in the same order, so that two senders never wait for each other. */
    private void suppress(List<Mailbox> gone) throws SQLException {
        gone.sort(Comparator.comparing(Mailbox::foldedKey));
        for (Mailbox mailbox : gone) {
            Suppressions.addMissing(session, mailbox, campaign, now);
        }
    }

    private long room() throws SQLException {
        boolean isAlone = caps.equals(Caps.NONE);
        if (isAlone && !(burden.isAsked() && session.database().isShared())) {
            return Long.MAX_VALUE;
        }
        // Nobody else may count until this transaction ends.
        Tally.add(session, now, 0);
        return isAlone ? Long.MAX_VALUE : Tally.room(session, now, caps);
    }

    private void finish(List<Entry> entries, List<Integer> places, long room, Mark[] marks) throws SQLException {
        long granted = 0;
        int next = 0;
        while (next < places.size() && granted < room) {
            int end = (int) Math.min(places.size(), next + (room - granted));
            List<Integer> some = places.subList(next, room == Long.MAX_VALUE ? places.size() : end);
            granted += finish(entries, some, marks);
            next += some.size();
        }
        for (int place : places.subList(next, places.size())) {
            marks[place] = Mark.FULL;
        }
        if (granted > 0) {
            Tally.add(session, now, granted);
            Editions.noteSending(session, edition, now);
        }
    }

    private int finish(List<Entry> entries, List<Integer> places, Mark[] marks) throws SQLException {
        noteNews(entries, places);
        long second = now.getEpochSecond();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int place : places) {
            Claim claim = entries.get(place).claim();
            List<@Nullable Object> values = new ArrayList<>();
            Collections.addAll(values, second, claim.id(), worker, claim.lease(), second, campaign, campaign);
            values.addAll(burden.values());
            rows.add(values.toArray());
        }
        int[] counts = session.updateAll(FINISH + burden.condition(), rows);
        int granted = 0;
        for (int i = 0; i < counts.length; i++) {
            marks[places.get(i)] = counts[i] == 1
                    ? Mark.GRANTED
                    : whyNot(entries.get(places.get(i)).claim());
            granted += counts[i];
        }
        return granted;
    }

    /** What a mail really shows is durable before its final dot, as the mark itself is. */
    private void noteNews(List<Entry> entries, List<Integer> places) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int place : places) {
            if (entries.get(place) instanceof Entry.Finish finish && finish.news() != null) {
                Claim claim = finish.claim();
                rows.add(new @Nullable Object[] {SlotText.of(finish.news()), claim.id(), worker, claim.lease()});
            }
        }
        if (!rows.isEmpty()) {
            session.updateAll(NOTE_NEWS, rows);
        }
    }

    private Mark whyNot(Claim claim) throws SQLException {
        Mark mark = whyNotByItself(claim);
        if (mark.kind() != Mark.Kind.BRAKED || !burden.isAsked()) {
            return mark;
        }
        return burden.of(session, claim.id()).map(Mark::takenBack).orElse(mark);
    }

    private Mark whyNotByItself(Claim claim) throws SQLException {
        return session.find(
                        WHY_NOT,
                        row -> why(claim, row),
                        worker,
                        claim.lease(),
                        campaign,
                        campaign,
                        now.getEpochSecond(),
                        claim.id())
                .orElseThrow(() -> new IllegalStateException("mail " + claim.id() + " is gone"));
    }

    private Mark why(Claim claim, ResultSet row) throws SQLException {
        if (!row.getBoolean("is_ours")) {
            throw new IllegalStateException("a mail is not as this sender left it");
        } else if (!row.getBoolean("is_free")) {
            return Mark.BRAKED;
        } else if (row.getString("reason") != null || row.getBoolean("is_suppressed")) {
            return Mark.takenBack(reason(claim, row));
        } else if (row.getBoolean("is_held")) {
            return Mark.DOMAIN_HELD;
        } else if (row.getBoolean("is_late")) {
            return Mark.LATE;
        }
        // What forbade it a moment ago was taken back since: it may be asked for again.
        return Mark.BRAKED;
    }

    private Reason reason(Claim claim, ResultSet row) throws SQLException {
        Reason takenBack = PromiseColumns.reason(row);
        return takenBack != null
                ? takenBack
                : Suppressions.inForce(
                                session,
                                claim.promise().mailbox(),
                                claim.promise().customerId())
                        .orElse(Reason.SUPPRESSED);
    }
}
