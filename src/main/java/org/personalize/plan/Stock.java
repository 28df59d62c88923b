package org.personalize.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;

/** The catalog laid out for choosing from it a million times; safe to use from many threads. */
final class Stock {

    /** Availability is remembered for so many moments; for more it is asked item by item. */
    private static final int MOST_MOMENTS = 4096;

    private static final int NO_CATEGORY = -1;

    /** Shops write a category as a path, such as {@code Camping > Tents}; each step of it is a word of its own. */
    private static final Pattern PATH = Pattern.compile("\\s*>\\s*");

    private static final int[] NONE = {};

    private final Catalog catalog;
    private final Instant now;
    private final int[] ranks;
    private final int[] categories;
    private final Map<String, int[]> byWord = new HashMap<>();
    private final Map<Instant, BitSet> available = new ConcurrentHashMap<>();

    /** @param now at which prices are asked for */
    Stock(Catalog catalog, Instant now) {
        this.catalog = catalog;
        this.now = now;
        ranks = rank(catalog);
        categories = numberCategories(catalog);
        gatherWords();
    }

    int size() {
        return ranks.length;
    }

    Item item(int number) {
        return catalog.item(number, now);
    }

    /** Every item's place in the order of ids, by which equals are settled. */
    int[] ranks() {
        return ranks;
    }

    private static int[] rank(Catalog catalog) {
        int[] ranks = new int[catalog.size()];
        List<Integer> inOrder = IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparing(number -> catalog.item(number).id(), CodePoints.ORDER))
                .toList();
        for (int place = 0; place < ranks.length; place++) {
            ranks[inOrder.get(place)] = place;
        }
        return ranks;
    }

    /** Every item's category as a number, -1 for none. */
    int[] categories() {
        return categories;
    }

    private static int[] numberCategories(Catalog catalog) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] all = new int[catalog.size()];
        for (int item = 0; item < all.length; item++) {
            String category = catalog.item(item).category();
            all[item] = category == null ? NO_CATEGORY : numbers.computeIfAbsent(category, c -> numbers.size());
        }
        return all;
    }

    /** The items that a word in {@code never_show} means: a category, a tag or an item id, whatever the case. */
    int[] meantBy(String word) {
        return byWord.getOrDefault(word(word), NONE);
    }

    IntPredicate availableAt(Instant moment) {
        BitSet known = available.get(moment);
        if (known == null && available.size() < MOST_MOMENTS) {
            known = new BitSet();
            for (int item = 0; item < size(); item++) {
                known.set(item, catalog.isAvailable(item, moment));
            }
            available.put(moment, known);
        }
        return known == null ? item -> catalog.isAvailable(item, moment) : known::get;
    }

    private void gatherWords() {
        Map<String, List<Integer>> items = new HashMap<>();
        for (int number = 0; number < size(); number++) {
            Item item = catalog.item(number);
            List<String> words = new ArrayList<>(item.tags());
            words.add(item.id());
            String category = item.category();
            if (category != null) {
                words.add(category);
                words.addAll(List.of(PATH.split(category)));
            }
            for (String word :
                    new LinkedHashSet<>(words.stream().map(Stock::word).toList())) {
                items.computeIfAbsent(word, w -> new ArrayList<>()).add(number);
            }
        }
        items.forEach((word, numbers) ->
                byWord.put(word, numbers.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
