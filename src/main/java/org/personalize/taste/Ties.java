package org.personalize.taste;

import java.util.Arrays;

/**
 * How strongly one person is tied to each item through one kind of links, by the items' places among those that anything
 * ties the person to: a few hundred numbers that lie together, however large the catalog is.
 */
final class Ties {

    private static final int FIRST_ROOM = 1_024;

    private final Kin kin;
    private double[] all = new double[FIRST_ROOM];
    private double[] lately = new double[FIRST_ROOM];

    Ties(Kin kin) {
        this.kin = kin;
    }

    /** Adds the links of one thing that the person wanted, and notes which items they lead to. */
    void add(int item, double weight, double latelyWeight, Touched touched) {
        for (int link = kin.from(item); link < kin.to(item); link++) {
            int place = touched.note(kin.other(link));
            if (place >= all.length) {
                makeRoom(place);
            }
            all[place] += weight * kin.strength(link);
            lately[place] += latelyWeight * kin.strength(link);
        }
    }

    private void makeRoom(int place) {
        all = Arrays.copyOf(all, 2 * place);
        lately = Arrays.copyOf(lately, 2 * place);
    }

    double all(int place) {
        return place < all.length ? all[place] : 0;
    }

    double lately(int place) {
        return place < lately.length ? lately[place] : 0;
    }

    /** @param places how many there were */
    void clear(int places) {
        Arrays.fill(all, 0, Math.min(places, all.length), 0);
        Arrays.fill(lately, 0, Math.min(places, lately.length), 0);
    }
}
