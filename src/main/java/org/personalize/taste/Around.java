package org.personalize.taste;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much likelier than elsewhere an item is wanted in each country, as links from the countries to the items that are
 * wanted most there or anywhere, drawn towards what everybody wants:
 *
 * <pre>ln((n + m · p) / ((N + m) · p)), for n of N recent wants in the country of an item with the part p of everybody's</pre>
 */
final class Around {

    /** What a country wants changes slowly, and a small one has few wants. */
    private static final double HALF_LIFE = 30;

    /** How many recent wants of everybody, m, stand beside those of a country. */
    private static final double CAUTION = 30;

    private static final int MOST_ITEMS = 200;

    /** Of all wants; a country with more of them is what everybody is, and has no links. */
    private static final double MAJORITY = 0.5;

    private Around() {}

    /** @param cut the minute from which on nothing is known */
    static Kin of(Wants wants, int cut, Homes homes, int items) {
        var rows = new KinRows(homes.size());
        if (homes.size() == 0) {
            return rows.kin();
        }
        double[] everybody = Fashion.popular(wants, cut, items, HALF_LIFE);
        double all = sum(everybody);
        int[] most = most(everybody);
        var decay = new Decay(HALF_LIFE);
        Chunks.each(homes.size(), 1, (home, from, to) -> {
            var own = new double[items];
            for (int person : homes.people(home)) {
                Fashion.add(wants, wants.from(person), wants.to(person), cut, decay, own);
            }
            if (sum(own) > MAJORITY * all) {
                return;
            }
            double ofCountry = sum(own) + CAUTION;
            IntStream.concat(Arrays.stream(most), Arrays.stream(most(own)))
                    .sorted()
                    .distinct()
                    .forEach(item -> {
                        double part = everybody[item] / all;
                        double lift = (own[item] + CAUTION * part) / (ofCountry * part);
                        rows.add(home, item, (float) Logarithm.of(lift));
                    });
        });
        return rows.kin();
    }

    private static double sum(double[] popular) {
        return Arrays.stream(popular).sum();
    }

    private static int[] most(double[] popular) {
        var most = new Strongest(Math.min(MOST_ITEMS, popular.length));
        for (int item = 0; item < popular.length; item++) {
            most.offer(item, (float) popular[item]);
        }
        return most.items();
    }
}
