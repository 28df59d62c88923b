package org.personalize.ledger;

import java.util.Optional;
import org.personalize.plan.Reason;

/**
 * The answer to an {@link Entry}.
 *
 * @param reason why somebody must not get the mail any more; empty unless it was taken back
 */
public record Mark(Kind kind, Optional<Reason> reason) {

    public static final Mark GRANTED = new Mark(Kind.GRANTED, Optional.empty());
    public static final Mark BRAKED = new Mark(Kind.BRAKED, Optional.empty());
    public static final Mark LATE = new Mark(Kind.LATE, Optional.empty());
    public static final Mark FULL = new Mark(Kind.FULL, Optional.empty());
    public static final Mark DOMAIN_HELD = new Mark(Kind.DOMAIN_HELD, Optional.empty());

    public Mark {
        if ((kind == Kind.TAKEN_BACK) != reason.isPresent()) {
            throw new IllegalArgumentException("what is taken back, and only that, has a reason");
        }
    }

    /** The mailbox was suppressed meanwhile, or the promise was taken back. */
    public static Mark takenBack(Reason reason) {
        return new Mark(Kind.TAKEN_BACK, Optional.of(reason));
    }

    public boolean isGranted() {
        return kind == Kind.GRANTED;
    }

    /** What was answered. */
    public enum Kind {
        /** Durable. */
        GRANTED,
        /** The campaign was paused, cancelled or stopped meanwhile. */
        BRAKED,
        /** The person must not get it any more. */
        TAKEN_BACK,
        /** The permitted stretch has ended meanwhile. */
        LATE,
        /** The hour or the day takes no more. */
        FULL,
        /** Mail to the mailbox's domain is held. */
        DOMAIN_HELD
    }
}
