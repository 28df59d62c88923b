package org.personalize.sample;

import java.util.List;
import java.util.Random;

/**
 * Chance from a fixed seed. {@link Random} is used because its algorithm is written down in its contract, so that every
 * Java rolls the same numbers.
 */
final class Dice {

    private final String name;
    private final Random random;

    Dice(String name) {
        this.name = name;
        this.random = new Random(seedOf(name));
    }

    /** Dice of their own for one purpose, so that a change in one place does not move everything after it. */
    Dice fork(String purpose) {
        return new Dice(name + "/" + purpose);
    }

    private static long seedOf(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ (hash >>> 29);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From 0 up to, and without, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** How often something of this mean rate happens; Knuth's method, for small rates. */
    int poisson(double rate) {
        double limit = StrictMath.exp(-rate);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The number of one of the weights, each as likely as it is heavy. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double rest = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
