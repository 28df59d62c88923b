package org.personalize.measure;

/**
 * Whether people fell into two groups as the draw must have put them there. Where they did not, something took them out of
 * one group, and whatever is compared afterwards misleads.
 *
 * @param expected the share of the second group, by the draw
 */
public record Split(long first, long second, double expected) {

    /** A split so uneven that chance alone makes it in one of a thousand campaigns. */
    public static final double LEAST_CHANCE = 0.001;

    public Split {
        if (first < 0 || second < 0 || !(expected > 0 && expected < 1)) {
            throw new IllegalArgumentException(first + " and " + second + " for a share of " + expected);
        }
    }

    /** The chance of a split at least as uneven, by the chi-square test. */
    public double chance() {
        double n = (double) first + second;
        if (n == 0) {
            return 1;
        }
        double off = second - n * expected;
        return Normal.beyond(off / Math.sqrt(n * expected * (1 - expected)));
    }

    public boolean isSound() {
        return chance() >= LEAST_CHANCE;
    }
}
