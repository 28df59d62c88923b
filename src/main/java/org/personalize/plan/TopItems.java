package org.personalize.plan;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.personalize.catalog.Catalog;

/** The best items by score, best first, equals in the order of their ids. Not for use by several threads at once. */
public final class TopItems {

    /** The score of an item that is not to be among them. */
    public static final double LEFT_OUT = Double.NEGATIVE_INFINITY;

    private final int[] ranks;
    private final Favourites favourites;

    public TopItems(Ids ids, int top) {
        ranks = ids.ranks;
        favourites = new Favourites(top, ranks);
    }

    /** Every item's place in the order of ids, worked out once for many. */
    public static final class Ids {
        private final int[] ranks;

        public Ids(Catalog catalog) {
            ranks = new Stock(catalog).ranks();
        }
    }

    /** @param scores one for each item of the catalog; those at {@link #LEFT_OUT} are passed over */
    public int[] of(double[] scores) {
        favourites.find(scores);
        return IntStream.range(0, favourites.size())
                .map(favourites::item)
                .filter(item -> scores[item] > LEFT_OUT)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -scores[item])
                        .thenComparingInt(item -> ranks[item]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
