package org.personalize.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.personalize.plan.Decision.Status;

/**
 * What this very edition has promised before: it stands, whatever would be decided today. Asked by several threads at
 * once.
 */
public interface Promises {

    /** Nothing was promised yet. */
    Promises NONE = new Promises() {
        @Override
        public boolean isMade(int person) {
            return false;
        }

        @Override
        public Fate fate(int person) {
            throw new IllegalStateException("nothing was promised to person " + person);
        }

        @Override
        public Decision decision(int person) {
            throw new IllegalStateException("nothing was promised to person " + person);
        }

        @Override
        public boolean isElsewhere(int person) {
            return false;
        }

        @Override
        public Map<Departed, Long> departed() {
            return Map.of();
        }

        @Override
        public int in(Instant hour) {
            return 0;
        }
    };

    /** Whether this person has a place in the edition already. */
    boolean isMade(int person);

    /** What became of it; only for those who were promised a mail or are kept back. */
    Fate fate(int person);

    /** What was decided then. */
    Decision decision(int person);

    /**
     * Whether nobody has tried yet to send what was promised, so that a campaign that learns may draw its variant anew.
     */
    default boolean isVariantOpen(int person) {
        return false;
    }

    /** Whether the campaign has no such variant any more, for a mail that has not gone out. */
    default boolean hasLostVariant(int person) {
        return false;
    }

    /** The campaign's slots of which a promise that has not gone out says nothing, not even that they stay empty. */
    default Set<String> newSlots(int person) {
        return Set.of();
    }

    /** Whether this person's mailbox has its mail under another customer, who has left the file or has moved. */
    boolean isElsewhere(int person);

    /** Whether the campaign was cancelled: nobody is mailed any more, neither who was promised a mail nor anybody else. */
    default boolean areWithdrawn() {
        return false;
    }

    /**
     * Whether this person is not mailed before somebody resumes the campaign: it is braked or their domain is held, and no
     * sender holds their mail just now.
     */
    default boolean isHeldBack(int person) {
        return false;
    }

    /** Those who have left the file, and where they are now. */
    Map<Departed, Long> departed();

    /** How many open promises fall within the UTC clock hour that starts at this moment. */
    int in(Instant hour);

    /** @param reason why somebody is skipped; null for the others */
    record Departed(Status status, @Nullable Reason reason, Fate fate, boolean isPlainMail) {}
}
