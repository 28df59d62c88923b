package org.personalize.taste;

/**
 * What is wanted in each country: for each of the items wanted most there, as a link from the country, how much likelier
 * than anywhere it is, drawn towards what everybody wants:
 *
 * <pre>ln((n + m · p) / (m · p)), for n recent wants in the country of an item with the part p of everybody's</pre>
 *
 * An item that nobody wanted there has 0.
 */
final class Around {

    /** What people far away want changes slowly from country to country, and a small country has few wants. */
    private static final double HALF_LIFE = 30;

    /** How many recent wants of everybody, m, stand beside those of a country. */
    private static final double CAUTION = 30;

    private static final int MOST_ITEMS = 100;

    private Around() {}

    /** @param cut the minute from which on nothing is known */
    static Kin of(Wants wants, int cut, Homes homes, int items) {
        var rows = new KinRows(homes.size());
        if (homes.size() == 0) {
            return rows.kin();
        }
        double[] everybody = Fashion.popular(wants, cut, items, HALF_LIFE);
        double all = 0;
        for (double wanted : everybody) {
            all += wanted;
        }
        double each = CAUTION / all;
        var decay = new Decay(HALF_LIFE);
        Chunks.each(homes.size(), 1, (home, from, to) -> {
            var popular = new double[items];
            for (int person : homes.people(home)) {
                Fashion.add(wants, wants.from(person), wants.to(person), cut, decay, popular);
            }
            var best = new Strongest(Math.min(MOST_ITEMS, items));
            for (int item = 0; item < items; item++) {
                best.offer(item, (float) popular[item]);
            }
            for (int item : best.items()) {
                rows.add(home, item, (float) Logarithm.of(1 + popular[item] / (each * everybody[item])));
            }
        });
        return rows.kin();
    }
}
