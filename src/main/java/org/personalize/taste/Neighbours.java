package org.personalize.taste;

/**
 * Items that the same people had: the number of people who had both, over √(people of one · people of the other) and a
 * little more, so that two rare items that met once are no neighbours yet.
 */
final class Neighbours implements Kinship {

    private static final int MOST_LINKS = 100;
    private static final double SHRINK = 5;
    private static final int CHUNK = 64;

    @Override
    public Kin learn(Had had) {
        var rows = new KinRows(had.items());
        var scratch = ThreadLocal.withInitial(() -> new Meetings(had));
        Chunks.each(had.items(), CHUNK, (chunk, from, to) -> {
            Meetings meetings = scratch.get();
            for (int item = from; item < to; item++) {
                meetings.link(item, rows);
            }
        });
        return rows.kin();
    }

    /** How often one item met each other one. */
    private static final class Meetings {

        private final Had had;
        private final double[] together;
        private final int[] met;

        Meetings(Had had) {
            this.had = had;
            together = new double[had.items()];
            met = new int[had.items()];
        }

        void link(int item, KinRows rows) {
            int size = 0;
            for (int k = had.fromFor(item); k < had.toFor(item); k++) {
                int person = had.person(k);
                for (int p = had.fromOf(person); p < had.toOf(person); p++) {
                    int other = had.item(p);
                    if (together[other]++ == 0) {
                        met[size++] = other;
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                together[met[i]] /= Math.sqrt((double) had.number(item) * had.number(met[i])) + SHRINK;
            }
            rows.addStrongest(item, met, size, together, MOST_LINKS);
            for (int i = 0; i < size; i++) {
                together[met[i]] = 0;
            }
        }
    }
}
