package org.personalize.taste;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.personalize.catalog.Catalog;

/** The items' tags by number, without those that only one item has. */
final class Tags {

    private final int[][] tagsOf;
    private final int size;

    Tags(Catalog catalog) {
        Map<String, Integer> numbers = new HashMap<>();
        var all = new int[catalog.size()][];
        for (int item = 0; item < all.length; item++) {
            all[item] = catalog.item(item).tags().stream()
                    .mapToInt(tag -> numbers.computeIfAbsent(tag, t -> numbers.size()))
                    .sorted()
                    .distinct()
                    .toArray();
        }
        size = numbers.size();
        var counts = new int[size];
        for (int[] tags : all) {
            for (int tag : tags) {
                counts[tag]++;
            }
        }
        tagsOf = Arrays.stream(all)
                .map(tags -> Arrays.stream(tags).filter(tag -> counts[tag] > 1).toArray())
                .toArray(int[][]::new);
    }

    int size() {
        return size;
    }

    int[] of(int item) {
        return tagsOf[item];
    }

    /** How many tags two items share. */
    int shared(int item, int other) {
        int shared = 0;
        for (int tag : tagsOf[item]) {
            shared += Arrays.binarySearch(tagsOf[other], tag) >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** For each tag, the part of all wants before a moment that are of items with it; each item adds one want. */
    double[] shares(Wants wants, int cut) {
        var shares = new double[size];
        double sum = tagsOf.length;
        for (int[] tags : tagsOf) {
            for (int tag : tags) {
                shares[tag]++;
            }
        }
        for (int want = 0; want < wants.size(); want++) {
            if (wants.minute(want) < cut) {
                sum += wants.weight(want);
                for (int tag : tagsOf[wants.item(want)]) {
                    shares[tag] += wants.weight(want);
                }
            }
        }
        double all = sum;
        return Arrays.stream(shares).map(share -> share / all).toArray();
    }
}
