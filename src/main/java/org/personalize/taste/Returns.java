package org.personalize.taste;

/** How much likelier than usual people are to want an item again: bread, not a tent. */
final class Returns {

    /** How many people as usual each item is given, so that two who came back do not say everything. */
    private static final double CAUTION = 5;

    private Returns() {}

    /** For each item the logarithm of its share of people who came back for it, over that of all items. */
    static double[] of(Wants wants, int cut, int items) {
        var people = new double[items];
        var again = new double[items];
        double all = 1;
        double back = 0.5;
        for (int person = 0; person < wants.people(); person++) {
            for (int want = wants.from(person), next; want < wants.to(person); want = next) {
                int item = wants.item(want);
                int times = 0;
                for (next = want; next < wants.to(person) && wants.item(next) == item; next++) {
                    times += wants.isStrong(next) && wants.minute(next) < cut ? 1 : 0;
                }
                people[item] += times > 0 ? 1 : 0;
                again[item] += times > 1 ? 1 : 0;
                all += times > 0 ? 1 : 0;
                back += times > 1 ? 1 : 0;
            }
        }
        double usual = back / all;
        var returns = new double[items];
        for (int item = 0; item < items; item++) {
            double share = (again[item] + CAUTION * usual) / (people[item] + CAUTION);
            returns[item] = Logarithm.of(share / usual);
        }
        return returns;
    }
}
