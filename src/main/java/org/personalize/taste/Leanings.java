package org.personalize.taste;

import java.util.Arrays;

/**
 * How much likelier one person is to want something of each category than of one of which they had nothing, each beside
 * what everybody wants: before anything is known, everybody wants what all do, and that counts as a few wants.
 */
final class Leanings {

    /** How many wants in the usual shares everybody is given, so that one in a rare category does not drown all else. */
    static final double CAUTION = 3;

    private final Categories categories;
    private final double[] shares;
    private final double[] byCategory;

    Leanings(Moment moment) {
        categories = moment.categories();
        shares = moment.shares();
        byCategory = new double[categories.size()];
    }

    /** Finds them for the person who is drawn. */
    void find(Portrait portrait) {
        Arrays.fill(byCategory, 0);
        for (int k = 0; k < portrait.size(); k++) {
            byCategory[categories.of(portrait.item(k))] += portrait.count(k);
        }
        byCategory[Categories.NONE] = 0;
        for (int category = 0; category < byCategory.length; category++) {
            byCategory[category] = byCategory[category] == 0 ? 0 : of(byCategory[category], shares[category]);
        }
    }

    /** Towards what somebody wanted so often, of all wants this share. */
    static double of(double wanted, double share) {
        return Logarithm.of(1 + wanted / (CAUTION * share));
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
