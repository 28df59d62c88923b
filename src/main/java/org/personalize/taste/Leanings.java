package org.personalize.taste;

import java.util.Arrays;

/** How much likelier than usual one person is to want something of each category; 0 where they lean to nothing. */
final class Leanings {

    /** How many wants as expected everybody is given, so that one in a rare category does not drown all else. */
    static final double CAUTION = 3;

    private final Categories categories;
    private final double[] shares;
    private final double[] byCategory;

    Leanings(Moment moment) {
        categories = moment.categories();
        shares = moment.shares();
        byCategory = new double[categories.size()];
    }

    /** Finds them for the person who is drawn; less of a category than usual is no leaning. */
    void find(Portrait portrait) {
        Arrays.fill(byCategory, 0);
        for (int k = 0; k < portrait.size(); k++) {
            byCategory[categories.of(portrait.item(k))] += portrait.count(k);
        }
        byCategory[Categories.NONE] = 0;
        for (int category = 0; category < byCategory.length; category++) {
            if (byCategory[category] > 0) {
                double usual = portrait.total() * shares[category];
                byCategory[category] = Math.max(0, Logarithm.of((byCategory[category] + CAUTION) / (usual + CAUTION)));
            }
        }
    }

    int categories() {
        return byCategory.length;
    }

    double ofCategory(int category) {
        return byCategory[category];
    }

    /** Towards an item, because of its category. */
    double of(int item) {
        return byCategory[categories.of(item)];
    }
}
