package org.personalize.taste;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.personalize.catalog.Catalog;
import org.personalize.measure.Columns;
import org.personalize.measure.Stratum;

/**
 * What was learned about which items go together, without a word about any one person: settings and item tables.
 */
public final class TasteModel {

    private static final String ITEMS = "items";
    private static final String BLEND = "blend";
    private static final String LINEAR = "linear";
    private static final String NEIGHBOURS = "neighbours";

    /** How much a leaning counts beside what everybody wants where nothing was learned of that. */
    private static final double USUAL_LEANING = 0.3;

    private final String[] itemIds;
    private final Blend blend;
    private final Kin linear;
    private final Kin neighbours;

    TasteModel(String[] itemIds, Blend blend, Kin linear, Kin neighbours) {
        this.itemIds = itemIds;
        this.blend = blend;
        this.linear = linear;
        this.neighbours = neighbours;
    }

    /** Usual settings, for a campaign that was never trained: what is wanted lately, above all of the person's categories. */
    public static TasteModel untrained() {
        var weights = new double[Clue.NUMBER];
        weights[Clue.POPULAR_30.place()] = 1;
        weights[Clue.PROMISE.place()] = 1;
        weights[Clue.LEANING.place()] = USUAL_LEANING;
        var blend = new Blend();
        for (Stratum stratum : Stratum.values()) {
            blend.set(false, stratum, weights, 0).set(true, stratum, weights, 0);
        }
        return new TasteModel(new String[0], blend, Kin.none(0), Kin.none(0));
    }

    /** The model of a file; whoever reads it hears it when something is missing or does not fit together. */
    public static TasteModel of(Columns columns) {
        String[] ids = columns.texts(ITEMS);
        Kin linear = Kin.of(columns.under(LINEAR));
        Kin neighbours = Kin.of(columns.under(NEIGHBOURS));
        linear.check(ids.length);
        neighbours.check(ids.length);
        return new TasteModel(ids, Blend.of(columns.under(BLEND)), linear, neighbours);
    }

    public Columns columns() {
        return new Columns()
                .put(ITEMS, itemIds)
                .putAll(BLEND, blend.columns())
                .putAll(LINEAR, linear.columns())
                .putAll(NEIGHBOURS, neighbours.columns());
    }

    Blend blend() {
        return blend;
    }

    /** The links of the linear model between the items of a catalog. */
    Kin linear(Catalog catalog) {
        return linear.renumbered(numbers(catalog), catalog.size());
    }

    /** The neighbours among the items of a catalog. */
    Kin neighbours(Catalog catalog) {
        return neighbours.renumbered(numbers(catalog), catalog.size());
    }

    private int[] numbers(Catalog catalog) {
        return Arrays.stream(itemIds).mapToInt(catalog::itemOf).toArray();
    }

    static String[] ids(Catalog catalog) {
        return IntStream.range(0, catalog.size())
                .mapToObj(item -> catalog.item(item).id())
                .toArray(String[]::new);
    }
}
