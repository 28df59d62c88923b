package org.personalize.plan;

import org.jspecify.annotations.Nullable;
import org.personalize.campaign.Slot;

/**
 * The last place of a slot, which some get by chance among what scores nearly as well, so that it can be learned later what
 * would have come of the others: for as many people as get a random hour, by a lot of its own. Not for use by several
 * threads at once.
 */
final class LastPlace {

    /** In log-odds: what is wanted with odds at most five in a hundred lower. */
    static final double NEARLY = 0.05;

    private static final int MOST_OTHERS = 3;

    private final double share;
    private final Lots lots;

    LastPlace(Planning planning) {
        share = planning.campaign().schedule().randomHours();
        lots = new Lots(planning);
    }

    /** How many items more than there are places must be known. */
    int spare() {
        return share > 0 ? MOST_OTHERS : 0;
    }

    /**
     * Cuts a basket to the places of its slot.
     *
     * @param pinned how many places are not for choosing
     * @param customerId null where nothing is left to chance
     * @return with which chance the item in the last place is there
     */
    double settle(Basket basket, Slot slot, int pinned, @Nullable String customerId) {
        int last = slot.pick() - 1;
        int alike = 1;
        while (last + alike < basket.size() && basket.score(last) - basket.score(last + alike) <= NEARLY) {
            alike++;
        }
        double chance = 1;
        if (customerId != null && last >= pinned && alike > 1) {
            double lot = lots.slot(customerId, slot.name());
            int chosen = lot < share ? (int) (lot / share * alike) : 0;
            basket.put(last, last + chosen);
            chance = (chosen == 0 ? 1 - share : 0) + share / alike;
        }
        basket.limit(slot.pick());
        return chance;
    }
}
