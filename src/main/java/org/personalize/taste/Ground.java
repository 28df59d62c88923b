package org.personalize.taste;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.personalize.catalog.Catalog;

/** What does not change with the moment that is looked at: wants, categories, likeness, homes, the order of ids. */
final class Ground {

    private final Wants wants;
    private final Categories categories;
    private final Tags tags;
    private final Kin content;
    private final Births births;
    private final Homes homes;
    private final int[] ranks;

    Ground(Wants wants, Catalog catalog, Homes homes) {
        this.wants = wants;
        this.homes = homes;
        categories = new Categories(catalog);
        tags = new Tags(catalog);
        content = Likeness.of(catalog);
        births = new Births(catalog);
        ranks = ranks(catalog);
    }

    private static int[] ranks(Catalog catalog) {
        String[] ids = TasteModel.ids(catalog);
        int[] order = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparing(item -> ids[item]))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new int[ids.length];
        IntStream.range(0, order.length).forEach(place -> ranks[order[place]] = place);
        return ranks;
    }

    Wants wants() {
        return wants;
    }

    int items() {
        return ranks.length;
    }

    /** What is known at a moment, with these links. */
    Moment at(int cut, Kin linear, Kin neighbours) {
        return new Moment(
                wants,
                cut,
                births,
                new Fashion(wants, cut, births, content, categories),
                linear,
                neighbours,
                content,
                homes,
                Around.of(wants, cut, homes, items()),
                new Crowd(wants, cut, items()),
                categories,
                categories.shares(wants, cut),
                tags,
                tags.shares(wants, cut),
                ranks);
    }

    Births births() {
        return births;
    }
}
