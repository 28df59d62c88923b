package org.personalize.plan;

import org.personalize.campaign.Draw;

/**
 * The draw that puts people into comparison groups: one for the whole workspace, so that whoever is kept back from one
 * campaign is kept back from all.
 */
public final class GroupLot {

    private static final int VERSION = 1;
    private static final String WORKSPACE = "";

    private GroupLot() {}

    /** From 0 to less than 1: the lowest lots get no mail, the highest the plain one. */
    public static double of(Draw draw, String customerId) {
        return draw.of("group", WORKSPACE, VERSION, customerId);
    }
}
