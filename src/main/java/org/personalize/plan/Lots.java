package org.personalize.plan;

import org.personalize.campaign.Campaign;
import org.personalize.campaign.Draw;

/** What is left to chance for one person, each by a draw of its own. Not for use by several threads at once. */
final class Lots {

    /** Raised to draw everything anew. */
    private static final int VERSION = 1;

    private final Draw draw;
    private final String scope;
    private final Campaign campaign;
    private final VariantShares shares;

    Lots(Planning planning) {
        campaign = planning.campaign();
        draw = new Draw(campaign.seed());
        scope = planning.scope();
        shares = planning.variants();
    }

    /**
     * The comparison group, the same for all campaigns of a workspace. The groups grow from the two ends of the draw, so
     * that changing the size of one moves nobody in or out of the other.
     */
    Decision.Group group(String customerId) {
        double noMail = campaign.groups().noMail();
        double plainMail = campaign.groups().plainMail();
        if (noMail <= 0 && plainMail <= 0) {
            return Decision.Group.NONE;
        }
        double lot = groupLot(customerId);
        if (lot < noMail) {
            return Decision.Group.NO_MAIL;
        }
        return lot >= 1 - plainMail ? Decision.Group.PLAIN_MAIL : Decision.Group.NONE;
    }

    int variant(String customerId) {
        return campaign.subjects().size() <= 1 ? 0 : shares.variant(variantLot(customerId));
    }

    /** Whether this person's hour is drawn rather than chosen. */
    boolean isHourRandom(String customerId) {
        double share = campaign.schedule().randomHours();
        return share > 0 && randomLot(customerId) < share;
    }

    /** One of so many hours, each as likely as the others. */
    int hour(String customerId, int hours) {
        return (int) (hourLot(customerId) * hours);
    }

    /** What decides which hour it is that is drawn; what is left of it within that hour is a lot of its own. */
    double hourLot(String customerId) {
        return draw.of("hour", scope, VERSION, customerId);
    }

    /** Whether, and by which of those that score nearly alike, the last place of a slot is filled by chance. */
    double slot(String customerId, String slot) {
        return draw.of("slot_" + slot, scope, VERSION, customerId);
    }

    /** Where within the hour its mail leaves, from 0 to less than 1. */
    double place(String customerId) {
        return draw.of("quarter", scope, VERSION, customerId);
    }

    /** Who of those comes first to whom all hours are worth the same, where an hour has too little room for them all. */
    double turn(String customerId) {
        return draw.of("turn", scope, VERSION, customerId);
    }

    double groupLot(String customerId) {
        return GroupLot.of(draw, customerId);
    }

    double variantLot(String customerId) {
        return draw.of("variant", scope, VERSION, customerId);
    }

    double randomLot(String customerId) {
        return draw.of("random_hours", scope, VERSION, customerId);
    }
}
