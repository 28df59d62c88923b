package org.personalize.plan;

/**
 * How the hours were shared out under a limit.
 *
 * @param people how many got an hour
 * @param leftOut how many did not
 * @param value what the hours are worth in all to those whose hour was not drawn, in the model's own unit
 * @param bound what no other sharing out could exceed
 */
public record Sharing(long people, long leftOut, double value, double bound) {

    /** How much more than this could at most be had, as a share of the most: 0 is the best there can be. */
    public double gap() {
        return bound > 0 ? (bound - value) / bound : 0;
    }
}
