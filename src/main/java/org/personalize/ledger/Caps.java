package org.personalize.ledger;

/**
 * How much the relay takes, counted over the whole ledger by UTC hours and days.
 *
 * @param perHour 0 for no limit
 * @param today 0 for no limit; set while warming up
 */
public record Caps(int perHour, int today) {

    public static final Caps NONE = new Caps(0, 0);
}
