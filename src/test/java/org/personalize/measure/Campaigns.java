package org.personalize.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Simulated counts: how many of so many do it, each with the same chance. */
final class Campaigns {

    private final SplittableRandom random;
    private final Map<Long, double[]> sums = new HashMap<>();

    Campaigns(long seed) {
        random = new SplittableRandom(seed);
    }

    int happened(int people, double chance) {
        double[] sum =
                sums.computeIfAbsent(((long) people << 32) + Math.round(chance * 1e8), key -> sums(people, chance));
        double drawn = random.nextDouble() * sum[sum.length - 1];
        int low = 0;
        int high = sum.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sum[middle] < drawn) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] sums(int people, double chance) {
        double mean = people * chance;
        var sums = new double[(int) Math.min(people, mean + 12 * Math.sqrt(mean) + 30) + 1];
        double logWays = 0;
        double sum = 0;
        for (int k = 0; k < sums.length; k++) {
            logWays += k == 0 ? 0 : Math.log((people - k + 1.0) / k);
            sum += Math.exp(logWays + k * Math.log(chance) + (people - k) * Math.log1p(-chance));
            sums[k] = sum;
        }
        return sums;
    }

    /** What buyers spend: mostly little, sometimes a lot. */
    Spending spending(int people, double chance, double spread) {
        double sum = 0;
        double squares = 0;
        for (int buyer = happened(people, chance); buyer > 0; buyer--) {
            double value = Math.exp(spread * normal());
            sum += value;
            squares += value * value;
        }
        return new Spending(people, sum, squares);
    }

    static double meanBasket(double spread) {
        return Math.exp(spread * spread / 2);
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
