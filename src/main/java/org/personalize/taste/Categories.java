package org.personalize.taste;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.personalize.catalog.Catalog;

/** The items' categories by number; items without one have nothing in common. */
final class Categories {

    static final int NONE = 0;

    private final int[] numberOf;
    private final int size;

    Categories(Catalog catalog) {
        Map<String, Integer> numbers = new HashMap<>();
        numbers.put("", NONE);
        numberOf = new int[catalog.size()];
        for (int item = 0; item < numberOf.length; item++) {
            String category = catalog.item(item).category();
            numberOf[item] = numbers.computeIfAbsent(category == null ? "" : category, c -> numbers.size());
        }
        size = numbers.size();
    }

    int items() {
        return numberOf.length;
    }

    int size() {
        return size;
    }

    int of(int item) {
        return numberOf[item];
    }

    /** Each category's part of all wants before a moment; each item adds one want, so that no part is zero. */
    double[] shares(Wants wants, int cut) {
        var shares = new double[size];
        for (int category : numberOf) {
            shares[category]++;
        }
        for (int want = 0; want < wants.size(); want++) {
            if (wants.minute(want) < cut) {
                shares[numberOf[wants.item(want)]] += wants.weight(want);
            }
        }
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }
}
