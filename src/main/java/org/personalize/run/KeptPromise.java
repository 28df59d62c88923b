package org.personalize.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.ledger.Promise;
import org.personalize.ledger.Row;
import org.personalize.ledger.State;
import org.personalize.plan.Decision;
import org.personalize.plan.Decision.Status;
import org.personalize.plan.Reason;

/**
 * One row of the ledger: what planning and the comparison with the file need of it, and no more.
 *
 * @param slots where its items are among everybody's
 * @param hasMoved whether the file has another mailbox for the person
 * @param isVariantOpen whether another variant may still be drawn
 * @param isOutgrown whether the campaign was changed so that no mail can be made of it
 */
record KeptPromise(
        State state,
        long sendAt,
        float hourChance,
        float variantChance,
        String variant,
        Decision.Group group,
        int slots,
        boolean hasMoved,
        boolean isVariantOpen,
        boolean isOutgrown) {

    /** @param variant the one name for all rows that have it */
    static KeptPromise of(Row row, String variant, int slots, boolean hasMoved, boolean isOutgrown) {
        Promise promise = row.promise();
        boolean isUntouched = row.state() == State.PLANNED && row.attempts() == 0;
        return new KeptPromise(
                row.state(),
                promise.sendAt().getEpochSecond(),
                (float) promise.hourChance(),
                (float) promise.variantChance(),
                variant,
                promise.group(),
                slots,
                hasMoved,
                isUntouched && promise.group() == Decision.Group.NONE,
                isOutgrown);
    }

    /** Whether a row's mail is still to go out. */
    static boolean isAhead(Row row) {
        return row.state() != State.SKIPPED
                && row.state() != State.NO_MAIL
                && row.state().fate().isOpen();
    }

    /** @param all where everybody's items are */
    Decision decision(int person, KeptSlots all) {
        return switch (state) {
            case SKIPPED -> unplanned(person, Status.SKIPPED, Reason.WITHDRAWN, Decision.Group.NONE);
            case NO_MAIL -> unplanned(person, Status.NO_MAIL, null, Decision.Group.NO_MAIL);
            default ->
                new Decision(
                        person,
                        Status.PLANNED,
                        null,
                        Instant.ofEpochSecond(sendAt),
                        hourChance,
                        variant,
                        variantChance,
                        group,
                        all.at(slots));
        };
    }

    private static Decision unplanned(int person, Status status, @Nullable Reason reason, Decision.Group group) {
        return new Decision(person, status, reason, null, 1, null, 1, group, Map.of());
    }
}
