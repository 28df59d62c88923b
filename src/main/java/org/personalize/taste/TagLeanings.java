package org.personalize.taste;

/** How much likelier one person is to want something with each tag of what they wanted than without it, as categories are. */
final class TagLeanings {

    private final Tags tags;
    private final double[] shares;
    private final double[] byTag;
    private final int[] met;
    private int size;

    TagLeanings(Moment moment) {
        tags = moment.tags();
        shares = moment.tagShares();
        byTag = new double[tags.size()];
        met = new int[tags.size()];
    }

    /** Finds them for the person who is drawn. */
    void find(Portrait portrait) {
        for (int i = 0; i < size; i++) {
            byTag[met[i]] = 0;
        }
        size = 0;
        for (int k = 0; k < portrait.size(); k++) {
            if (portrait.count(k) > 0) {
                add(tags.of(portrait.item(k)), portrait.count(k));
            }
        }
        for (int i = 0; i < size; i++) {
            byTag[met[i]] = Leanings.of(byTag[met[i]], shares[met[i]]);
        }
    }

    private void add(int[] own, double count) {
        for (int tag : own) {
            if (byTag[tag] == 0) {
                met[size++] = tag;
            }
            byTag[tag] += count;
        }
    }

    /** Towards an item, because of all its tags. */
    double of(int item) {
        double sum = 0;
        for (int tag : tags.of(item)) {
            sum += byTag[tag];
        }
        return sum;
    }
}
