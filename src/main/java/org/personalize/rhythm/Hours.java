package org.personalize.rhythm;

/** When a person is likely to be there. */
public interface Hours {

    /** The chance, over the 24 local hours, that the person's next reaction falls in each; sums to 1. */
    double[] chances(int person);

    /** How much of it is the person's own doing rather than everybody's: an effective number of observations. */
    double evidence(int person);

    /** Whether enough is known, and differs enough from what is usual around them, to give this person an hour of their own. */
    boolean hasPersonalHour(int person);

    /**
     * What each hour is worth to send at, to choose one by: by the person's own chances where they have a personal hour,
     * else by those of the people around them.
     *
     * @param days on which the mail may arrive, as people may have other hours on other days
     */
    double[] telling(int person, Weekdays days);

    /** What each hour is worth by all that is known of this very person, little as it may be. */
    default double[] values(int person, Weekdays days) {
        return telling(person, days);
    }

    /** Whether an hour's worth is the chance that a mail sent then is reacted to, and not only a share of such a chance. */
    default boolean areValuesChances() {
        return false;
    }
}
