package org.personalize.plan;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one person, and with what chance.
 *
 * @param reason why somebody is skipped; null otherwise
 * @param sendAt null unless planned
 * @param hourChance the chance with which this hour was drawn: 1 where nothing was left to chance
 * @param variant null unless planned
 * @param slots slot name to the chosen items, in the order of the campaign; empty unless planned
 */
public record Decision(
        int person,
        Status status,
        @Nullable Reason reason,
        @Nullable Instant sendAt,
        double hourChance,
        @Nullable String variant,
        double variantChance,
        Group group,
        Map<String, List<Choice>> slots) {

    public Decision {
        if ((status == Status.SKIPPED) != (reason != null)
                || (status == Status.PLANNED) != (sendAt != null)
                || (status == Status.PLANNED) != (variant != null)) {
            throw new IllegalArgumentException("a decision that contradicts itself: " + status);
        }
    }

    /** The same mail in another variant. */
    Decision with(String otherVariant, double chance) {
        return new Decision(person, status, reason, sendAt, hourChance, otherVariant, chance, group, slots);
    }

    /** The same mail with other items. */
    Decision with(Map<String, List<Choice>> otherSlots) {
        return new Decision(person, status, reason, sendAt, hourChance, variant, variantChance, group, otherSlots);
    }

    /** Everyone is in exactly one. */
    public enum Status {
        PLANNED,
        NO_MAIL,
        SKIPPED;

        /** The word in plans. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In which comparison group somebody is. */
    public enum Group {
        NONE,
        NO_MAIL,
        PLAIN_MAIL;

        /** The word in plans; blank for those who get what the plan thinks best for them. */
        public String word() {
            return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An item and a short word on why it is there: popular, category, interest, again, alike, together,
     * pinned, boosted.
     *
     * @param chance with which it got this place: 1 where nothing was left to chance
     */
    public record Choice(int item, String why, double chance) {

        public Choice(int item, String why) {
            this(item, why, 1);
        }
    }
}
