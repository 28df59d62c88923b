package org.personalize.taste;

/** How strongly one person is tied to each item through one kind of links; zero for all that are not touched. */
final class Ties {

    private final Kin kin;
    private final double[] all;
    private final double[] lately;

    Ties(Kin kin, int items) {
        this.kin = kin;
        all = new double[items];
        lately = new double[items];
    }

    /** Adds the links of one thing that the person wanted, and notes which items they lead to. */
    void add(int item, double weight, double latelyWeight, Touched touched) {
        for (int link = kin.from(item); link < kin.to(item); link++) {
            int other = kin.other(link);
            touched.note(other);
            all[other] += weight * kin.strength(link);
            lately[other] += latelyWeight * kin.strength(link);
        }
    }

    double all(int item) {
        return all[item];
    }

    double lately(int item) {
        return lately[item];
    }

    void clear(int item) {
        all[item] = 0;
        lately[item] = 0;
    }
}
