package org.personalize.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Reason;

/**
 * How many are where in one edition. Claimed mails are among the due, and so are finishing ones; what a brake or a held
 * domain keeps back is among the held, unless its outcome is final.
 *
 * @param skipped taken back, by reason; those without a row are in the {@link Census}
 * @param plainMail among the planned
 * @param nextDue the next moment at which something becomes due; null when nothing waits
 * @param lastDue the moment of the last that waits
 * @param heldDomains domain to the moment since which it is held
 * @param census null before anything was planned
 */
public record Standings(
        Edition edition,
        long noMail,
        long planned,
        long plainMail,
        long waiting,
        long due,
        long accepted,
        long deferred,
        long refused,
        long doubtful,
        long expired,
        long held,
        Map<Reason, Long> skipped,
        Brake brake,
        String brakeWhy,
        @Nullable Instant nextDue,
        @Nullable Instant lastDue,
        Map<String, Instant> heldDomains,
        @Nullable Census census) {

    /** Of an edition that no ledger knows. */
    public static Standings nothing(Edition edition) {
        return new Standings(
                edition, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Brake.OFF, "", null, null, Map.of(), null);
    }

    /** Whether there was ever a plan for it. */
    public boolean isPlanned() {
        return census != null;
    }
}
