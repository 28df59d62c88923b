package org.personalize.taste;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Items that the same people had: the number of people who had both, over (people of one)^a · (people of the other)^(1−a) and
 * a little more, so that two rare items that met once are no neighbours yet.
 */
final class Neighbours implements Kinship {

    static final Neighbours USUAL = new Neighbours("as usual", 0.5, 5);

    /** All that are worth a trial, the usual one first. */
    static final List<Neighbours> ALL = List.of(
            USUAL,
            new Neighbours("carefully", 0.5, 50),
            new Neighbours("rather to what many have", 0.7, 5),
            new Neighbours("rather to what few have", 0.3, 5));

    private static final int MOST_LINKS = 100;
    private static final int CHUNK = 64;

    private final String words;
    private final double power;
    private final double shrink;

    /**
     * @param words how it links, for somebody who does not want to know more
     * @param power how much of the measure is the number of people of the item that speaks; the rest is that of the other
     * @param shrink how many people more a link is measured by
     */
    Neighbours(String words, double power, double shrink) {
        this.words = words;
        this.power = power;
        this.shrink = shrink;
    }

    String name() {
        return String.format(
                Locale.ROOT, "%s (shared people over own^%.1f · other's^%.1f + %.0f)", words, power, 1 - power, shrink);
    }

    @Override
    public Kin learn(Had had) {
        var rows = new KinRows(had.items());
        var measures = new double[had.items()];
        Arrays.setAll(measures, item -> StrictMath.pow(had.number(item), 1 - power));
        var scratch = ThreadLocal.withInitial(() -> new Meetings(had, measures));
        Chunks.each(had.items(), CHUNK, (chunk, from, to) -> {
            Meetings meetings = scratch.get();
            for (int item = from; item < to; item++) {
                meetings.link(item, rows);
            }
        });
        return rows.kin();
    }

    /** How often one item met each other one. */
    private final class Meetings {

        private final Had had;
        private final double[] together;
        private final int[] met;

        /** By item, the other one's share of the measure. */
        private final double[] measures;

        Meetings(Had had, double[] measures) {
            this.had = had;
            together = new double[had.items()];
            met = new int[had.items()];
            this.measures = measures;
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
            double own = StrictMath.pow(had.number(item), power);
            for (int i = 0; i < size; i++) {
                together[met[i]] /= own * measures[met[i]] + shrink;
            }
            rows.addStrongest(item, met, size, together, MOST_LINKS);
            for (int i = 0; i < size; i++) {
                together[met[i]] = 0;
            }
        }
    }
}
