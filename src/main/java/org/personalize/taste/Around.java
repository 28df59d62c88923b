package org.personalize.taste;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much likelier than elsewhere an item is wanted in each country, as links from the countries to the items that are
 * wanted most there or anywhere, drawn towards what everybody wants:
 *
 * <pre>ln((n + m · p) / ((N + m) · p))</pre>
 *
 * where n of N recent wants in the country are of the item, and of everybody's the part p.
 */
final class Around {

    /** What a country wants changes slowly, and a small one has few wants. */
    private static final double HALF_LIFE = 30;

    /** How many recent wants of everybody, m, stand beside those of a country. */
    private static final double CAUTION = 30;

    private static final int MOST_ITEMS = 200;

    /** Of all wants; a country with more of them is what everybody is, and has no links. */
    private static final double MAJORITY = 0.5;

    private final Wants wants;
    private final int cut;
    private final Homes homes;
    private final double[] everybody;
    private final double all;
    private final int[] most;

    private Around(Wants wants, int cut, Homes homes, int items) {
        this.wants = wants;
        this.cut = cut;
        this.homes = homes;
        everybody = Fashion.popular(wants, cut, items, HALF_LIFE);
        all = sum(everybody);
        most = most(everybody);
    }

    /** @param cut the minute from which on nothing is known */
    static Kin of(Wants wants, int cut, Homes homes, int items) {
        return homes.size() == 0 ? Kin.none(0) : new Around(wants, cut, homes, items).links();
    }

    private Kin links() {
        var rows = new KinRows(homes.size());
        var decay = new Decay(HALF_LIFE);
        Chunks.each(homes.size(), 1, (home, from, to) -> {
            double[] own = popular(home, decay);
            double recent = sum(own);
            if (recent <= MAJORITY * all) {
                IntStream.concat(Arrays.stream(most), Arrays.stream(most(own)))
                        .sorted()
                        .distinct()
                        .forEach(item -> rows.add(home, item, lift(item, own[item], recent)));
            }
        });
        return rows.kin();
    }

    private double[] popular(int home, Decay decay) {
        var popular = new double[everybody.length];
        for (int person : homes.people(home)) {
            Fashion.add(wants, wants.from(person), wants.to(person), cut, decay, popular);
        }
        return popular;
    }

    private float lift(int item, double own, double recent) {
        double part = everybody[item] / all;
        return (float) Logarithm.of((own + CAUTION * part) / ((recent + CAUTION) * part));
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
