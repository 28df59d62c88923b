package org.personalize.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement that writes an outcome down. Each repeats who holds the mail, since when, and in which states. The empty
 * text before the state keeps PostgreSQL from reading the index of all mails that are held, instead of the mail's own.
 */
final class Outcomes {

    private static final int LONGEST_ANSWER = 1_000;

    private static final String ACCEPT = "state = 'accepted', reason = NULL, done_at = ?, answer = ?, relay_id = ?";
    private static final String REFUSE =
            "state = 'refused', reason = NULL, worker = NULL, done_at = ?, first_tried = coalesce(first_tried, ?), answer = ?";
    private static final String DEFER = """
            state = CASE WHEN reason IS NULL THEN 'deferred' ELSE 'skipped' END, worker = NULL, attempts = attempts + 1,
            first_tried = coalesce(first_tried, ?), answer = ?, due = ?, closes = ?
            """;
    private static final String DOUBT = "state = 'doubtful', reason = NULL, done_at = ?, answer = ?";
    private static final String HOLD =
            "state = CASE WHEN reason IS NULL THEN 'held' ELSE 'skipped' END, worker = NULL, answer = ?";
    private static final String EXPIRE = "state = 'expired', reason = NULL, worker = NULL, done_at = ?, answer = ?";
    private static final String SKIP = "state = 'skipped', reason = coalesce(reason, ?), worker = NULL";
    private static final String RELEASE = "state = " + Conditions.STATE_WHEN_GIVEN_BACK + ", worker = NULL";
    private static final String MOVE = RELEASE + ", due = ?, closes = ?";

    private final long worker;
    private final long second;
    private final boolean isAfterLoss;

    /** @param isAfterLoss whether others may have taken over meanwhile */
    Outcomes(long worker, Instant now, boolean isAfterLoss) {
        this.worker = worker;
        second = now.getEpochSecond();
        this.isAfterLoss = isAfterLoss;
    }

    record Stroke(String sql, List<@Nullable Object> values) {}

    Stroke of(Entry entry) {
        if (entry instanceof Entry.Accepted e) {
            String states = isAfterLoss ? "'finishing', 'doubtful', 'planned'" : "'finishing'";
            return stroke(ACCEPT, states, e.claim(), second, text(e.answer()), nullableText(e.relayId()));
        } else if (entry instanceof Entry.Doubtful e) {
            String states = isAfterLoss ? "'finishing', 'doubtful'" : "'finishing'";
            return stroke(DOUBT, states, e.claim(), second, text(e.why()));
        }
        return notHandedOver(entry, isAfterLoss ? "'claimed', 'finishing', 'doubtful'" : "'claimed', 'finishing'");
    }

    private Stroke notHandedOver(Entry entry, String states) {
        if (entry instanceof Entry.Refused e) {
            return stroke(REFUSE, states, e.claim(), second, second, text(e.answer()));
        } else if (entry instanceof Entry.Deferred e) {
            long due = e.due().getEpochSecond();
            return stroke(
                    DEFER, states, e.claim(), second, text(e.answer()), due, Moments.closing(e.due(), e.closes()));
        } else if (entry instanceof Entry.Held e) {
            return stroke(HOLD, states, e.claim(), text(e.why()));
        } else if (entry instanceof Entry.Expired e) {
            return stroke(EXPIRE, states, e.claim(), second, text(e.why()));
        } else if (entry instanceof Entry.Skipped e) {
            return stroke(SKIP, states, e.claim(), e.reason().word());
        } else if (entry instanceof Entry.Released e) {
            return stroke(RELEASE, states, e.claim());
        } else if (entry instanceof Entry.Moved e) {
            long due = e.due().getEpochSecond();
            return stroke(MOVE, states, e.claim(), due, Moments.closing(e.due(), e.closes()));
        }
        throw new IllegalStateException("no outcome: " + entry.getClass().getSimpleName());
    }

    private Stroke stroke(String change, String states, Claim claim, @Nullable Object... changed) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(changed));
        Collections.addAll(values, claim.id(), worker, claim.lease());
        return new Stroke(
                "UPDATE mail SET " + change + " WHERE id = ? AND worker = ? AND lease = ? AND '' || state IN (" + states
                        + ")",
                values);
    }

    private static String text(String text) {
        return SlotText.storable(text, LONGEST_ANSWER);
    }

    private static @Nullable String nullableText(@Nullable String text) {
        return text == null ? null : text(text);
    }
}
