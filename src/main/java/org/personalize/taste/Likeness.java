package org.personalize.taste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.personalize.catalog.Catalog;
import org.personalize.catalog.Item;

/**
 * Items that read alike: the words of their titles, their tags, their category and its parts, each counting more the fewer
 * items have it, and the cosine between two items. It is all that is known of an item that nobody had yet.
 */
final class Likeness {

    private static final int MOST_LINKS = 50;
    private static final int CHUNK = 64;

    /** Shorter words say nothing. */
    private static final int SHORTEST_WORD = 3;

    /** Words that so many items have tell nothing apart, and cost most of the time. */
    private static final int COMMONEST = 2_000;

    private static final int MOST_WORDS = 60;

    private Likeness() {}

    static Kin of(Catalog catalog) {
        int[][] words = words(catalog);
        int size = Arrays.stream(words).flatMapToInt(Arrays::stream).max().orElse(-1) + 1;
        int[][] itemsOf = itemsByWord(words, size);
        var rareness = new double[size];
        for (int word = 0; word < size; word++) {
            int number = itemsOf[word].length;
            rareness[word] = number < 2 || number > COMMONEST ? 0 : StrictMath.log((double) words.length / number);
        }
        double[] lengths = lengths(words, rareness);
        var rows = new KinRows(words.length);
        var scratch = ThreadLocal.withInitial(() -> new double[words.length]);
        Chunks.each(words.length, CHUNK, (chunk, from, to) -> {
            double[] alike = scratch.get();
            var touched = new int[words.length];
            for (int item = from; item < to; item++) {
                int met = meet(words[item], itemsOf, rareness, alike, touched);
                for (int i = 0; i < met; i++) {
                    alike[touched[i]] /= lengths[item] * lengths[touched[i]];
                }
                rows.addStrongest(item, touched, met, alike, MOST_LINKS);
                for (int i = 0; i < met; i++) {
                    alike[touched[i]] = 0;
                }
            }
        });
        return rows.kin();
    }

    private static int meet(int[] words, int[][] itemsOf, double[] rareness, double[] alike, int[] touched) {
        int met = 0;
        for (int word : words) {
            double square = rareness[word] * rareness[word];
            if (square > 0) {
                for (int other : itemsOf[word]) {
                    if (alike[other] == 0) {
                        touched[met++] = other;
                    }
                    alike[other] += square;
                }
            }
        }
        return met;
    }

    private static double[] lengths(int[][] words, double[] rareness) {
        var lengths = new double[words.length];
        for (int item = 0; item < words.length; item++) {
            double squares = 0;
            for (int word : words[item]) {
                squares += rareness[word] * rareness[word];
            }
            lengths[item] = squares == 0 ? 1 : Math.sqrt(squares);
        }
        return lengths;
    }

    private static int[][] itemsByWord(int[][] words, int size) {
        var counts = new int[size];
        for (int[] own : words) {
            for (int word : own) {
                counts[word]++;
            }
        }
        var items = new int[size][];
        Arrays.setAll(items, word -> new int[counts[word]]);
        var next = new int[size];
        for (int item = 0; item < words.length; item++) {
            for (int word : words[item]) {
                items[word][next[word]++] = item;
            }
        }
        return items;
    }

    private static int[][] words(Catalog catalog) {
        Map<String, Integer> numbers = new HashMap<>();
        var words = new int[catalog.size()][];
        for (int item = 0; item < words.length; item++) {
            words[item] = words(catalog.item(item)).stream()
                    .limit(MOST_WORDS)
                    .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size()))
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return words;
    }

    /** With a letter before each that says where it stood. */
    private static List<String> words(Item item) {
        Set<String> words = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        String category = item.category();
        if (category != null) {
            inOrder.add("c" + plain(category));
            for (String part : category.split("[>/]", -1)) {
                inOrder.add("p" + plain(part));
            }
        }
        item.tags().forEach(tag -> inOrder.add("g" + plain(tag)));
        for (String word : plain(item.title()).split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() >= SHORTEST_WORD) {
                inOrder.add("t" + word);
            }
        }
        return inOrder.stream().filter(words::add).toList();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
