package org.personalize.plan;

/** What every slot is worth to everybody who would have one; a bidder is one person, or many to whom all slots are worth the same. */
interface Bids {

    /** The worth of a slot that somebody must not have. */
    int FORBIDDEN = -1;

    int size();

    /** How many people bid alike. */
    int people(int bidder);

    /** Above 0, or {@link #FORBIDDEN}. To be left out is worth 0. */
    int worth(int bidder, int slot);
}
