package org.personalize.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.personalize.audience.Audience;
import org.personalize.audience.Mailbox;
import org.personalize.plan.Decision.Group;

/**
 * What somebody was promised: decided once, and kept whatever the files say later.
 *
 * @param zone by whose clock the mail is permitted
 * @param sendAt the moment that was decided
 * @param closes the end of the permitted stretch that begins at or before the moment; from then on it is overdue
 * @param variant blank in the group that gets no mail
 * @param slots slot name to the items shown, in order
 */
public record Promise(
        String customerId,
        Mailbox mailbox,
        ZoneId zone,
        Instant sendAt,
        Instant closes,
        String variant,
        double variantChance,
        double hourChance,
        Group group,
        Map<String, List<Shown>> slots) {

    public Promise {
        if (!closes.isAfter(sendAt)) {
            throw new IllegalArgumentException("a promise that can never be kept");
        }
        slots = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(slots));
    }

    /**
     * An item by its id, and a word on why it is there.
     *
     * @param chance with which it came into its place; 1 where nothing was left to chance
     */
    public record Shown(String item, String why, double chance) {

        public Shown(String item, String why) {
            this(item, why, 1);
        }
    }

    /** Whom it means: the customer, or, where a shop has numbered everybody anew, whoever has the mailbox; else -1. */
    public int personIn(Audience audience) {
        int person = audience.personOf(customerId);
        return person >= 0 ? person : audience.personAt(mailbox.key());
    }

    /** A person and an address do not belong in a log. */
    @Override
    public String toString() {
        return "Promise[" + sendAt + "]";
    }
}
